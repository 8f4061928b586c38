//go:build !linux && !darwin

package publish

// exchange puts one folder in the place of another and returns the path at which
// the old tree then lies. When it fails nothing has happened.
func exchange(fresh, live, aside string) (old string, err error) {
	return exchangeByRenames(fresh, live, aside)
}
