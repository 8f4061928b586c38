package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/net/netutil"

	"ithaca/generator/diag"
)

const (
	maxConnections = 256 // that are answered at a time; the others wait
	triedPorts     = 20  // in search of a free one
)

// Listen opens an address, "127.0.0.1:4000". Where the port is taken, the next
// free one is used if that is allowed, and named in a *diag.Refusal if not.
func Listen(addr string, orNext bool) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case !errors.Is(err, syscall.EADDRINUSE):
		return nil, diag.Refuse(err.Error(), "--addr takes an address of this machine, with a port above 1023")
	}
	inUse := addr + " is in use by another program"
	host, port, _ := net.SplitHostPort(addr)
	taken, _ := strconv.Atoi(port)
	for n := range triedPorts {
		free := net.JoinHostPort(host, strconv.Itoa(taken+1+n))
		l, err := net.Listen("tcp", free)
		switch {
		case err != nil:
		case orNext:
			return l, nil
		default:
			l.Close()
			return nil, diag.Refuse(inUse, "try --addr "+free)
		}
	}
	return nil, diag.Refuse(inUse, "end that program, or name another address with --addr")
}

// Run answers the requests that reach a listener until the context ends, and
// closes it. Addr is the address as it was asked for: the host in it is one that
// the server goes by.
func Run(ctx context.Context, l net.Listener, addr string, handler http.Handler) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	server := newHTTP(handler, host)
	defer context.AfterFunc(ctx, func() { server.Close() })()
	err = server.Serve(netutil.LimitListener(l, maxConnections))
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serve: %w", err)
}

// newHTTP bounds what a client may take.
func newHTTP(handler http.Handler, host string) *http.Server {
	return &http.Server{
		Handler:           guard{handler, host},
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       5 * time.Second, // others wait for the connection
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // what clients do wrong is not the writer's business
	}
}
