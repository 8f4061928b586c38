package portaltest

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Node runs a script of ES modules in Node and gives what it writes to its
// standard output. The folder's modules lie beside the script, which gets the
// input as JSON on its standard input. Where there is no Node the test is
// skipped, or fails when ITHACA_NODE=required.
func Node(t testing.TB, modules, script string, input any) []byte {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		if os.Getenv("ITHACA_NODE") == "required" {
			t.Fatal("ITHACA_NODE=required, and there is no node")
		}
		t.Skip("there is no node to run the page's modules with")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(modules)); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"package.json": `{"type": "module"}`, "run.js": script} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, filepath.Join(dir, "run.js"))
	var complaint bytes.Buffer
	run.Stdin, run.Stderr = bytes.NewReader(data), &complaint
	said, err := run.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s%s", err, said, complaint.Bytes())
	}
	return said
}
