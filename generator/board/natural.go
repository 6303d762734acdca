package board

import "strings"

// compareOrder puts records in the order the clerk gave them, and those without one, or with the same, by id.
func compareOrder(xOrder int, xID string, yOrder int, yID string) int {
	if xOrder != yOrder {
		return xOrder - yOrder
	}
	return compareNatural(xID, yID)
}

// compareNatural orders ids so that 2025-9 stands before 2025-10: runs of digits compare as numbers.
func compareNatural(a, b string) int {
	for a != "" && b != "" {
		na, nb := digits(a), digits(b)
		if na > 0 && nb > 0 {
			x, y := trimZeros(a[:na]), trimZeros(b[:nb])
			if len(x) != len(y) {
				return len(x) - len(y)
			}
			if x != y {
				return strings.Compare(x, y)
			}
			a, b = a[na:], b[nb:]
			continue
		}
		if a[0] != b[0] {
			return int(a[0]) - int(b[0])
		}
		a, b = a[1:], b[1:]
	}
	return len(a) - len(b)
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}
