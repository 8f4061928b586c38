package theme

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/site/page"
	"ithaca/generator/tongue"
)

// Reason returns why a mentor is suggested, or what is missing, as a sentence without a full
// stop: the message reason-NAME or gap-NAME with its placeholders filled in from the
// reason's fields; NAME where there is none.
func (w *Words) Reason(r page.Reason) string {
	if r.Name == "" {
		return ""
	}
	key := w.reasonKey(r)
	if key == "" {
		return r.Name
	}
	text, err := w.fill(key, w.messages[key], func(name string) any { return w.field(r, name) })
	if err != nil {
		return r.Name
	}
	if r.Level > 0 && !r.Gap {
		return w.Text("reason-level", "Reason", text, "Level", w.term("level", r.Level))
	}
	return text
}

// field returns the value of a placeholder in a message about a reason; nil for an unknown
// name.
func (w *Words) field(r page.Reason, name string) any {
	switch name {
	case "Topic":
		if asked := "asked-" + string(r.Want); w.messages[asked] != nil {
			return w.Text(asked, "Topic", r.Topic.Title)
		}
		return r.Topic.Title
	case "By":
		return r.By.Title
	case "From":
		return r.From.Title
	case "To":
		return r.To.Title
	case "Want":
		return w.term("want", r.Want)
	case "Level":
		return w.term("level", r.Level)
	case "Goal":
		return w.term("level", r.Goal)
	case "Place":
		return r.Place
	case "Minutes":
		return w.length(r.Minutes)
	case "Weeks":
		return r.Weeks
	case "OfWeeks":
		return r.OfWeeks
	case "Words":
		return w.joinedWords(r)
	case countName: // of hours
		return (r.Minutes + 30) / 60
	}
	return nil
}

// reasonKey returns the key of a reason's message: by its whole name, else by its name
// without the part behind the last hyphen; "" where there is neither.
func (w *Words) reasonKey(r page.Reason) string {
	key := "reason-" + r.Name
	if r.Gap {
		key = "gap-" + r.Name
	}
	if w.messages[key] != nil {
		return key
	}
	if key = key[:strings.LastIndexByte(key, '-')]; w.messages[key] != nil {
		return key
	}
	return ""
}

// joinedWords joins the words of a reason as in a sentence. Values of a closed set become the
// messages of that family: those of offers are offer-cv-review and so on.
func (w *Words) joinedWords(r page.Reason) string {
	if len(r.Words) == 0 {
		return ""
	}
	return w.List(each.Of(r.Words, func(word string) string { return w.term(strings.TrimSuffix(r.Name, "s"), word) }))
}

// length returns a duration in words, in hours and minutes.
func (w *Words) length(minutes int) string {
	switch hours := minutes / 60; {
	case hours == 0:
		return w.Text("length-minutes", "Minutes", minutes)
	case minutes%60 == 0:
		return w.Text("length-hours", "Hours", hours)
	default:
		return w.Text("length", "Hours", hours, "Minutes", minutes%60)
	}
}

// English returns the built-in words in English, for the terminal. Messages that cannot be
// read are missing.
func English(builtIn fs.FS) *Words {
	w := readWords(wordFiles(builtIn), "en", &diag.List{})
	w.terminal = true
	return w
}

// WordsIn returns the words in the nearest language that the interface has, with missing
// messages in English. Of folders of templates the first that has a message counts.
func WordsIn(lang string, folders ...fs.FS) *Words {
	f := wordFiles(folders...)
	tags := each.Of(f.words, func(file file) string { return strings.TrimSuffix(path.Base(file.Path), ".toml") })
	if i := tongue.Nearest(lang, tags); i >= 0 {
		lang = tags[i]
	}
	return readWords(f, lang, &diag.List{})
}

// wordFiles returns the files of words in folders of templates, the first of which is the
// last layer.
func wordFiles(folders ...fs.FS) *files {
	f := &files{}
	for i, folder := range slices.Backward(folders) {
		names, _ := fs.Glob(folder, path.Join(wordsFolder, "*.toml"))
		for _, name := range names {
			if text, err := fs.ReadFile(folder, name); err == nil {
				f.words = append(f.words, file{Path: name, At: name, Layer: len(folders) - 1 - i, Text: string(text)})
			}
		}
	}
	return f
}

// Text returns a message of the interface, or the key where there is none. The arguments are
// pairs of a placeholder's name and its value; a []string is joined as by List.
func (w *Words) Text(key string, pairs ...any) string {
	for i := 1; i < len(pairs); i += 2 {
		if items, ok := pairs[i].([]string); ok {
			pairs[i] = w.List(items)
		}
	}
	text, err := w.text(key, pairs...)
	if err != nil {
		return key
	}
	return text
}
