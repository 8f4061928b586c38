// Package publish writes a finished portal to its output folder so that a
// reader never meets a half-written file and nobody loses a file of their own.
//
// It takes paths and finished bytes, and makes the folder hold exactly those,
// beside whatever other people put there. It does not know what a mentor, a
// template or a URL is, and it reports nothing but errors of the machine and
// refusals.
//
// # A run
//
//	run, err := publish.Open("public", publish.Options{...})
//	defer run.Abort()
//	err = run.Add("mentors/ana/index.html", page) // from any goroutine
//	result, err := run.Commit()
//
// Open takes a lock beside the output, reads the manifest, a file in the output
// that lists what Ithaca wrote, and removes the staging folder of a build that
// was killed. Add compares a file with the bytes on disk and, when it differs,
// writes it to a staging folder, hidden in the output. Until Commit nothing else changes, and Abort or any
// failed Add leaves the output as it was.
//
// Commit looks whether anything foreign has come to a place that was free, and
// writes a manifest of the old files and the new ones. It renames changed files
// one by one (assets, then pages, then the feeds and indexes that list pages),
// removes what is no longer planned, and writes the
// manifest of the new files. When nothing has changed it writes nothing.
//
// # Whose file is it
//
// A file is Ithaca's if the manifest lists it. Such a file is overwritten while
// it is planned, edited by hand or not. When it is no longer planned it is
// removed if its bytes are the listed ones, and otherwise kept, since somebody
// worked on it. Everything else is foreign: never overwritten, never deleted.
//
// # What holds when a build is killed
//
// Every file of the output is complete, old or new, and before the renames begin
// all are old. While they run (milliseconds to seconds) some are old and some
// new. The next build makes of either what a clean build would have made.
//
// # What holds when the power fails
//
// The manifest and its copy are flushed to the disk, one before the other, and
// both list old and new files before the first is renamed, so the next build
// knows what is Ithaca's even if one of them was damaged, cut or deleted. Pages
// are not flushed: one that was renamed seconds before may be empty or old
// afterwards. The next build compares bytes, not times, and writes it again. If
// the file system does not keep changes of several folders in order, a page that
// was just removed may come back; it is then a foreign file, which stays until
// somebody deletes it.
package publish
