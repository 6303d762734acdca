package town

// A stream is a splitmix64 sequence (Steele, Lea and Flood, 2014). It is spelt out here so that a town never depends on
// the version of a library: the same number and seed give the same bytes for ever.
type stream uint64

func (s *stream) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	return scramble(uint64(*s))
}

func scramble(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// streamOf is the stream of one record, so that what stands in it does not hang on how much the others drew.
func streamOf(seed uint64, kind string, i int) *stream {
	s := scramble(seed + 1)
	for _, c := range []byte(kind) {
		s = scramble(s + uint64(c))
	}
	r := stream(scramble(s + uint64(i)))
	return &r
}

// below is a number from 0 to n-1.
func (s *stream) below(n int) int { return int(s.next() % uint64(n)) }

// from is a number from low to high, both included.
func (s *stream) from(low, high int) int { return low + s.below(high-low+1) }

// percent is true p times in a hundred.
func (s *stream) percent(p int) bool { return s.below(100) < p }

func pick[T any](s *stream, some []T) T { return some[s.below(len(some))] }
