package theme

import (
	"slices"
	"testing"
)

func TestScriptsAreGivenEveryPluralForm(t *testing.T) {
	f, err := builtIn(t).words.forms("mentors")
	want := []Form{{"one", "{Count} mentor"}, {"other", "{Count} mentors"}, {"zero", "no mentors yet"}}
	if err != nil || f.Key != "mentors" || !slices.Equal(f.Forms, want) {
		t.Errorf("got %v, %v", f, err)
	}
	if _, err := builtIn(t).words.forms("nonsense"); err == nil {
		t.Error("a message that does not exist has forms")
	}
}

func TestATemplateThatAsksForTheFormsOfNoMessageIsAMistake(t *testing.T) {
	_, diags := overridden("en", map[string]string{"partials/pager.html": `{{template "forms" (forms "mentor")}}`})
	if len(diags) != 1 || diags[0].Line != 1 || diags[0].Code != TemplateMistake {
		t.Errorf("got %v", diags)
	}
}

func TestMachineFilesNameLanguagesAndCountries(t *testing.T) {
	theme := builtIn(t)
	for key, want := range map[string]string{"language pt-BR": "Brazilian Portuguese", "country GR": "Greece", "nav-home": "Home", "nonsense": "nonsense"} {
		if got := theme.Word(key); got != want {
			t.Errorf("%s: %q", key, got)
		}
	}
}
