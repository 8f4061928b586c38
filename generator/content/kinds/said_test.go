package kinds

import (
	"fmt"
	"strings"
	"testing"

	"ithaca/generator/portal"
)

func FuzzNeedsAreReadAsTheyAreWritten(f *testing.F) {
	for _, seed := range []string{
		"go", "go:must", "public speaking:nice:3", "go:3:must", "a:b", ":must", "go:", "go:must:must", "::", "go : MUST : teaches", "é:1", "\x00:want",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := &portal.Request{}
		if list := Said(r, "needs", text); list.HasErrors() || strings.ContainsAny(text, ",;") || strings.TrimSpace(text) == "" {
			return
		}
		if len(r.Needs) != 1 {
			t.Fatalf("%q is read as %+v", text, r.Needs)
		}
		n := r.Needs[0]
		if portal.Fold(n.Topic.Text) == "" || n.Goal < 0 || n.Goal > portal.Teaches || !strings.Contains(text, n.Topic.Text) {
			t.Fatalf("%q is read as %+v", text, n)
		}
		whole := n.Topic.Text
		if n.Want != "" {
			whole += ":" + string(n.Want)
		}
		if n.Goal > 0 {
			whole = fmt.Sprintf("%s:%d", whole, n.Goal)
		}
		if again := (&portal.Request{}); Said(again, "needs", whole).HasErrors() || again.Needs[0] != n {
			t.Fatalf("%q is read as %+v, and %q as %+v", text, n, whole, again.Needs)
		}
	})
}

func TestAMoveIsTypedWithOneEndOrTwo(t *testing.T) {
	for text, want := range map[string]string{"nursing:data": "nursing data", "nursing:": "nursing ", " : data": " data", ":": "", "nursing": ""} {
		r := &portal.Request{}
		list := Said(r, "move", text)
		if got := r.Move.From.Text + " " + r.Move.To.Text; list.HasErrors() != (want == "") || want != "" && got != want {
			t.Errorf("%q is read as %q: %v", text, got, list)
		}
	}
}
