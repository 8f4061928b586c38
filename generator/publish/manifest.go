package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator/filename"
)

// Names in the output that belong to this package.
const (
	manifestName = filename.OwnPrefix + "manifest"
	manifestCopy = filename.OwnPrefix + "manifest-copy"
	stagingName  = filename.OwnPrefix + "staging"
	lockName     = filename.OwnPrefix + "lock"
)

// manifestNames are the manifest and its copy, in the order of writing.
var manifestNames = [...]string{manifestName, manifestCopy}

type digest [sha256.Size]byte

// maxManifest bounds what is read of a manifest: about two million files.
const maxManifest = 256 << 20

const manifestHead = "ithaca-manifest 2 " // a hash of all following lines comes behind it

// manifest lists the files that Ithaca wrote: by path the SHA-256 of the bytes. While files
// are renamed, a path has the hashes of the old and the new bytes, and may not exist.
type manifest map[string][]digest

func (m manifest) add(name string, sums ...digest) {
	for _, sum := range sums {
		if !m.has(name, sum) {
			m[name] = append(m[name], sum)
		}
	}
}

// has reports whether name is listed with this hash.
func (m manifest) has(name string, sum digest) bool {
	return slices.Contains(m[name], sum)
}

// union returns all that is listed in either.
func (m manifest) union(other manifest) manifest {
	all := manifest{}
	for _, part := range []manifest{m, other} {
		for name, sums := range part {
			all.add(name, sums...)
		}
	}
	return all
}

// bytes returns a manifest as a file: a line with a checksum of the rest, by which damage
// is noticed, and a line for each hash, sorted by path and hash.
func (m manifest) bytes() []byte {
	var lines []byte
	for _, name := range slices.Sorted(maps.Keys(m)) {
		sums := slices.SortedFunc(slices.Values(m[name]), func(a, b digest) int { return bytes.Compare(a[:], b[:]) })
		for _, sum := range sums {
			lines = append(hex.AppendEncode(lines, sum[:]), "  "+name+"\n"...)
		}
	}
	return append(fmt.Appendf(nil, "%s%x\n", manifestHead, sha256.Sum256(lines)), lines...)
}

// parseManifest parses what bytes returns. It rejects everything else, because a file that
// is wrongly taken for ours would be overwritten.
func parseManifest(data []byte) (manifest, bool) {
	_, lines, _ := strings.Cut(string(data), "\n")
	m := manifest{}
	for line := range strings.Lines(lines) {
		written, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		sum, err := hex.DecodeString(written)
		if err != nil || len(sum) != sha256.Size || filename.PathProblem(name) != "" {
			return nil, false
		}
		m.add(name, digest(sum))
	}
	return m, bytes.Equal(m.bytes(), data)
}

// listing is the result of reading an output's manifest and its copy.
type listing struct {
	manifest manifest // nil if neither of them is there and undamaged
	damaged  bool     // one of them is there, but neither is undamaged
	intact   bool     // both are there and alike
}

// readManifests reads the manifest of an output or, where it is damaged or gone,
// the copy. Both are written in this order and flushed to the disk, so the
// first one that is undamaged lists everything that Ithaca wrote.
func readManifests(root *os.Root) (listing, error) {
	var found listing
	var texts [len(manifestNames)][]byte
	for i, name := range manifestNames {
		text, err := readPlain(root, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return listing{}, err
		}
		texts[i], found.damaged = text, true
	}
	for _, text := range texts {
		if m, ok := parseManifest(text); ok {
			return listing{manifest: m, intact: bytes.Equal(texts[0], texts[1])}, nil
		}
	}
	return found, nil
}

// readPlain reads a manifest; nil, which counts as damaged, where it is no plain file of at
// most maxManifest bytes.
func readPlain(root *os.Root, name string) ([]byte, error) {
	info, err := root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxManifest {
		return nil, err
	}
	return root.ReadFile(name)
}

// Published gives access to the files that the last build wrote to an output.
type Published struct {
	dir      string
	manifest manifest
}

// LookUp returns the files that the last build wrote to dir: none where there is no
// manifest or a damaged one, which Open reports.
func LookUp(dir string) *Published {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &Published{}
	}
	defer root.Close()
	found, _ := readManifests(root)
	return &Published{dir, found.manifest}
}

// Names returns the paths of all files that the last build wrote, sorted.
func (p *Published) Names() []string { return slices.Sorted(maps.Keys(p.manifest)) }

// File returns a file of the last build, and false where there is none or somebody has
// changed it since.
func (p *Published) File(name string) ([]byte, bool) {
	data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
	if err != nil || !p.manifest.has(name, sha256.Sum256(data)) {
		return nil, false
	}
	return data, true
}
