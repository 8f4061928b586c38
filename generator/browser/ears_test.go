package browser

import (
	"fmt"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// listen collects what the browser complains of and asks for.
func (p *page) listen() {
	p.must(chromedp.Listen(p.ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			p.complain("console: %s: %s", e.Type, describe(e.Args))
		case *runtime.EventExceptionThrown:
			p.complain("exception: %s %s", e.ExceptionDetails.Text, describe([]*runtime.RemoteObject{e.ExceptionDetails.Exception}))
		case *log.EventEntryAdded:
			p.complain("console: %s: %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL)
		case *network.EventRequestWillBeSent:
			p.ask(e.Request.URL)
		case *network.EventResponseReceived:
			if e.Response.Status >= 400 {
				p.complain("answered with %d: %s", e.Response.Status, e.Response.URL)
			}
		}
	}))
}

func describe(values []*runtime.RemoteObject) string {
	var words []string
	for _, v := range values {
		switch {
		case v == nil:
		case v.Description != "":
			words = append(words, v.Description)
		default:
			words = append(words, string(v.Value))
		}
	}
	return strings.Join(words, " ")
}

// ask notes what was asked for. What a script has made itself leaves no tab.
func (p *page) ask(url string) {
	if strings.HasPrefix(url, "blob:") || strings.HasPrefix(url, "data:") {
		return
	}
	if !strings.HasPrefix(url, p.URL+"/") {
		p.complain("asked of another host: %s", url)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked = append(p.asked, url)
}

// requests returns what was asked for since the tab was led to its page.
func (p *page) requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.asked)
}

func (p *page) complain(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.faults = append(p.faults, fmt.Sprintf(format, args...))
}

// complaints returns what has been complained of until now.
func (p *page) complaints() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Join(p.faults, "\n")
}

// expect says that a complaint holding these words is meant to come.
func (p *page) expect(words string) { p.expected = append(p.expected, words) }

// judge fails the test for every complaint that was not expected.
func (p *page) judge() {
	// Events come before the answer to what is asked after them.
	if _, err := chromedp.Run(p.ctx, chromedp.Location()); err != nil {
		p.t.Error(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
next:
	for _, fault := range p.faults {
		for _, words := range p.expected {
			if strings.Contains(fault, words) {
				continue next
			}
		}
		p.t.Error(fault)
	}
}
