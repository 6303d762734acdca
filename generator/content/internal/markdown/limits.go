package markdown

import "bytes"

// What goldmark may be given. Its time and memory grow with the square of
// some counts, so these are looked at before it runs; each limit is far above
// what a record needs.
const (
	maxTableCells = 5000
	maxNesting    = 16
	maxBackticks  = 32       // in a row; each length is searched for on its own
	maxWork       = 50 << 20 // steps, see blockCost
	levelCost     = 100      // steps for one line in one level of quotes and lists
)

// overLimits gives the place and the name of the first limit source exceeds,
// or "". It errs on the side of refusing: text in code counts like any other.
func overLimits(source []byte) (off int, what string) {
	var block blockCost
	work, cells, deepest := int64(0), 0, 0
	for start := 0; start < len(source); {
		end := start + bytes.IndexByte(source[start:], '\n')
		if end < start {
			end = len(source)
		}
		line := source[start:end]
		depth, text := containers(line)
		if depth > maxNesting {
			return start, "引用或列表套了 16 层以上"
		}
		deepest = max(deepest, depth)
		work += int64(deepest) * levelCost // every line, blank ones too, is held against all open levels
		if len(bytes.Trim(line, " \t>")) == 0 || startsBullet(line) {
			work += block.steps()
			cells += block.cells
			block = blockCost{}
		}
		if run := block.add(text); run > maxBackticks {
			return start, "一连写了 32 个以上的反引号"
		}
		if cells+block.cells > maxTableCells {
			return start, "表格超过 5000 格"
		}
		if work+block.steps() > maxWork {
			return start, "这里的方括号、星号或列表层次太多"
		}
		start = end + 1
	}
	return 0, ""
}

// startsBullet reports whether a line begins a list item whatever stands above.
func startsBullet(line []byte) bool {
	rest := bytes.TrimLeft(line, " ")
	return len(line)-len(rest) <= 3 && len(rest) > 2 && (rest[0] == '-' || rest[0] == '+' || rest[0] == '*') &&
		rest[1] == ' ' && rest[2] != ' '
}

// blockCost bounds what goldmark does with lines that it may take together:
// neither a blank line nor a bullet parts them.
type blockCost struct {
	lines         int
	marks         int // [ ] * _ <: each may look back at all the others
	scans         int // for each line its marks times its length: a link's address is looked for to the line's end
	columns, rows int // of the widest table that a delimiter row could open
	cells         int
}

func (b *blockCost) steps() int64 {
	return int64(b.marks)*int64(b.marks+b.lines) + int64(b.scans)
}

// add counts one line and gives the length of its longest run of backticks.
func (b *blockCost) add(line []byte) (backticks int) {
	b.lines++
	marks, run := 0, 0
	rule := true
	for i, c := range line {
		switch c {
		case '[', ']', '<':
			marks++
		case '*', '_':
			if i == 0 || line[i-1] != c {
				marks++
			}
		}
		if c == '`' {
			run++
			backticks = max(backticks, run)
		} else {
			run = 0
		}
		rule = rule && (c == '-' || c == '|' || c == ':' || c == ' ' || c == '\t')
	}
	b.marks += marks
	b.scans += marks * len(line)
	b.rows++
	if rule && len(bytes.Trim(line, "-")) > 0 {
		// Only the widest such row can matter, and the first of them has the most rows below.
		if b.columns == 0 {
			b.rows = 2
		}
		inner := bytes.TrimSuffix(bytes.TrimPrefix(bytes.TrimSpace(line), []byte("|")), []byte("|"))
		b.columns = max(b.columns, 1+bytes.Count(inner, []byte("|")))
	}
	b.cells = b.columns * b.rows
	return backticks
}

// containers counts how deep in quotes and lists a line can lie, and gives
// the rest of the line. Two columns of indent can keep one list level open;
// they count only before a further mark, since texts are indented freely.
func containers(line []byte) (depth int, rest []byte) {
	indent, marks := 0, 0
	for len(line) > 0 {
		switch c := line[0]; {
		case c == ' ':
			indent++
		case c == '\t':
			indent += 4
		case c == '>':
			marks++
			depth = marks + indent/2
		case (c == '-' || c == '+' || c == '*') && (len(line) == 1 || line[1] == ' ' || line[1] == '\t'):
			marks++
			depth = marks + indent/2
		case c >= '0' && c <= '9':
			n := 1
			for n < len(line) && n < 10 && line[n] >= '0' && line[n] <= '9' {
				n++
			}
			if n == len(line) || line[n] != '.' && line[n] != ')' {
				return depth, line
			}
			marks++
			depth = marks + indent/2
			line = line[n:]
		default:
			return depth, line
		}
		line = line[1:]
	}
	return depth, line
}
