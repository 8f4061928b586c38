package cli

import (
	"errors"
	"io"
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
func (a *app) evaluate(m *ask.Matching, file, contactsFile string) error {
	var known []contacts.Contact
	if contactsFile != "" {
		if err := a.outside(contactsFile); err != nil {
			return err
		}
		if err := a.readTable("contacts", contactsFile, func(f *os.File) error {
			data, err := io.ReadAll(f)
			if err == nil {
				known, err = contacts.Parse(data)
			}
			return err
		}); err != nil {
			return err
		}
	}
	var past *ask.PastPairs
	err := a.readTable("evaluate", file, func(f *os.File) (err error) {
		past, err = m.PastPairs(f, known)
		return err
	})
	if err != nil {
		if contactsFile == "" && errors.Is(err, errFound) {
			a.Complain("Where the table holds names instead of pseudonyms, --contacts FILE translates them.")
		}
		return err
	}
	a.Mistaken(file, past.LeftOut, maxLeftOut)
	return a.Evaluation(m.Evaluate(past))
}

// outside refuses contacts inside the site, which a build or a push would publish.
func (a *app) outside(file string) error {
	if _, inside := relative(a.site, file); inside {
		return usageError{errors.New("--contacts: `" + file + "` lies inside the site, which may be published; keep contacts in a folder outside of it")}
	}
	return nil
}

// readTable opens a table that a flag names, and prints what keeps it from being
// read. What is no file is a wrong usage.
func (a *app) readTable(flag, file string, read func(*os.File) error) error {
	if err := checkFile("--"+flag+": ", file, "; name a table saved as CSV"); err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	err = read(f)
	all, one := new(ask.TableError), new(ask.LineMistake)
	if errors.As(err, &one) {
		all.Mistakes = []ask.LineMistake{*one}
	} else if !errors.As(err, &all) {
		return err
	}
	a.Mistaken(file, all.Mistakes, maxShown)
	return errFound
}
