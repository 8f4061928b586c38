package publish

import (
	"crypto/sha256"
	"io"
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
	p := &Published{dir: dir}
	f, err := os.Open(filepath.Join(dir, manifestName))
	if err != nil {
		return p
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxManifest+1))
	if err != nil || len(data) > maxManifest {
		return p
	}
	if m, err := parseManifest(data); err == nil {
		p.manifest = m
	}
	return p
}

// File returns a file as the last build wrote it, and false when there is none or
// somebody has changed it since.
func (p *Published) File(name string) ([]byte, bool) {
	sums := p.manifest.sums[name]
	if len(sums) == 0 {
		return nil, false
	}
	root, err := os.OpenRoot(p.dir)
	if err != nil {
		return nil, false
	}
	defer root.Close()
	data, err := root.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return nil, false
	}
	sum := digest(sha256.Sum256(data))
	for _, known := range sums {
		if known == sum {
			return data, true
		}
	}
	return nil, false
}
