package publish

import (
	"errors"
	"os"
)

// exchangeByRenames does in two steps what exchange does in one where the
// system offers no better way: for a moment there is no output. A build killed
// in that moment leaves the old tree aside, and the next sweep brings it back.
func exchangeByRenames(fresh, live, aside string) (old string, err error) {
	if err := os.Rename(live, aside); err != nil {
		return "", err
	}
	if err := os.Rename(fresh, live); err != nil {
		return "", errors.Join(err, os.Rename(aside, live))
	}
	return aside, nil
}
