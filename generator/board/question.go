package board

import "gongshi/generator/record"

// Questions (问答) are what deputies asked of leaders and units at meetings, the newest meeting first.
type Questions struct {
	Meetings []*Meeting
	Asked    int
	Answered Rate // answered / asked
	Kept     Rate // promises kept / promises due by the day
}

// A Meeting is an activity at which questions were put.
type Meeting struct {
	*Activity
	Questions []Question
}

// A Question is one question with what became of its answer.
type Question struct {
	record.Question
	State QuestionState
}

// A QuestionState says where a question stands; the theme's words say it in the reader's language.
type QuestionState string

const (
	QuestionOwed     QuestionState = "owed"     // not answered yet
	QuestionAnswered QuestionState = "answered" // nothing was promised
	QuestionPromised QuestionState = "promised" // promised for a day to come
	QuestionKept     QuestionState = "kept"
	QuestionLate     QuestionState = "late" // promised for a day that has passed, and not done
)

func (b *builder) addQuestions() {
	all := &b.board.Questions
	floor := b.ledger.Profile.Floor()
	all.Answered, all.Kept = Rate{Floor: floor}, Rate{Floor: floor}
	for _, a := range b.board.Activities {
		if len(a.Questions) == 0 {
			continue
		}
		m := &Meeting{Activity: a}
		all.Meetings = append(all.Meetings, m)
		for _, given := range a.Questions {
			q := Question{Question: given}
			q.Kept = upToDay(q.Kept, b.on)
			q.State = q.stand(b.on)
			m.Questions = append(m.Questions, q)
			all.Answered.Whole++
			if q.State != QuestionOwed {
				all.Answered.Part++
			}
			if q.Promised.By(b.on) {
				all.Kept.Whole++
				if q.State == QuestionKept {
					all.Kept.Part++
				}
			}
		}
	}
	all.Asked = all.Answered.Whole
}

func (q *Question) stand(on record.Date) QuestionState {
	switch {
	case q.Answer == "":
		return QuestionOwed
	case !q.Kept.IsZero():
		return QuestionKept
	case q.Promised.IsZero():
		return QuestionAnswered
	case q.Promised.Before(on):
		return QuestionLate
	}
	return QuestionPromised
}
