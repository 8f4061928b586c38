package terminal

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// CanAsk reports whether somebody is there to answer questions.
func (t *Terminal) CanAsk() bool { return t.Format == "text" && watched(t.In) && watched(t.Out) }

// line reads what somebody types.
func (t *Terminal) line() (string, error) {
	if t.typed == nil {
		t.typed = bufio.NewReader(io.LimitReader(t.In, 1<<20))
	}
	return t.typed.ReadString('\n')
}

// Ask asks until the answer is empty or the check, which may be nil, is content. At
// the end of the input all answers are empty.
func (t *Terminal) Ask(question string, check func(answer string) error) (string, error) {
	for {
		t.Say("\n%s", question)
		fmt.Fprint(t.Out, "> ")
		line, err := t.line()
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		answer := strings.TrimSpace(line)
		if answer == "" || err != nil || check == nil {
			return answer, nil
		}
		wrong := check(answer)
		if wrong == nil {
			return answer, nil
		}
		t.Say("That does not work: %s%s", wrong, Hint(Remedy(wrong)))
	}
}

// Agreed asks a question, and reports whether the answer is a yes; asked is false where
// nobody is there to answer.
func (t *Terminal) Agreed(question string) (agreed, asked bool) {
	if !t.CanAsk() {
		return false, false
	}
	fmt.Fprint(t.Out, question)
	answer, err := t.line()
	if answer == "" && err != nil { // the null device looks like a terminal
		t.Say("")
		return false, false
	}
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes", true
}

// Remedy returns what an error says about mending it, "" if it does not.
func Remedy(err error) string {
	var with interface{ Hint() string }
	if errors.As(err, &with) {
		return with.Hint()
	}
	return ""
}

// Hint returns a remedy as it stands below a message, "" for none.
func Hint(remedy string) string {
	if remedy == "" {
		return ""
	}
	return "\nhint: " + remedy
}
