package intake

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"ithaca/generator/table"
)

// Contact is a line of the contacts, the one place where names of mentees and addresses
// are kept: a file outside of the site and its repository.
type Contact struct {
	Key      string // "mentors-" or "requests-" and what the pseudonym is made of
	Slug     string // of the profile, or the pseudonym
	Name     string
	Email    string
	Language string // in which to write to them, as a code; "" where it is not known
}

// is reports whether a contact is of a kind.
func (c Contact) is(kind Kind) bool { return strings.HasPrefix(c.Key, string(kind)+"-") }

var contactColumns = []string{"key", "slug", "name", "email", "language"}

// contactColumn returns the column that a heading names.
func contactColumn(heading string) string {
	if name := strings.ToLower(heading); slices.Contains(contactColumns, name) {
		return name
	}
	return ""
}

// ReadContacts reads the contacts' file. The error is a *table.Mistake for what is wrong
// with a line.
func ReadContacts(data []byte) ([]Contact, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, nil
	}
	read, err := table.Read(bytes.NewReader(data), contactColumn)
	switch {
	case err != nil:
		return nil, err
	case len(read.Unread) > 0: // they would be lost when the file is written again
		return nil, &table.Mistake{Line: 1, Text: "there is no column `" + read.Unread[0] + "`; the columns are " + strings.Join(contactColumns, ",")}
	}
	var all []Contact
	for _, r := range read.Rows {
		if r.Problem != "" {
			return nil, &table.Mistake{Line: r.Line, Text: r.Problem}
		}
		plain := func(name string) string { return strings.TrimPrefix(r.Values[name], "'") }
		all = append(all, Contact{plain("key"), plain("slug"), plain("name"), strings.ToLower(plain("email")), plain("language")})
	}
	return all, nil
}

// WriteContacts returns the contacts as a file.
func WriteContacts(all []Contact) []byte {
	rows := [][]string{contactColumns}
	for _, c := range all {
		rows = append(rows, []string{c.Key, c.Slug, c.Name, c.Email, c.Language})
	}
	return table.Write(rows)
}

// newKey returns a key that nobody can guess from a name.
func newKey(kind Kind, random io.Reader) (string, error) {
	var key [12]byte
	if _, err := io.ReadFull(random, key[:]); err != nil {
		return "", fmt.Errorf("make a key: %w", err)
	}
	return string(kind) + "-" + hex.EncodeToString(key[:]), nil
}

// birds name requests: "heron-42". None is a first name that people bear.
//
//go:embed birds.txt
var birds string

// pseudonym returns the name of a request that belongs to a key, the first of its
// attempts that nobody has.
func pseudonym(key string, taken func(string) bool) string {
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

// Memory is what was last imported: for each person a hash of every field, so that what
// was edited since can be told from what was not. It holds no name and no address.
type Memory struct {
	Salt   string              `json:"salt"`
	People map[string]Recalled `json:"people"` // by a hash of kind and address
}

// Recalled is what was last imported of a person.
type Recalled struct {
	File   string            `json:"file"`
	Fields map[string]string `json:"fields"` // hashes by paths
}

// ReadMemory reads the memory's file; nothing gives a new memory.
func ReadMemory(data []byte) (Memory, error) {
	var m Memory
	if len(data) > 0 {
		if err := json.Unmarshal(data, &m); err != nil {
			return m, fmt.Errorf("the memory of earlier imports is damaged (%w); restore it, or remove it: fields that differ then count as edited by hand", err)
		}
	}
	if m.People == nil {
		m.People = map[string]Recalled{}
	}
	return m, nil
}

// Write returns the memory as a file.
func (m Memory) Write() []byte {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic("intake: the memory cannot be written: " + err.Error())
	}
	return append(data, '\n')
}

// hash returns a text in a form that does not tell it.
func (m Memory) hash(parts ...string) string {
	sum := sha256.Sum256([]byte(m.Salt + "\x00" + strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:9])
}
