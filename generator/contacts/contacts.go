// Package contacts reads and writes who people are: a table (CSV) of names and addresses
// outside of the site, and beside it the memory of what imports wrote for each person.
//
// It takes the path of the table and the folders of a site, and returns the contacts, or a
// function that changes them when somebody leaves or is renamed. It refuses places where
// others would read them. It does not know what profiles say.
package contacts

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/table"
	"ithaca/generator/worktree"
)

// Contact is a line of the contacts, the one place where names of mentees and addresses
// are kept: a file outside of the site and its repository.
type Contact struct {
	Key      string // "mentors-" or "requests-" with the slug or a random number
	Slug     string // of the profile, or the pseudonym
	Name     string
	Email    string
	Language string // in which to write to them, as a code; "" where it is not known
}

// Is reports whether a contact is of a kind: "mentors" or "requests".
func (c Contact) Is(kind string) bool { return strings.HasPrefix(c.Key, kind+"-") }

// notInNames are characters that no name of a profile or request has, as an import would
// write a file of that name.
const notInNames = "/\\:;,*?\"<>|"

var columns = []string{"key", "slug", "name", "email", "language"}

// columnOf returns the column that a heading names, "" for none.
func columnOf(heading string) string {
	switch name := strings.ToLower(heading); {
	case slices.Contains(columns, name):
		return name
	case name == "pseudonym":
		return "slug"
	case name == "e-mail" || name == "mail":
		return "email"
	}
	return ""
}

// Read reads the contacts at a path. Letters is the folder to which letters will be written,
// "" for none. The error is a *diag.Refusal if others would read either of the two.
func Read(site worktree.Folders, path, letters string) ([]Contact, error) {
	for _, one := range []string{path, letters} {
		if where := Inside(site, one); one != "" && where != "" {
			return nil, diag.Refuse("`"+one+"` lies "+where, "name one elsewhere, such as "+Outside(site.Site, "letters"))
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	all, err := Parse(data)
	return all, table.InFile(path, err)
}

// Parse reads the table. The error is a *table.Mistake for what is wrong with a line.
func Parse(data []byte) ([]Contact, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, nil
	}
	read, err := table.Read(bytes.NewReader(data), columnOf)
	switch {
	case err != nil:
		return nil, err
	case !slices.Contains(read.Columns, "slug") || !slices.Contains(read.Columns, "name"):
		return nil, &table.Mistake{Line: 1, Text: "contacts have the columns key, slug, name, e-mail and language"}
	case len(read.Unread) > 0: // they would be lost when the file is written again
		return nil, &table.Mistake{Line: 1, Text: "there is no column `" + read.Unread[0] + "`; the columns are " + strings.Join(columns, ",")}
	}
	var all []Contact
	for _, r := range read.Rows {
		if r.Problem != "" {
			return nil, &table.Mistake{Line: r.Line, Text: r.Problem}
		}
		plain := func(name string) string { return strings.TrimPrefix(r.Values[name], "'") }
		if strings.ContainsAny(plain("slug"), notInNames) {
			return nil, &table.Mistake{Line: r.Line, Text: "`" + plain("slug") + "` cannot be the name of a file; write the profile's or request's name, as ana-silva"}
		}
		all = append(all, Contact{plain("key"), plain("slug"), plain("name"), strings.ToLower(plain("email")), plain("language")})
	}
	return all, nil
}

// Text returns the contacts as a table (CSV).
func Text(all []Contact) []byte {
	rows := [][]string{columns}
	for _, c := range all {
		rows = append(rows, []string{c.Key, c.Slug, c.Name, c.Email, c.Language})
	}
	return table.Write(rows)
}

// NewKey returns a key of 96 random bits for a kind.
func NewKey(kind string, random io.Reader) (string, error) {
	var key [12]byte
	if _, err := io.ReadFull(random, key[:]); err != nil {
		return "", fmt.Errorf("make a key: %w", err)
	}
	return kind + "-" + hex.EncodeToString(key[:]), nil
}

// birds are the words of pseudonyms such as "heron-42". None is a first name of people.
//
//go:embed birds.txt
var birds string

// Pseudonym returns the pseudonym of a request, which follows from its key by a hash: the
// first of a sequence for which taken returns false.
func Pseudonym(key string, taken func(string) bool) string {
	names := strings.Fields(birds)
	for attempt := 0; ; attempt++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s/%d", key, attempt))
		bird := names[(int(sum[0])<<8|int(sum[1]))%len(names)]
		number := 10 + (int(sum[2])<<8|int(sum[3]))%90
		if attempt > 50 {
			number = 100 + (int(sum[2])<<16|int(sum[3])<<8|int(sum[4]))%9900
		}
		if name := fmt.Sprintf("%s-%d", bird, number); !taken(name) {
			return name
		}
	}
}

// Inside returns, in words, where a path is if others could read it there; "" if they could
// not.
func Inside(site worktree.Folders, path string) string {
	root := worktree.Repository(site.Site)
	switch {
	case worktree.Within(path, site.Site) || root != "" && worktree.Within(path, root):
		return "inside the site or its repository, where others read it"
	case site.Requests != "" && worktree.Within(path, site.Requests):
		return "among the requests, which it would give names to"
	}
	return ""
}

// Outside returns the path of a name beside the site's folder or its repository, quoted for
// the shell.
func Outside(site, name string) string {
	root := worktree.Repository(site)
	if root == "" {
		root = worktree.Real(site)
	}
	path := filepath.Join(filepath.Dir(root), name)
	if relative, err := filepath.Rel(worktree.Real("."), path); err == nil {
		path = relative
	}
	return diag.ShellWord(filepath.ToSlash(path))
}
