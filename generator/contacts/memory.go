package contacts

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ithaca/generator/portal"
	"ithaca/generator/wholefile"
)

// Memory is what was last imported: for each person a hash of every field, so that what
// was edited since can be told from what was not. It holds no name and no address.
type Memory struct {
	Salt   string              `json:"salt"`
	People map[string]Recalled `json:"people"` // by a hash of kind and address
	// Tables are those that the last import of a kind was told by, as paths from the
	// memory's folder.
	Tables map[string]Tables `json:"tables,omitempty"`
}

// Tables say what stands in an export: "" for none.
type Tables struct {
	Map     string `json:"map,omitempty"`
	Answers string `json:"answers,omitempty"`
}

// Recalled is what was last imported of a person.
type Recalled struct {
	File   string            `json:"file"`
	Fields map[string]string `json:"fields"` // hashes by paths
}

// memoryPath is where the memory lies beside the contacts.
func memoryPath(contacts string) string {
	return filepath.Join(filepath.Dir(contacts), "imported.json")
}

// ReadMemory reads the memory beside the contacts; where there is none it is new.
func ReadMemory(contacts string) (Memory, error) {
	m := Memory{People: map[string]Recalled{}}
	data, err := wholefile.Read(memoryPath(contacts))
	if err == nil && data != nil {
		if err = json.Unmarshal(data, &m); err != nil {
			err = fmt.Errorf("the memory of earlier imports is damaged (%w); restore it, or remove it: fields that differ then count as edited by hand", err)
		}
	}
	return m, err
}

// Write writes the memory beside the contacts.
func (m Memory) Write(contacts string) error {
	return wholefile.Replace(memoryPath(contacts), m.text(), 0o600)
}

// IsWritten reports whether it lies there as it is.
func (m Memory) IsWritten(contacts string) bool {
	return wholefile.Holds(memoryPath(contacts), m.text())
}

func (m Memory) text() []byte {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic("contacts: the memory cannot be written: " + err.Error())
	}
	return append(data, '\n')
}

// AddSalt lets the hashes of a new memory tell nothing.
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

// Hash returns a text in a form that does not tell it.
func (m Memory) Hash(parts ...string) string {
	sum := sha256.Sum256([]byte(m.Salt + "\x00" + strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:9])
}

// Person returns what the memory knows a person by: the address, or where there is none
// the name.
func (m Memory) Person(kind, email, name string) string {
	return m.Hash(kind, cmp.Or(email, portal.Fold(name)))
}
