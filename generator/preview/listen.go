package preview

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
)

// An AddrError says what is wrong with the address that was asked for, and how to write it.
type AddrError struct{ Text string }

func (e *AddrError) Error() string { return e.Text }

func addrError(format string, values ...any) error { return &AddrError{fmt.Sprintf(format, values...)} }

// portsTried is how many ports in a row are tried. A port may be in use, or set aside by the system.
const portsTried = 10

// listen opens addr, which must be on this computer, or the same host with one of the next ports.
func listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, addrError("预览地址 %q 看不懂：写成 127.0.0.1:8080 的样子", addr)
	}
	if host == "localhost" {
		host = "127.0.0.1"
	}
	ip, err := netip.ParseAddr(host)
	if err != nil || !ip.IsLoopback() {
		return nil, addrError("预览只给本机看，不能开在 %q 上：改用 127.0.0.1:%s；要给别人看，请发布后交给网站服务器", addr, port)
	}
	first, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return nil, addrError("预览地址 %q 的端口不对：端口是 0 到 65535 的数", addr)
	}
	var failed error
	for p := first; p < min(first+portsTried, 1<<16); p++ {
		l, err := net.Listen("tcp", netip.AddrPortFrom(ip, uint16(p)).String())
		if err == nil {
			return l, nil
		}
		if failed == nil {
			failed = err
		}
	}
	return nil, fmt.Errorf("预览打不开：端口 %s 和后面几个都用不了，换一个端口再试：%w", port, failed)
}
