package board

import "gongshi/generator/record"

// A Dossier (履职档案) is what a deputy was called to and came to. Its other parts hang on the Deputy: items, self-reports,
// honours.
type Dossier struct {
	Sessions    []record.Session // of the congress, held while in office
	Meetings    Attendance
	Inspections Attendance
	Trainings   Attendance
	Group       Attendance
	Voters      Attendance // meetings at which deputies report to their voters
	Hours       int        // of the trainings attended
	HoursHeld   int        // of those the deputy was bound to attend
	Homes       int        // called on in rounds of visits
}

// An Attendance (出席) is the activities of one part of the dossier. Its rate is those attended of those held in office
// that the deputy was bound to attend, so that nobody is measured by what came before or after the mandate.
type Attendance struct {
	Rate
	Key    string // in the words: meetings, inspections, trainings, group, voters
	Held   []Turn // what the deputy was bound to attend, newest first
	Beyond []Turn // attended without being bound to
}

// A Turn (参加情况) is one activity and whether the deputy came.
type Turn struct {
	*Activity
	Came bool
}

// Latest are the last few activities that the deputy came to.
func (a *Attendance) Latest() []Turn {
	var some []Turn
	for _, list := range [][]Turn{a.Held, a.Beyond} {
		for _, t := range list {
			if t.Came && len(some) < 3 {
				some = append(some, t)
			}
		}
	}
	return some
}

// Parts are the attendances in the order of the dossier.
func (d *Dossier) Parts() []*Attendance {
	return []*Attendance{&d.Meetings, &d.Inspections, &d.Trainings, &d.Group, &d.Voters}
}

// part is where an activity belongs.
func (d *Dossier) part(k record.ActivityKind) *Attendance {
	switch k {
	case record.Hearing, record.JointMeeting, record.Inquiry, record.Summons:
		return &d.Meetings
	case record.OnSite, record.Inspection, record.Research, record.Enforcement:
		return &d.Inspections
	case record.Training:
		return &d.Trainings
	case record.GroupMeeting, record.VisitRound, record.Reception:
		return &d.Group
	case record.SelfReporting:
		return &d.Voters
	}
	return nil
}

func (b *builder) addDossiers() {
	floor := b.ledger.Profile.Floor()
	for _, d := range b.board.Deputies {
		for i, key := range []string{"meetings", "inspections", "trainings", "group", "voters"} {
			p := d.Dossier.Parts()[i]
			p.Key, p.Floor = key, floor
		}
		for _, s := range b.board.Town.Term.Sessions {
			if s.From.By(b.on) && d.Serves(s.From) {
				d.Dossier.Sessions = append(d.Dossier.Sessions, s)
			}
		}
	}
	for _, a := range b.board.Activities {
		came, bound := map[*record.Deputy]bool{}, map[*record.Deputy]bool{}
		for _, d := range a.Attended {
			came[d] = true
		}
		for _, d := range a.Expected {
			bound[d] = true
			b.deputies[d].turn(a, true, came[d])
		}
		for _, d := range a.Attended {
			if x := b.deputies[d]; x != nil && !bound[d] {
				x.turn(a, false, true)
			}
		}
		for _, v := range a.Visits {
			if x := b.deputies[v.Deputy.To]; x != nil {
				x.Dossier.Homes += v.Homes
			}
		}
	}
}

// turn enters one activity into the dossier. A nil deputy has no page, as on a day before the by-election.
func (d *Deputy) turn(a *Activity, bound, came bool) {
	if d == nil {
		return
	}
	part := d.Dossier.part(a.Kind)
	if part == nil {
		return
	}
	if came {
		d.Dossier.Hours += a.Hours
	}
	if !bound {
		part.Beyond = append(part.Beyond, Turn{a, true})
		return
	}
	d.Dossier.HoursHeld += a.Hours
	part.Held = append(part.Held, Turn{a, came})
	if part.Whole++; came {
		part.Part++
	}
}
