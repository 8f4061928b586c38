// Package serve shows a portal in a browser while it is written.
//
// It takes a snapshot of a site and answers requests with its pages, each drawn
// when it is asked for. It watches the site's folders; when something in them
// changes it takes a new snapshot and tells open pages to ask for their version.
// What it sends is what build writes, with the headers of _headers, so that what
// works here works when it is published. Pages that a person visits end with one
// more line: the script that keeps them up to date.
//
// A snapshot with errors does not replace the last good one: its errors are
// shown over it, and gone as soon as they are mended.
//
// It listens to this machine alone unless told otherwise, and answers nobody but
// the pages that came from it: see guard. Even then only this machine is told of
// files and of requests. It knows neither content nor templates, makes no URL of a
// portal, and prints nothing: what happens is reported to the functions in Options.
package serve
