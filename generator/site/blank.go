package site

import (
	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A PostingReceipt (张贴回执) comes back from whoever posted a paper: where it hung, from when to when, with a photo. What is
// known of the paper is filled in; one with nothing filled in serves for any.
type PostingReceipt struct {
	Frame
	What   string // title of what is posted; empty for any
	Number string // of the document
	Where  string // the village; empty when the paper goes to several
	Page   string // address of what it prints, without its ending; empty for any
	From   record.Date
	Until  record.Date // last day of the period; zero when it has none
}

// receipts plans a receipt for each notice with a period, for the set of each village that hangs now, and one for any.
func (p *planner) receipts() {
	p.page(receiptPath, p.word("receipt.title"), nil, func(f Frame) any { return PostingReceipt{Frame: f} })
	for _, n := range p.board.Notices {
		if n.Notice.From.IsZero() {
			continue
		}
		p.page(receiptOf(n.ID), p.word("receipt.title_of", n.Title), nil, func(f Frame) any {
			return PostingReceipt{Frame: f, What: n.Title, Number: n.Number, Page: "notices/" + n.ID, From: n.Notice.From, Until: n.Notice.Until}
		})
	}
	for _, v := range p.board.Villages {
		r := p.hung(v)
		if r == nil || r.Period.Year != p.board.Year {
			continue
		}
		what := p.word("sheet.board_heading", p.board.Town.Name+v.Name, r.Period.Year)
		p.page(receiptOf(r.ID+"-"+v.ID), p.word("receipt.title_of", what), nil, func(f Frame) any {
			return PostingReceipt{Frame: f, What: what, Number: r.Number, Where: v.Name, Page: "reports/" + r.ID}
		})
	}
}

const receiptPath = "sheets/receipt.html"

func receiptOf(id string) string { return "sheets/receipt-" + id + ".html" }

// An ObjectionForm (异议书) is for who objects to what a notice announces; without a notice it serves for any.
type ObjectionForm struct {
	Frame
	Notice *record.Notice
}

func (p *planner) objections() {
	p.page(objectionPath, p.word("objection.title"), nil, func(f Frame) any { return ObjectionForm{f, nil} })
	for _, n := range p.board.Notices {
		if !n.Notice.From.IsZero() {
			p.page(objectionOf(n), p.word("objection.title_of", n.Title), nil, func(f Frame) any { return ObjectionForm{f, n.Notice} })
		}
	}
}

const objectionPath = "sheets/objection.html"

func objectionOf(n *board.Notice) string { return "sheets/objection-" + n.ID + ".html" }

// opinions plans the form on which a deputy says what they think of a reply (征求意见表), for each item whose form is not back,
// and one for any.
func (p *planner) opinions() {
	p.page("sheets/opinion.html", p.word("opinion.title"), nil, func(f Frame) any { return SuggestionPage{Frame: f} })
	p.paper()
}
