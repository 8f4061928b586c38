package worktree

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
)

// ErrNoGit is returned where git is not installed.
var ErrNoGit = errors.New("git was not found")

// safeSettings returns options with which git fetches nothing and runs no hook, pager, file
// watcher or diff program, whatever a repository or a person has configured.
func safeSettings() []string {
	return []string{
		"--no-pager", "--no-optional-locks", "--literal-pathspecs",
		"-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "core.pager=cat", "-c", "core.sshCommand=false",
		"-c", "core.attributesFile=" + os.DevNull, "-c", "credential.helper=", "-c", "diff.external=", "-c", "protocol.allow=never",
	}
}

// Git runs a git command in a folder, with in as its input, and returns its output. The
// error is ErrNoGit or has the text that git wrote to stderr. It runs without a shell.
func Git(folder string, in io.Reader, args ...string) ([]byte, error) {
	var complaint bytes.Buffer
	command := exec.Command("git", append(append([]string{"-C", folder}, safeSettings()...), args...)...)
	command.Stdin, command.Stderr = in, &complaint
	command.Env = append(os.Environ(), "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_TERMINAL_PROMPT=0", "GIT_EXTERNAL_DIFF=", "LC_ALL=C")
	out, err := command.Output()
	switch exit := (*exec.ExitError)(nil); {
	case errors.Is(err, exec.ErrNotFound):
		return nil, ErrNoGit
	case errors.As(err, &exit):
		return nil, errors.New(strings.TrimSpace(complaint.String()))
	}
	return out, err
}
