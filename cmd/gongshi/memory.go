package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// heapLimit keeps a build of ten thousand records under 400 MB while the collector runs rarely. A township's own board
// stays far below it and is built without collecting at all.
const heapLimit = 360 << 20

// tuneMemory lets the heap grow freely up to heapLimit. It is for commands that build once and end.
func tuneMemory() {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(heapLimit)
}

// easeMemory goes back to the usual collecting when the records alone come near the limit, as those of a whole county
// do: under a limit that the live heap fills, the collector would never rest.
func easeMemory() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > heapLimit*2/3 && m.NumGC > 0 {
		runtime.GC()
		runtime.ReadMemStats(&m)
		if m.HeapAlloc > heapLimit*2/3 {
			debug.SetMemoryLimit(math.MaxInt64)
			debug.SetGCPercent(100)
		}
	}
}
