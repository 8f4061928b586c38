//go:build unix

package cli_test

import (
	"os/exec"
	"syscall"
)

// inGroup makes a command the first of a process group.
func inGroup(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// endGroup ends a command and all that it started.
func endGroup(c *exec.Cmd) { _ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
