// Package publish writes a finished portal to its output folder so that a
// reader never meets a half-written file and nobody loses a file of their own.
//
// It takes paths and finished bytes, and gives a folder that holds exactly
// those, beside whatever other people put there. It does not know what a
// mentor, a template or a URL is, and it reports nothing but errors of the
// machine and refusals.
//
// # A run
//
//	run, err := publish.Open("public", publish.Options{...})
//	defer run.Abort()
//	err = run.Add("mentors/ana/index.html", page) // from any goroutine
//	result, err := run.Commit()
//
// Open takes a lock beside the output, sweeps up after builds that were killed
// and reads the manifest, a file in the output that lists what the last build
// wrote. Add compares a file with the bytes on disk and stages it in a folder
// beside the output when it differs. Until Commit the output is not touched,
// and Abort or any failed Add leaves it as it was.
//
// # Two ways to commit
//
// By exchange: the staging folder is filled up with hard links to everything
// that stays, changes places with the output in one step of the file system,
// and the old tree is removed. A reader sees the old portal or the new one.
//
// In place: each changed file is renamed over the old one, assets first, then
// pages, then the feeds and indexes that list pages. A reader sees whole files,
// for a moment some old and some new. This way is taken where an exchange is
// impossible or would cost far more than the change is worth; Result.Why says
// which.
//
// # Whose file is it
//
// A file is Ithaca's if the manifest lists it. Such a file is overwritten while
// it is planned, edited by hand or not. When it is no longer planned it is
// removed if its bytes are the listed ones, and otherwise kept, since somebody
// worked on it. Everything else is foreign: never overwritten, never deleted.
// While files are being renamed the manifest lists the old state and the new
// one, so the build after a killed build still knows what is Ithaca's.
//
// # What is not promised
//
// Nothing is flushed to the disk before Commit returns: a killed build costs
// nothing, but after a power failure the output may need to be built again.
package publish
