package cli

import (
	"errors"
	"os"

	"ithaca/generator/ask"
	"ithaca/generator/contacts"
)

// How much of what a table says wrong is printed.
const (
	maxShown   = 20 // of a table that cannot be used
	maxLeftOut = 5  // of lines that are left out
)

// evaluate prints how suggestions agree with the past pairs of a file, in which names
// are translated by the contacts of another, if there is one.
func (a *app) evaluate(m *ask.Matching, file, contactsFile string) (err error) {
	var known []contacts.Contact
	if contactsFile != "" {
		if known, err = contacts.Read(a.options.Folders(), contactsFile, ""); err != nil {
			return err
		}
	}
	if err := checkFile("--evaluate: ", file, "; name a table saved as CSV"); err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	past, err := m.PastPairs(f, known)
	if wrong := new(ask.TableError); errors.As(err, &wrong) {
		a.Mistaken(file, wrong.Mistakes, maxShown)
		if contactsFile == "" {
			a.Complain("Where the table holds names instead of pseudonyms, --contacts FILE translates them.")
		}
		return errFound
	} else if err != nil {
		return err
	}
	a.Mistaken(file, past.LeftOut, maxLeftOut)
	return a.Evaluation(m.Evaluate(past))
}
