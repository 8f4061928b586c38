// Package serve shows a portal in a browser while it is written.
//
// It takes the latest snapshot of a site and answers requests with its pages,
// each drawn when it is asked for; it watches the site's folders, takes a new
// snapshot after each edit, and tells open pages to look again. What it sends is
// what build writes, with the headers of _headers, so that what works here works
// when it is published. Pages that a person visits end with one more line: the
// script that keeps them fresh.
//
// A snapshot with errors does not replace the last good one: its errors are
// shown over it, and gone as soon as they are mended.
//
// It listens to this machine alone unless told otherwise, and answers nobody but
// the pages that came from it: see guard. What it says of files and of requests
// beside the pages is for this machine even then. It knows neither content nor
// templates, makes no URL of a portal, and prints nothing: what happens is
// reported to the functions in Options.
package serve
