package browser

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// required reports whether a machine must have what the tests need.
func required() bool { return os.Getenv("ITHACA_BROWSER") == "required" }

func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		fmt.Println("the browser tests are left out of short runs")
		os.Exit(0)
	}
	if findBrowser() == "" {
		fmt.Println("there is no Chromium: the browser tests are left out")
		if required() {
			os.Exit(1)
		}
		os.Exit(0)
	}
	status := m.Run()
	if stop != nil {
		stop()
	}
	os.Exit(status)
}

func findBrowser() string {
	for _, name := range []string{"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// stop closes what the tests share, once something has been opened.
var stop func()

// shared is what all tests use: the portal and a running browser.
type shared struct {
	*portalServer
	browser context.Context
}

// start builds the portal and starts the browser, once.
var start = sync.OnceValues(func() (*shared, error) {
	dir, err := os.MkdirTemp("", "ithaca-browser")
	if err != nil {
		return nil, err
	}
	stop = func() { os.RemoveAll(dir) }
	portal, err := servePortal(dir)
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(findBrowser()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		// The preset's, and that no process is started in case another page is opened: of
		// three that a test began, one was that.
		chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,SpareRendererForSitePerProcess"),
		chromedp.Flag("hide-scrollbars", true), chromedp.Flag("lang", "en"), chromedp.Env("TZ=Europe/Athens"))
	allocator, freeAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	browser, _ := chromedp.NewContext(allocator)
	stop = func() {
		closing, cancel := context.WithTimeout(browser, 10*time.Second)
		chromedp.Cancel(closing)
		cancel()
		freeAllocator()
		portal.Close()
		os.RemoveAll(dir)
	}
	return &shared{portal, browser}, chromedp.Do(browser)
})
