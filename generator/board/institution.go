package board

import "gongshi/generator/record"

// A Post (职务) is an office of the presidium and who holds it on the day.
type Post struct {
	Title  string
	Duties string
	Holder *record.Deputy    // nil while vacant
	Since  record.Date       // when the holder came, or the post fell vacant; zero when not on file
	Past   []record.PastPost // earlier holders, newest first
}

// addInstitution finds who holds each post on the day. A holder who came afterwards is not known yet, and one who had
// not yet left still holds it.
func (b *builder) addInstitution() {
	for _, p := range b.ledger.Town.Posts {
		post := Post{Title: p.Title, Duties: p.Duties}
		for i := len(p.Past) - 1; i >= 0; i-- {
			past := p.Past[i]
			switch {
			case !past.From.By(b.on):
			case past.Until.By(b.on):
				if len(post.Past) == 0 && post.Holder == nil {
					post.Since = past.Until
				}
				post.Past = append(post.Past, past)
			default:
				post.Holder, post.Since = &record.Deputy{Name: past.Name}, past.From
			}
		}
		if d := p.Holder.To; d != nil && (p.Since.IsZero() || p.Since.By(b.on)) {
			post.Holder, post.Since = b.known(d), p.Since
		}
		b.board.Posts = append(b.board.Posts, post)
	}
	filled := 0
	for _, p := range b.board.Posts {
		if p.Holder != nil {
			filled++
		}
	}
	b.board.PostsFilled = Rate{Part: filled, Whole: len(b.board.Posts), Floor: b.ledger.Profile.Floor()}
}
