package online

import (
	"bufio"
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/idna"
)

// asker asks for an address and looks at the first lines of the answer alone. Those few
// lines of HTTP stand here because the client of net/http makes the program 300 kB larger.
type asker struct {
	dialer   *net.Dialer
	patience time.Duration
}

// asker returns one that asks nobody within a private network, whatever a name leads to.
func (o Options) asker() asker {
	open := o.Open
	if open == nil {
		open = onTheInternet
	}
	return asker{patience: cmp.Or(o.Patience, 15*time.Second), dialer: &net.Dialer{Control: func(_, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil || !open(at.Addr().Unmap()) {
			return errNotOpen
		}
		return nil
	}}}
}

// follow returns the status of the answer at the end of redirections.
func (a asker) follow(address string) (status int, err error) {
	u, err := url.Parse(address)
	for range mostRedirections + 1 {
		var to string
		if err == nil {
			status, to, err = a.answer(u)
		}
		if err != nil || status < 300 || status >= 400 || to == "" {
			return status, err
		}
		u, err = u.Parse(to)
	}
	return 0, errors.New("too many redirections")
}

// answer returns the status of an answer, and where it leads.
func (a asker) answer(u *url.URL) (status int, to string, err error) {
	port, known := map[string]string{"http": "80", "https": "443"}[u.Scheme]
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if strings.Contains(u.Hostname(), ":") { // an IPv6 address
		host, err = u.Hostname(), nil
	}
	if !known || err != nil {
		return 0, "", errors.New("not an address of the web")
	}
	ctx, cancel := context.WithTimeout(context.Background(), a.patience)
	defer cancel()
	port = cmp.Or(u.Port(), port)
	connection, err := a.dialer.DialContext(ctx, "tcp", net.JoinHostPort(host, port))
	if err != nil {
		return 0, "", err
	}
	defer connection.Close()
	stop := context.AfterFunc(ctx, func() { connection.SetDeadline(time.Unix(1, 0)) }) // long past: what waits ends
	defer stop()
	if u.Scheme == "https" {
		connection = tls.Client(connection, &tls.Config{ServerName: host, NextProtos: []string{"http/1.1"}})
	}
	if u.Port() != "" {
		host = net.JoinHostPort(host, port)
	} else if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if _, err := fmt.Fprintf(connection, "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: ithaca (looks whether links still lead somewhere)\r\nAccept: */*\r\nConnection: close\r\n\r\n",
		u.RequestURI(), host); err != nil {
		return 0, "", err
	}
	return readAnswer(connection)
}

// readAnswer reads the beginning of an answer, after those that only announce it.
func readAnswer(from io.Reader) (status int, to string, err error) {
	const most = 64 << 10
	reader := textproto.NewReader(bufio.NewReader(io.LimitReader(from, most)))
	for status < 200 {
		line, err := reader.ReadLine()
		if err != nil {
			return 0, "", err
		}
		protocol, rest, _ := strings.Cut(line, " ")
		code, _, _ := strings.Cut(rest, " ")
		if status, err = strconv.Atoi(code); err != nil || !strings.HasPrefix(protocol, "HTTP/1.") || status < 100 {
			return 0, "", errors.New("not an answer of the web")
		}
		header, err := reader.ReadMIMEHeader()
		if err != nil && !errors.Is(err, io.EOF) {
			return 0, "", err
		}
		to = header.Get("Location")
	}
	return status, to, nil
}
