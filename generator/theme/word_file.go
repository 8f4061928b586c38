package theme

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/language"

	"ithaca/generator/diag"
	"ithaca/generator/tongue"
)

// wordFileHead explains a word file to its translator.
const wordFileHead = `# The words of the interface in %s.
# Not yet reviewed by a native reader: say here who has read it, and when.
#
# Save this file as templates/i18n/%s.toml. Translate what stands in quotes, and take
# away the "# " before each line that you have translated. The other lines count as
# missing, and their messages stay as they are.
#
# {{.Name}} and the like stand for what the page fills in: move them, but do not
# rename them. What changes with a count has a text for each form of the language:
%s# A "zero" is used for none, also in languages that have no such form.
`

// WordFile returns a word file to be translated (TOML): each message in the words that it
// has, as a comment, in the order of the English file and with its comments, and with every
// plural form of the language.
func WordFile(builtIn fs.FS, lang language.Tag) (string, error) {
	english, err := fs.ReadFile(builtIn, path.Join(wordsFolder, "en.toml"))
	if err != nil {
		return "", err
	}
	w := readWords(wordFiles(builtIn), lang.String(), &diag.List{})
	var b strings.Builder
	fmt.Fprintf(&b, wordFileHead, tongue.English(lang), lang, countedForms(lang))
	_, body, _ := strings.Cut(string(english), "\n\n")
	b.WriteByte('\n')
	for line := range strings.Lines(body) {
		key, _, found := strings.Cut(line, " = ")
		switch m := w.messages[key]; {
		case found && m != nil:
			fmt.Fprintf(&b, "# %s = %s\n", key, m.asTOML(lang))
		case strings.HasPrefix(line, "#"):
			b.WriteString("#" + line)
		default:
			b.WriteString(line)
		}
	}
	return b.String(), nil
}

// countedForms says which numbers take which plural form.
func countedForms(lang language.Tag) string {
	var b strings.Builder
	for _, form := range formsOf(lang) {
		if numbers := numbersOf(lang, form); numbers != "" {
			fmt.Fprintf(&b, "#   %-5s for numbers such as %s\n", form, numbers)
		} else {
			fmt.Fprintf(&b, "#   %-5s for fractions\n", form)
		}
	}
	return b.String()
}

// numbersOf returns the first numbers that take a plural form; "" for none.
func numbersOf(lang language.Tag, form string) string {
	var numbers []string
	for n := 0; n < 200 && len(numbers) < 4; n++ {
		if formOf(lang, n) == form {
			numbers = append(numbers, fmt.Sprint(n))
		}
	}
	return strings.Join(numbers, ", ")
}

// asTOML returns a message as a word file has it, with all plural forms of a language.
func (m *message) asTOML(lang language.Tag) string {
	if len(m.forms) == 1 {
		return fmt.Sprintf("%q", templateText(m.forms["other"]))
	}
	forms := formsOf(lang)
	if m.forms["zero"] != nil && forms[0] != "zero" {
		forms = append([]string{"zero"}, forms...)
	}
	var parts []string
	for _, form := range forms {
		pieces := m.forms[form]
		if pieces == nil {
			pieces = m.forms["other"]
		}
		parts = append(parts, fmt.Sprintf("%s = %q", form, templateText(pieces)))
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// templateText returns the source text of pieces.
func templateText(pieces []piece) string { return joinPieces(pieces, "{{.", "}}") }
