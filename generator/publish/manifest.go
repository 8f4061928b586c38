package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

type digest [sha256.Size]byte

// maxManifest bounds what is read of a manifest: about two million files.
const maxManifest = 256 << 20

const (
	manifestHead = "ithaca-manifest 1 "
	hexLen       = 2 * sha256.Size
	lineGap      = "  "
)

// manifest lists what Ithaca wrote: each path with the hash of its bytes.
//
// A complete manifest has one hash a path. One that is written before files
// are renamed in place is unfinished: it lists the old state and the new, so a
// path may have two hashes and need not exist.
type manifest struct {
	found      bool // it was read from the output
	unfinished bool
	sums       map[string][]digest
}

// bytes writes the manifest: a head line with the number of lines, so that a
// cut file is noticed, then the lines sorted by path and hash.
func (m manifest) bytes() []byte {
	var body bytes.Buffer
	lines := 0
	for _, name := range slices.Sorted(maps.Keys(m.sums)) {
		sums := slices.Clone(m.sums[name])
		slices.SortFunc(sums, func(a, b digest) int { return bytes.Compare(a[:], b[:]) })
		for _, sum := range sums {
			body.WriteString(hex.EncodeToString(sum[:]))
			body.WriteString(lineGap)
			body.WriteString(name)
			body.WriteByte('\n')
			lines++
		}
	}
	state := "complete"
	if m.unfinished {
		state = "unfinished"
	}
	return append(fmt.Appendf(nil, "%s%s %d\n", manifestHead, state, lines), body.Bytes()...)
}

// parseManifest accepts exactly what bytes writes. Anything else is an error,
// since a guess could cost somebody a file.
func parseManifest(data []byte) (manifest, error) {
	text := string(data)
	head, rest, ok := strings.Cut(text, "\n")
	state, ok2 := strings.CutPrefix(head, manifestHead)
	if !ok || !ok2 {
		return manifest{}, errors.New("line 1 is not the head of a manifest this version knows")
	}
	state, number, _ := strings.Cut(state, " ")
	lines, err := strconv.Atoi(number)
	if err != nil || strconv.Itoa(lines) != number || lines < 0 || lines > len(rest)/(hexLen+len(lineGap)) ||
		state != "complete" && state != "unfinished" {
		return manifest{}, errors.New("line 1 does not fit the lines below it")
	}
	m := manifest{found: true, unfinished: state == "unfinished", sums: make(map[string][]digest, lines)}
	return m, m.parseLines(rest, lines)
}

func (m manifest) parseLines(rest string, lines int) error {
	sums := make([]digest, 0, lines) // one allocation for all
	previous := ""
	for n := range lines {
		line, after, ok := strings.Cut(rest, "\n")
		sum, name, reason := parseLine(line)
		switch {
		case !ok:
			return fmt.Errorf("it ends in line %d", n+2)
		case reason != "":
			return fmt.Errorf("line %d: %s", n+2, reason)
		case name < previous:
			return fmt.Errorf("line %d is not in order", n+2)
		}
		sums = append(sums, sum)
		if name != previous {
			m.sums[name] = sums[n : n+1 : n+1]
		} else if n == 0 || !m.unfinished || len(m.sums[name]) > 1 || bytes.Compare(sums[n-1][:], sum[:]) >= 0 {
			return fmt.Errorf("line %d repeats a path", n+2)
		} else {
			m.sums[name] = sums[n-1 : n+1 : n+1]
		}
		previous, rest = name, after
	}
	if rest != "" {
		return fmt.Errorf("it goes on after line %d", lines+1)
	}
	return nil
}

func parseLine(line string) (sum digest, name, reason string) {
	if len(line) < hexLen+len(lineGap) || line[hexLen:hexLen+len(lineGap)] != lineGap {
		return sum, "", "it is not a hash, two spaces and a path"
	}
	written := line[:hexLen]
	if _, err := hex.Decode(sum[:], []byte(written)); err != nil || strings.ToLower(written) != written {
		return sum, "", "it does not begin with a hash"
	}
	name = line[hexLen+len(lineGap):]
	return sum, name, badPath(name)
}

// readManifest reads the manifest of an output. Without one it gives an empty
// manifest that was not found.
func readManifest(root *os.Root, given string) (manifest, error) {
	info, err := root.Lstat(manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil
	}
	at := filepath.Join(given, manifestName)
	if err != nil {
		return manifest{}, fault("read", at, err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxManifest {
		return manifest{}, damaged(given, "it is not a plain file of a sensible size")
	}
	file, err := root.Open(manifestName)
	if err != nil {
		return manifest{}, fault("read", at, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, info.Size()))
	if err != nil {
		return manifest{}, fault("read", at, err)
	}
	m, err := parseManifest(data)
	if err != nil {
		return manifest{}, damaged(given, err.Error())
	}
	return m, nil
}

func damaged(given, how string) error {
	return refusal(given, "%s is damaged (%s), and without it Ithaca cannot tell its own files from yours; "+
		"move what you want to keep out of %s, delete that folder and build again", manifestName, how, given)
}

// folders returns every folder that holds a listed file, at any depth.
func (m manifest) folders() map[string]bool {
	return foldersOf(maps.Keys(m.sums))
}

// has reports whether name is listed with this hash.
func (m manifest) has(name string, sum digest) bool {
	return slices.Contains(m.sums[name], sum)
}
