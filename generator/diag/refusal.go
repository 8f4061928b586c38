package diag

import (
	"strconv"
	"strings"
)

// Refusal is why something that somebody asked for is not done, and what to do about it.
type Refusal struct{ reason, remedy string }

// Refuse returns a *Refusal.
func Refuse(reason, remedy string) error { return &Refusal{reason, remedy} }

func (r *Refusal) Error() string { return r.reason }

// Hint says what to do.
func (r *Refusal) Hint() string { return r.remedy }

// At returns the refusal with the line that it is about, from 1; 0 for none.
func (r *Refusal) At(line int) *Refusal {
	if line == 0 {
		return r
	}
	return &Refusal{"line " + strconv.Itoa(line) + ": " + r.reason, r.remedy}
}

// ShellWord puts a path in quotes where a shell would take it apart.
func ShellWord(text string) string {
	if strings.ContainsAny(text, " \t'\"\\$&;|<>()*?[]{}!#~`") {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return text
}
