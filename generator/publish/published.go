package publish

import (
	"crypto/sha256"
	"os"
	"path/filepath"
)

// Published is what the last build wrote to an output, for reading.
type Published struct {
	dir      string
	manifest manifest
}

// Look reads which files the last build wrote to dir. An output without a
// manifest, or with a damaged one, holds nothing; that is no error here, because
// Open will tell.
func Look(dir string) *Published {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &Published{}
	}
	defer root.Close()
	found, _ := readManifests(root)
	return &Published{dir, found.manifest}
}

// File returns a file as the last build wrote it, and false when there is none or
// somebody has changed it since.
func (p *Published) File(name string) ([]byte, bool) {
	if len(p.manifest[name]) == 0 {
		return nil, false
	}
	root, err := os.OpenRoot(p.dir)
	if err != nil {
		return nil, false
	}
	defer root.Close()
	data, err := root.ReadFile(filepath.FromSlash(name))
	if err != nil || !p.manifest.has(name, sha256.Sum256(data)) {
		return nil, false
	}
	return data, true
}
