package online

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"os"
	"sync"
	"time"
)

// Options say how others are asked.
type Options struct {
	Patience time.Duration // for one answer; 0 for 15 seconds
	// Open reports whether an address may be asked; nil for those of the open internet.
	Open func(netip.Addr) bool
}

// Bounds, so that an evening's profiles cannot make a run last.
const (
	mostLinks        = 2000
	sideBySide       = 8
	mostRedirections = 5
)

// What is said where nobody answers.
const (
	noSite   = "there is no such site"
	noAnswer = "nothing answers"
	tooLate  = "nothing answers in time"
)

var errNotOpen = errors.New("not of the open internet")

// ask returns what is wrong with addresses, by the address; nothing of those that answer.
func ask(links []link, o Options) map[string]string {
	bySite := map[string][]string{}
	problems := map[string]string{}
	var sites []string
	for _, l := range links {
		u, err := url.Parse(l.url)
		if _, seen := problems[l.url]; seen || err != nil || len(problems) == mostLinks {
			continue
		}
		problems[l.url] = ""
		if bySite[u.Host] == nil {
			sites = append(sites, u.Host)
		}
		bySite[u.Host] = append(bySite[u.Host], l.url)
	}
	asker, queue := o.asker(), make(chan string)
	var mutex sync.Mutex
	var working sync.WaitGroup
	for range sideBySide {
		working.Go(func() {
			for site := range queue {
				for _, address := range bySite[site] {
					problem := asker.problem(address)
					mutex.Lock()
					problems[address] = problem
					mutex.Unlock()
				}
			}
		})
	}
	for _, site := range sites {
		queue <- site
	}
	close(queue)
	working.Wait()
	return problems
}

func onTheInternet(a netip.Addr) bool {
	shared := netip.MustParsePrefix("100.64.0.0/10")
	return a.IsGlobalUnicast() && !a.IsPrivate() && !shared.Contains(a)
}

// problem says what is wrong with an address, "" for nothing.
func (a asker) problem(address string) string {
	status, err := a.follow(address)
	var certificate *tls.CertificateVerificationError
	var name *net.DNSError
	switch {
	case errors.Is(err, errNotOpen):
		return "it is an address of a private network"
	case errors.As(err, &name) && name.IsNotFound:
		return noSite
	case errors.As(err, &certificate):
		return "its certificate does not hold"
	case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
		return tooLate
	case err != nil:
		return noAnswer
	case status == 404 || status == 410:
		return fmt.Sprintf("there is no such page (%d)", status)
	case status >= 500 && status < 600:
		return fmt.Sprintf("the site fails (%d)", status)
	}
	return "" // also where only people or those who have signed in are let in
}
