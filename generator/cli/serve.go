package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/cli/browser"
	"github.com/spf13/cobra"

	"ithaca/generator/diag"
	"ithaca/generator/serve"
)

// defaultAddr is this machine alone.
const defaultAddr = "127.0.0.1:4000"

// serveFlags are those of the command serve.
type serveFlags struct {
	addr   string
	chosen bool // the address was typed
	open   bool
	poll   bool
	editor string
}

func serveCommand(a *app) *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve [--addr HOST:PORT] [--open]",
		Short: "Show the portal in your browser while you write",
		RunE: func(c *cobra.Command, _ []string) error {
			f.chosen = c.Flags().Changed("addr")
			return a.serve(f)
		},
	}
	c.Flags().StringVar(&f.addr, "addr", defaultAddr, "the `address` to listen on, or only its port; nobody but this machine is let in unless you name another")
	c.Flags().BoolVar(&f.open, "open", false, "open the portal in your browser")
	c.Flags().BoolVar(&f.poll, "poll", false, "look for changes once a second, where the system does not tell of them")
	c.Flags().StringVar(&f.editor, "editor", "", "the `editor` that links open: a program's name, or an address with {file}, {line} and {column}")
	return c
}

func (a *app) serve(f serveFlags) error {
	addr, err := fullAddress(f.addr)
	if err != nil {
		return usageError{err}
	}
	f.addr = addr
	if f.editor != "" && serve.Editor(f.editor) == "" {
		return usageError{errors.New("--editor takes a program that opens links, as code, or an address with {file}, not `" + f.editor + "`")}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it whatever happens
	// The address is opened before anything is read, which may take a moment: a
	// taken port is known at once.
	l, err := serve.Listen(f.addr, !f.chosen)
	if err != nil {
		return err
	}
	defer l.Close()
	return a.follow(ctx, f, l)
}

// fullAddress returns the address that was typed: a host and a port, or a port of
// this machine alone.
func fullAddress(typed string) (string, error) {
	host, port, err := net.SplitHostPort(typed)
	if err != nil {
		host, port = "127.0.0.1", typed
	}
	n, err := strconv.ParseUint(port, 10, 64)
	switch {
	case err != nil:
		return "", errors.New("--addr takes an address as 127.0.0.1:4000 or a port as 4000, not `" + typed + "`")
	case n > maxPort:
		return "", fmt.Errorf("--addr: there is no port %d; ports go up to %d", n, maxPort)
	}
	return net.JoinHostPort(host, strconv.FormatUint(n, 10)), nil
}

// maxPort is the highest port there is.
const maxPort = 65535

// follow serves the site and reports each edit in a line.
func (a *app) follow(ctx context.Context, f serveFlags, l net.Listener) error {
	options := a.options
	options.Drafts, options.Output = true, a.public()
	var printing sync.Mutex // edits may be reported while the first lines are written
	printing.Lock()
	var server *serve.Server
	var err error
	server, err = serve.Open(ctx, serve.Options{
		Site: options, Poll: f.poll, Today: a.clock(), Now: time.Now,
		Editor: serve.Editor(f.editor, os.Getenv("VISUAL"), os.Getenv("EDITOR")), Path: a.Here,
		Notice: func(text string) { a.Complain("%s", text) },
		Report: func(e serve.Edit) {
			printing.Lock()
			defer printing.Unlock()
			a.reportEdit(e, l, server)
		},
	})
	if err != nil {
		return err
	}
	if err := a.reportAny(server.Diagnostics(), server.Source); err != nil {
		return err
	}
	a.welcome(f, l, server.Home())
	printing.Unlock()
	return serve.Run(ctx, l, f.addr, server)
}

// welcome says where the portal is, and opens it.
func (a *app) welcome(f serveFlags, l net.Listener, home string) {
	host, port, _ := net.SplitHostPort(l.Addr().String())
	if _, asked, _ := net.SplitHostPort(f.addr); asked != port && asked != "0" {
		a.Complain("port %s is in use by another program; this is port %s", asked, port)
	}
	if !net.ParseIP(host).IsLoopback() {
		a.Complain("whoever reaches this machine can read the portal, drafts too")
	}
	address := addressOf(l, home)
	a.Say("The portal is at %s (end with Ctrl-C; %s)", address, elapsed(time.Since(a.started)))
	if f.open {
		browser.Stdout, browser.Stderr = io.Discard, io.Discard
		if err := browser.OpenURL(address); err != nil {
			a.Complain("no browser could be opened: %s", err)
		}
	}
}

// reportEdit says in one line what came of an edit. New mistakes follow, or one that
// is still there.
func (a *app) reportEdit(e serve.Edit, l net.Listener, server *serve.Server) {
	what := "after an edit"
	if e.NewDay {
		what = "on the new day"
	}
	if e.Err != nil {
		a.Complain("%s: %s", what, e.Err)
		return
	}
	found := diag.Count(e.Errors, "error", "errors")
	if e.Warnings > 0 {
		found += ", " + diag.Count(e.Warnings, "warning", "warnings")
	}
	a.Say("%s: %s, %s", what, found, elapsed(e.Took))
	if e.Home != "" {
		a.Say("the portal is now at %s", addressOf(l, e.Home))
	}
	_ = a.reportAny(e.New, server.Source) // the pages show them too
	if e.More > 0 {
		a.Complain("and %d more, which `ithaca check` lists too", e.More)
	}
	for _, d := range e.Still {
		d.File = a.Here(d.File)
		a.Complain("still %s", d)
	}
}

// reportAny reports mistakes if there are any: an empty list is no news.
func (a *app) reportAny(list diag.List, source func(file string) []byte) error {
	if len(list) == 0 {
		return nil
	}
	return a.Report(list, source)
}

// addressOf returns the address of a path of what listens.
func addressOf(l net.Listener, path string) string {
	host, port, _ := net.SplitHostPort(l.Addr().String())
	if net.ParseIP(host).IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + path
}
