package paper

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// A NoBrowser is that no browser was found which can print.
type NoBrowser struct {
	Named string   // the program asked for; empty when any would do
	Tried []string // names and paths that were looked at
}

func (e *NoBrowser) Error() string {
	return "no browser found; tried " + strings.Join(e.Tried, ", ")
}

// Find gives the path of a Chromium, Chrome or Edge on this machine, or of the one that is named by its path or by a name
// on the search path. The error is a *NoBrowser.
func Find(named string) (string, error) {
	tried := programs()
	if named != "" {
		tried = []string{named}
	}
	for _, program := range tried {
		if found, err := exec.LookPath(program); err == nil {
			return found, nil
		}
	}
	return "", &NoBrowser{named, tried}
}

// programs are the names and places of browsers that print by the same engine. Every Windows since 10 has Edge.
func programs() []string {
	switch runtime.GOOS {
	case "windows":
		var all []string
		for _, root := range []string{os.Getenv("ProgramFiles(x86)"), os.Getenv("ProgramFiles"), os.Getenv("LocalAppData")} {
			if root == "" {
				continue
			}
			for _, program := range []string{`Microsoft\Edge\Application\msedge.exe`, `Google\Chrome\Application\chrome.exe`, `Chromium\Application\chrome.exe`} {
				all = append(all, filepath.Join(root, program))
			}
		}
		return append(all, "msedge", "chrome", "chromium")
	case "darwin":
		return []string{
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
			"chromium", "google-chrome",
		}
	}
	return []string{
		"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable",
		"chrome", "headless_shell", "/snap/bin/chromium",
	}
}
