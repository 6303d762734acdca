package preview

import (
	"fmt"
	"net/http"
	"time"
)

// heartbeat keeps an idle event stream from being taken for dead.
const heartbeat = 15 * time.Second

// events tells an open page the number of the build that is served, at once and whenever it changes, until the page or
// the server goes.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	stream := http.NewResponseController(w)
	b := s.now.Load()
	fmt.Fprint(w, "retry: 1000\n")
	for {
		fmt.Fprintf(w, "event: build\nid: %d\ndata: {\"build\":%d,\"reload\":%d}\n\n", b.number, b.number, b.reload)
		for waiting := true; waiting; {
			if stream.Flush() != nil {
				return
			}
			select {
			case <-r.Context().Done():
				return
			case <-beat.C:
				fmt.Fprint(w, ": still here\n\n")
			case <-b.replaced:
				b, waiting = s.now.Load(), false
			}
		}
	}
}
