//go:build !linux

package publish

// spread has nothing to ask for on this system.
func spread(string) {}
