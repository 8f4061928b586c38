package cli

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// asker asks questions on a terminal.
type asker struct {
	app *app
	in  *bufio.Reader
}

// asker returns what asks questions, nil where nobody can answer them.
func (a *app) asker() *asker {
	if a.format != "text" || !terminal(a.In) || !terminal(a.Out) {
		return nil
	}
	return &asker{a, bufio.NewReader(io.LimitReader(a.In, 1<<20))}
}

// ask asks until the answer is empty or the check, which may be nil, is content. At
// the end of the input all answers are empty.
func (q *asker) ask(question string, check func(answer string) error) (string, error) {
	for {
		q.app.say("\n%s", question)
		if _, err := io.WriteString(q.app.Out, "> "); err != nil {
			return "", err
		}
		line, err := q.in.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		answer := strings.TrimSpace(line)
		if answer == "" || err != nil {
			return answer, nil
		}
		if check == nil {
			return answer, nil
		}
		wrong := check(answer)
		if wrong == nil {
			return answer, nil
		}
		q.app.say("That does not work: %s%s", wrong, hint(remedy(wrong)))
	}
}

// remedy returns what an error says about mending it, "" if it does not.
func remedy(err error) string {
	var with interface{ Hint() string }
	if errors.As(err, &with) {
		return with.Hint()
	}
	return ""
}

// hint returns a remedy as it stands below a message, "" for none.
func hint(remedy string) string {
	if remedy == "" {
		return ""
	}
	return "\nhint: " + remedy
}
