package typeset

// A Run (一段) is a stack of blocks that a sheet may end between: the rows of a table, which stand under their head again on
// every sheet; or a single block, which is never parted.
type Run struct {
	Head   float64   // height of what stands above the blocks, again on every sheet; 0 for nothing
	Blocks []float64 // heights
}

// A Piece (一块) is what a sheet shows of a run: its blocks from From up to To.
type Piece struct{ Run, From, To int }

// atLeast is how many rows keep what ends a set company, when it would have the last sheet to itself.
const atLeast = 3

// Fill lays runs on sheets of a height, in order. A block that is higher than what is left goes to the next sheet; one that
// is higher than a sheet has one to itself and is for the caller to have parted. The last sheet is not left with the end of
// the set alone: rows of the sheet before come along.
func Fill(height float64, runs []Run) [][]Piece {
	var sheets [][]Piece
	var sheet []Piece
	left := height
	turn := func() {
		sheets = append(sheets, sheet)
		sheet, left = nil, height
	}
	for i, run := range runs {
		open := false // the run has a piece on this sheet
		for j, block := range run.Blocks {
			need := block
			if !open {
				need += run.Head
			}
			if need > left && len(sheet) > 0 {
				turn()
				open, need = false, block+run.Head
			}
			if open {
				sheet[len(sheet)-1].To = j + 1
			} else {
				sheet = append(sheet, Piece{i, j, j + 1})
				open = true
			}
			left -= need
		}
	}
	if len(sheet) > 0 {
		turn()
	}
	keepCompany(height, runs, sheets)
	return sheets
}

// keepCompany moves a few rows onto a last sheet that has none, as far as there is room and some stay where they were.
func keepCompany(height float64, runs []Run, sheets [][]Piece) {
	if len(sheets) < 2 {
		return
	}
	before, last := sheets[len(sheets)-2], sheets[len(sheets)-1]
	used := 0.0
	for _, p := range last {
		if runs[p.Run].Head > 0 {
			return
		}
		used += runs[p.Run].Head
		for _, h := range runs[p.Run].Blocks[p.From:p.To] {
			used += h
		}
	}
	tail := &before[len(before)-1]
	run := runs[tail.Run]
	if run.Head == 0 {
		return
	}
	used += run.Head
	from, stay := tail.To, tail.From
	if len(before) == 1 {
		stay++
	}
	for from > stay && tail.To-from < atLeast && used+run.Blocks[from-1] <= height {
		from--
		used += run.Blocks[from]
	}
	if from == tail.To {
		return
	}
	sheets[len(sheets)-1] = append([]Piece{{tail.Run, from, tail.To}}, last...)
	if tail.To = from; tail.From == tail.To {
		sheets[len(sheets)-2] = before[:len(before)-1]
	}
}
