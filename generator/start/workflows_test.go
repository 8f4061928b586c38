package start_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content/field"
)

// workflow is a file of GitHub's, read as far as the tests look at it.
type workflow struct {
	name string
	text string
	root field.Node
	jobs []job
}

type job struct {
	name  string
	node  field.Node
	steps []field.Node
}

// workflows reads those of this repository and those that a new site is given.
func workflows(t *testing.T, folder string) []workflow {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.yml"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%s holds %d workflows: %v", folder, len(files), err)
	}
	var all []workflow
	for _, file := range files {
		all = append(all, readWorkflow(t, file))
	}
	return all
}

func readWorkflow(t *testing.T, file string) workflow {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := &field.Decoder{File: file}
	root, ok := d.Parse(text)
	if !ok {
		t.Fatalf("%s: %v", file, d.Diags)
	}
	w := workflow{name: filepath.ToSlash(file), text: string(text), root: root}
	for name, node := range root.Get("jobs").Entries() {
		w.jobs = append(w.jobs, job{name.Value, node, node.Get("steps").Items()})
	}
	return w
}

const (
	ours  = "../../.github/workflows"
	given = "skeleton/ci/github/workflows"
)

var pinned = regexp.MustCompile(`^[a-z-]+/[a-z-]+@[0-9a-f]{40}$`)

func TestActionsArePinnedByCommitWithTheirVersion(t *testing.T) {
	pins := map[string]string{}
	for _, w := range slices.Concat(workflows(t, ours), workflows(t, given)) {
		for _, j := range w.jobs {
			for _, step := range j.steps {
				uses := step.Get("uses")
				if uses.Node == nil {
					continue
				}
				action, commit, _ := strings.Cut(uses.Value, "@")
				if !pinned.MatchString(uses.Value) {
					t.Errorf("%s: %s is not pinned by a commit", w.name, uses.Value)
				}
				version := regexp.MustCompile(regexp.QuoteMeta(uses.Value) + ` # (v\d+\.\d+\.\d+)\n`).FindStringSubmatch(w.text)
				if version == nil {
					t.Errorf("%s: no comment says which version %s is", w.name, uses.Value)
					continue
				}
				pin := commit + " " + version[1]
				if pins[action] != "" && pins[action] != pin {
					t.Errorf("%s: %s is pinned as %s here and as %s elsewhere", w.name, action, pin, pins[action])
				}
				pins[action] = pin
				if action == "actions/checkout" && text(step.Get("with").Get("persist-credentials")) != "false" {
					t.Errorf("%s: %s leaves its credentials to the steps that follow", w.name, j.name)
				}
			}
		}
	}
}

func TestWorkflowsGiveStrangersNothing(t *testing.T) {
	for _, w := range slices.Concat(workflows(t, ours), workflows(t, given)) {
		for _, word := range []string{"pull_request_target", "workflow_run", "secrets.", "github.event"} {
			if strings.Contains(w.text, word) {
				t.Errorf("%s holds %s", w.name, word)
			}
		}
		if p := w.root.Get("permissions"); !p.IsGroup() || !onlyReads(p) {
			t.Errorf("%s: permissions are not only those to read", w.name)
		}
		on := w.root.Get("on")
		strangers := on.Has("pull_request") || text(on) == "pull_request"
		for _, j := range w.jobs {
			if strangers && !onlyReads(j.node.Get("permissions")) {
				t.Errorf("%s: %s may write, and pull requests start it", w.name, j.name)
			}
			if !j.node.Has("timeout-minutes") {
				t.Errorf("%s: nothing ends %s", w.name, j.name)
			}
			for _, step := range j.steps {
				if strings.Contains(text(step.Get("run")), "${{") {
					t.Errorf("%s: %s puts a value into a command: pass it by env", w.name, j.name)
				}
			}
		}
	}
}

// text returns what a value says, "" for none.
func text(n field.Node) string {
	if n.Node == nil {
		return ""
	}
	return n.Value
}

// onlyReads reports whether no permission lets anything be changed.
func onlyReads(permissions field.Node) bool {
	for _, value := range permissions.Entries() {
		if value.Value != "read" && value.Value != "none" {
			return false
		}
	}
	return true
}

func TestBothKindsOfPortalArePublishedDaily(t *testing.T) {
	for _, folder := range []string{ours, given} {
		on := readWorkflow(t, filepath.Join(folder, "pages.yml")).root.Get("on")
		daily := on.Get("schedule").Items()
		if len(daily) != 1 || !regexp.MustCompile(`^\d+ \d+ \* \* \*$`).MatchString(text(daily[0].Get("cron"))) {
			t.Errorf("%s/pages.yml does not run once a day", folder)
		}
		if branches := on.Get("push").Get("branches").Items(); len(branches) != 1 || branches[0].Value != "main" {
			t.Errorf("%s/pages.yml does not run when main is pushed", folder)
		}
	}
}
