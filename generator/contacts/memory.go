package contacts

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator/portal"
	"ithaca/generator/wholefile"
)

// Memory is what was last imported: for each person a hash of every field, by which fields
// that were edited since are recognised. It contains no name and no address.
type Memory struct {
	Salt   string              `json:"salt"`
	People map[string]Recalled `json:"people"`           // by Person
	Tables map[string]Tables   `json:"tables,omitempty"` // by kind and columns
}

// Tables are the paths of the map and the answers of the last import of a table, relative to
// the memory's folder if possible; "" for none.
type Tables struct {
	Map     string   `json:"map,omitempty"`
	Answers string   `json:"answers,omitempty"`
	Columns []string `json:"columns,omitempty"` // hashes of its headings: a table without any begins with a person
}

// Recalled is what was last imported of a person.
type Recalled struct {
	File   string            `json:"file"`
	Fields map[string]string `json:"fields"` // by path of a field: the hash of its value
}

// pathOfMemory returns the path of the memory, beside the contacts.
func pathOfMemory(contacts string) string {
	return filepath.Join(filepath.Dir(contacts), "imported.json")
}

// ReadMemory reads the memory beside the contacts; an empty one where there is none.
func ReadMemory(contacts string) (Memory, error) {
	m := Memory{People: map[string]Recalled{}}
	data, err := wholefile.Read(pathOfMemory(contacts))
	if err == nil && data != nil {
		if err = json.Unmarshal(data, &m); err != nil {
			err = fmt.Errorf("the memory of earlier imports is damaged (%w); restore it, or remove it: fields that differ then count as edited by hand", err)
		}
	}
	return m, err
}

// Write writes the memory beside the contacts.
func (m Memory) Write(contacts string) error {
	return wholefile.Replace(pathOfMemory(contacts), m.text(), 0o600)
}

// IsWritten reports whether the memory on the disk is the same.
func (m Memory) IsWritten(contacts string) bool {
	return wholefile.Holds(pathOfMemory(contacts), m.text())
}

func (m Memory) text() []byte {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic("contacts: the memory cannot be written: " + err.Error())
	}
	return append(data, '\n')
}

// AddSalt gives a new memory a random salt, without which its hashes could be guessed.
func (m *Memory) AddSalt(random io.Reader) error {
	if m.Salt != "" {
		return nil
	}
	var salt [16]byte
	if _, err := io.ReadFull(random, salt[:]); err != nil {
		return fmt.Errorf("make a salt: %w", err)
	}
	m.Salt = hex.EncodeToString(salt[:])
	return nil
}

// Like returns the columns of a table, and of the imported tables of its kind the key of the
// one that it seems to be, which has more than half of the columns too; "" for none.
func (m Memory) Like(kind string, headings []string) (columns []string, like string) {
	for _, heading := range headings {
		columns = append(columns, m.Hash("column", heading))
	}
	most := 0
	for _, key := range slices.Sorted(maps.Keys(m.Tables)) {
		if key != kind && !strings.HasPrefix(key, kind+" ") {
			continue
		}
		shared := 0
		for _, column := range columns {
			if slices.Contains(m.Tables[key].Columns, column) {
				shared++
			}
		}
		if 2*shared > max(len(columns), len(m.Tables[key].Columns), 2*most) {
			like, most = key, shared
		}
	}
	return columns, like
}

// Hash returns the first 72 bits of a salted SHA-256 of texts, in hexadecimal.
func (m Memory) Hash(parts ...string) string {
	sum := sha256.Sum256([]byte(m.Salt + "\x00" + strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:9])
}

// Person returns the key of a person in People: a hash of the kind and the address, or
// where there is none the name.
func (m Memory) Person(kind, email, name string) string {
	return m.Hash(kind, cmp.Or(email, portal.Fold(name)))
}
