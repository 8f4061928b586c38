package start

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"ithaca/generator/content"
)

// Program is the Ithaca that a new site is checked and published with.
type Program struct {
	Repository string // the web address of its source
	Release    string // "v1.2.3"; "" if it is none
	Commit     string // "" if it is not known
	Sums       []byte // checksums of the release's programs, as sha256sum prints them; nil if they are not known
}

// Where a site says which Ithaca it takes; get.sh beside them reads both.
const (
	versionFile = ".ithaca/version"
	sumsFile    = ".ithaca/ithaca.sha256"
)

// pin adds the files that say which Ithaca a site takes.
func (p Program) pin(files map[string][]byte) {
	files[versionFile] = fmt.Appendf(nil, `# Which Ithaca makes this portal; get.sh fetches it. To take a newer one, write its commit,
# and its release if there is one, whose archives hold the new %s.
repository=%s
release=%s
commit=%s
`, filepath.Base(sumsFile), p.Repository, p.Release, p.Commit)
	if p.Release != "" && p.Sums != nil {
		files[sumsFile] = p.Sums
	}
}

// Missing says what an organizer has to write before a site can fetch its Ithaca; "" for
// nothing.
func (p Program) Missing() string {
	var missing []string
	if p.Repository == "" || exampleHost.MatchString(p.Repository) {
		missing = append(missing, "its address after `repository=`")
	}
	if p.Commit == "" {
		missing = append(missing, "the commit to take after `commit=`, as this program does not know its own")
	}
	return strings.Join(missing, ", and ")
}

// exampleHost matches addresses that lead nowhere, such as those of the demo.
var exampleHost = regexp.MustCompile(`^https?://([^/]*\.)?example(\.com|\.org|\.net)?(/|$)`)

// Source returns the web address at which a portal says that its source is kept, by the
// text of its index.md; "" if it does not say.
func Source(index []byte) string {
	p, _ := content.Link([]*content.Document{content.Decode(indexFile, index)}, content.Options{})
	return p.Program.Repository.URL
}

// sum is a line that sha256sum prints of a program.
var sum = regexp.MustCompile(`(?m)^([0-9a-f]{64}) [ *]ithaca-([a-z0-9]+-[a-z0-9]+)$`)

// Sums returns the checksums of a release's programs from the file that lies beside each
// of them, nil if there is none. It must name the program itself, so that a file of
// another release is not believed.
func Sums(program string) []byte {
	program, err := filepath.EvalSymlinks(program)
	if err != nil {
		return nil
	}
	sums, err1 := os.ReadFile(filepath.Join(filepath.Dir(program), filepath.Base(sumsFile)))
	data, err2 := os.ReadFile(program)
	if cmp.Or(err1, err2) != nil {
		return nil
	}
	own := sha256.Sum256(data)
	var found []byte
	known := false
	for _, line := range sum.FindAllSubmatch(sums, -1) {
		found = append(append(found, line[0]...), '\n')
		known = known || string(line[2]) == runtime.GOOS+"-"+runtime.GOARCH && bytes.Equal(line[1], []byte(hex.EncodeToString(own[:])))
	}
	if !known {
		return nil
	}
	return found
}
