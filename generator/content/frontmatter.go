package content

import "strings"

const frontMatterHint = "文件第一行写 +++，下面写各项（如 title = \"……\"），写完再用一行 +++ 收尾，正文写在它下面"

// splitFront finds the TOML between the +++ lines at the head of a .md text
// and the offset at which the body begins.
func splitFront(file, text string) (front span, body int, problem *Problem) {
	fault := func(off int, text2, hint string) (span, int, *Problem) {
		at := locator{file: file, text: text}
		return span{}, len(text), &Problem{Pos: at.pos(off), Rule: ruleFrontMatter, Text: text2, Hint: hint}
	}
	open := 0
	for open < len(text) && strings.TrimSpace(lineAt(text, open)) == "" {
		open += len(lineAt(text, open)) + 1
	}
	if open >= len(text) {
		return fault(0, "文件是空的", frontMatterHint)
	}
	switch fence := strings.TrimSpace(lineAt(text, open)); {
	case fence == "+++":
	case strings.Trim(fence, "＋+") == "":
		return fault(open, "第一行的加号不对", "要用三个英文加号：+++（切换到英文输入法再输）")
	case strings.Trim(fence, "-") == "" && len(fence) >= 3:
		return fault(open, "第一行是 ---，这里用的是 +++", "把开头和结尾的 --- 都改成 +++；各项写成 title = \"……\"，不写成 title: ……")
	default:
		return fault(open, "文件开头缺少 +++", frontMatterHint)
	}
	start := min(open+len(lineAt(text, open))+1, len(text))
	for at := start; at < len(text); at += len(lineAt(text, at)) + 1 {
		switch line := strings.TrimSpace(lineAt(text, at)); {
		case line == "+++":
			return span{start, at}, min(at+len(lineAt(text, at))+1, len(text)), nil
		case len(line) >= 3 && strings.Trim(line, "＋+") == "":
			return fault(at, "收尾的加号不对", "要用三个英文加号：+++")
		}
	}
	return fault(open, "开头的 +++ 没有收尾", "在各项写完、正文开始之前，单独加一行 +++")
}

// lineAt gives the line that starts at off, without its newline.
func lineAt(text string, off int) string {
	line, _, _ := strings.Cut(text[off:], "\n")
	return line
}
