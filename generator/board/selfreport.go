package board

import (
	"slices"

	"gongshi/generator/record"
)

// A SelfReport is a deputy's report to the voters with its rates. Remarks that are not public are not in it.
type SelfReport struct {
	*record.SelfReport
	Returned  Rate // ballots handed back of those issued
	Satisfied Rate // 满意 of those handed back
	Content   Rate // 满意 and 基本满意 of those handed back
}

// A SelfReportYear (年度述职) is all self-reports of a year with the sums of their ballots.
type SelfReportYear struct {
	Year      int
	Rows      []*SelfReport // in the order of groups and deputies
	Reported  Rate          // deputies who reported, of those in office at the year's end or on the board's day
	Returned  Rate
	Satisfied Rate
	Content   Rate
}

func (b *builder) addSelfReports() {
	byYear := map[int]*SelfReportYear{}
	var years []int
	for _, r := range b.ledger.SelfReports {
		if r.Hidden(b.drafts) || !r.Date.By(b.on) {
			continue
		}
		open := *r
		open.Deputy.To = b.known(r.Deputy.To)
		open.Comments = nil
		for _, c := range upTo(r.Comments, func(c *record.Comment) record.Date { return c.Date }, b.on) {
			if c.Public {
				open.Comments = append(open.Comments, c)
			}
		}
		x := b.ballots(&open)
		y := byYear[r.Year]
		if y == nil {
			y = &SelfReportYear{Year: r.Year}
			byYear[r.Year] = y
			years = append(years, r.Year)
		}
		y.Rows = append(y.Rows, x)
		if d := b.deputies[r.Deputy.To]; d != nil {
			d.Reports = append(d.Reports, x)
		}
	}
	slices.Sort(years)
	slices.Reverse(years)
	for _, year := range years {
		y := byYear[year]
		y.Reported.Floor = b.ledger.Profile.Floor()
		y.Returned.Floor, y.Satisfied.Floor, y.Content.Floor = y.Reported.Floor, y.Reported.Floor, y.Reported.Floor
		slices.SortStableFunc(y.Rows, func(p, q *SelfReport) int {
			g, h := p.Deputy.To.Group.To, q.Deputy.To.Group.To
			if c := compareOrder(g.Order, g.ID, h.Order, h.ID); c != 0 {
				return c
			}
			return compareNatural(p.ID, q.ID)
		})
		reported := map[*record.Deputy]bool{}
		for _, x := range y.Rows {
			reported[x.Deputy.To] = true
			y.Returned.add(x.Returned)
			y.Satisfied.add(x.Satisfied)
			y.Content.add(x.Content)
		}
		end := record.Date{Year: year, Month: 12, Day: 31}
		if b.on.Before(end) {
			end = b.on
		}
		for d := range b.deputies {
			if d.Serves(end) {
				if y.Reported.Whole++; reported[d] {
					y.Reported.Part++
				}
			}
		}
		b.board.SelfReports = append(b.board.SelfReports, y)
	}
	for _, d := range b.board.Deputies {
		slices.SortStableFunc(d.Reports, func(p, q *SelfReport) int { return q.Date.Compare(p.Date) })
	}
}

// ballots works out the rates of a self-report; a report without ballots has none.
func (b *builder) ballots(r *record.SelfReport) *SelfReport {
	v, floor := r.Votes, b.ledger.Profile.Floor()
	return &SelfReport{
		SelfReport: r,
		Returned:   Rate{Part: v.Cast(), Whole: r.Issued, Floor: floor},
		Satisfied:  Rate{Part: v.Satisfied, Whole: v.Cast(), Floor: floor},
		Content:    Rate{Part: v.Satisfied + v.Basically, Whole: v.Cast(), Floor: floor},
	}
}
