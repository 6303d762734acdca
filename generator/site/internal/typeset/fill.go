package typeset

// A Run (一段) is a stack of blocks that a sheet may end between: the rows of a table, which stand under their head again on
// every sheet; the lines of a paragraph; or a single block, which is never parted.
type Run struct {
	Head   float64   // height of what stands above the blocks, again on every sheet; 0 for nothing
	Blocks []float64 // heights
	Keep   bool      // it stands on the sheet on which the next begins, as a heading does
	End    bool      // it is of the end of a set or document, which is not left with a sheet to itself
}

// A Piece (一块) is what a sheet shows of a run: its blocks from From up to To.
type Piece struct{ Run, From, To int }

// atLeast is how many rows or lines keep the end company, when it would have the last sheet to itself.
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
			if need+kept(runs[i:], j) > left && len(sheet) > 0 {
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

// kept is the height of what must stand on the same sheet after block j of the first run.
func kept(runs []Run, j int) float64 {
	if run := runs[0]; !run.Keep || j < len(run.Blocks)-1 || len(runs) == 1 || len(runs[1].Blocks) == 0 {
		return 0
	}
	return runs[1].Head + runs[1].Blocks[0] + kept(runs[1:], 0)
}

// keepCompany moves a few rows or lines onto a last sheet that has nothing but the end, as far as there is room and some
// stay where they were.
func keepCompany(height float64, runs []Run, sheets [][]Piece) {
	if len(sheets) < 2 {
		return
	}
	before, last := sheets[len(sheets)-2], sheets[len(sheets)-1]
	used := 0.0
	for _, p := range last {
		if !runs[p.Run].End {
			return
		}
		used += stacked(runs[p.Run], p)
	}
	for len(before) > 1 { // what else is of the end comes along whole
		p := before[len(before)-1]
		h := stacked(runs[p.Run], p)
		if !runs[p.Run].End || p.From > 0 || used+h > height {
			break
		}
		used += h
		before, last = before[:len(before)-1], append([]Piece{p}, last...)
	}
	tail := &before[len(before)-1]
	run := runs[tail.Run]
	used += run.Head
	from, stay := tail.To, tail.From
	if len(before) == 1 {
		stay++
	}
	for from > stay && tail.To-from < atLeast && used+run.Blocks[from-1] <= height {
		from--
		used += run.Blocks[from]
	}
	if from < tail.To {
		last = append([]Piece{{tail.Run, from, tail.To}}, last...)
		if tail.To = from; tail.From == tail.To {
			before = before[:len(before)-1]
		}
	}
	sheets[len(sheets)-2], sheets[len(sheets)-1] = before, last
}

// stacked is the height of a piece of a run.
func stacked(run Run, p Piece) float64 {
	sum := run.Head
	for _, h := range run.Blocks[p.From:p.To] {
		sum += h
	}
	return sum
}
