package portaltest

import (
	"os"
	"os/exec"
	"testing"
)

// Long reports whether tests take all their cases, as .ci/run asks by ITHACA_LONG, and not a
// part of them. With -short they never do.
func Long() bool { return os.Getenv("ITHACA_LONG") != "" && !testing.Short() }

// Tools skips a test where one of the programs that it runs is missing, or fails it
// when ITHACA_TOOLS=required.
func Tools(t testing.TB, programs ...string) {
	t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err == nil {
			continue
		}
		if os.Getenv("ITHACA_TOOLS") == "required" {
			t.Fatalf("ITHACA_TOOLS=required, and there is no %s", program)
		}
		t.Skipf("there is no %s to run the commands with", program)
	}
}
