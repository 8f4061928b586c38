package diag

import "strings"

// Refusal is why something that somebody asked for is not done, and what to do about it.
type Refusal struct{ reason, remedy string }

// Refuse returns a *Refusal.
func Refuse(reason, remedy string) error { return &Refusal{reason, remedy} }

func (r *Refusal) Error() string { return r.reason }

// Hint says what to do.
func (r *Refusal) Hint() string { return r.remedy }

// ShellWord puts a path in quotes where a shell would take it apart.
func ShellWord(text string) string {
	if strings.ContainsAny(text, " \t'\"\\$&;|<>()*?[]{}!#~`") {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return text
}
