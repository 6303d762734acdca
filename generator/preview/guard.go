package preview

import (
	"net"
	"net/http"
	"strconv"
	"strings"
)

// guard lets through only what a browser on this computer asks of its own accord. A page from elsewhere can make the
// browser send requests here, even under a name of its own that it points at 127.0.0.1; Host, Origin and Sec-Fetch-Site
// tell those apart.
func guard(own *net.TCPAddr, next http.Handler) http.Handler {
	port := strconv.Itoa(own.Port)
	hosts := map[string]bool{own.String(): true}
	for _, name := range []string{"localhost", "127.0.0.1", "[::1]"} {
		hosts[name+":"+port] = true
		if own.Port == 80 {
			hosts[name] = true
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		host := strings.ToLower(r.Host)
		origin, fromPage := r.Header["Origin"]
		from := r.Header.Get("Sec-Fetch-Site")
		navigates := r.Header.Get("Sec-Fetch-Mode") == "navigate" // a link followed here, from a mail or another site
		switch {
		case !hosts[host]:
			http.Error(w, "此地址不提供预览", http.StatusForbidden)
		case fromPage && (len(origin) != 1 || origin[0] != "http://"+host),
			from != "" && from != "same-origin" && from != "none" && !navigates:
			http.Error(w, "别的网站不能读取预览", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "只能读取", http.StatusMethodNotAllowed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}
