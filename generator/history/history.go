// Package history asks git what has changed since a revision.
//
// It takes a folder and a revision and returns which files differ from it, with what they
// were. Git is asked for names and bytes of objects alone, and what lies on the disk is read
// here: so no filter or diff program of anybody's can run on a stranger's change.
//
// It does not know the portal, and writes nothing.
package history

// Error is why git cannot answer, and what to do about it.
type Error struct{ reason, remedy string }

func (e *Error) Error() string { return e.reason }

// Hint says what to do.
func (e *Error) Hint() string { return e.remedy }

// noGit says what to do where git is not installed.
func noGit() error {
	return &Error{"git was not found", "install git, or name the files: `ithaca check content/mentors/ana-silva.md`"}
}
