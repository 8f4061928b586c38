package source_test

import (
	"bytes"
	"path"
	"strings"
	"testing"
	"unicode/utf16"

	"ithaca/generator/source"
)

const (
	table = "Name,E-mail\nAna,ana@mail.example\nBo,bo@mail.example\n"
	list  = "Ana Silva <ana@mail.example>\nBo Berg <bo@mail.example>\n"
)

// wide returns a text as spreadsheets save it in "Unicode".
func wide(text string) string {
	var b bytes.Buffer
	b.Write([]byte{0xff, 0xfe})
	for _, unit := range utf16.Encode([]rune(text)) {
		b.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	return b.String()
}

// One file is larger than what is read, which would be a mistake of its own.
func TestAListOfPeoplesAddressesIsRefusedWhereverOthersReadIt(t *testing.T) {
	for name, text := range map[string]string{
		"people.csv": table, "people.tsv": strings.ReplaceAll(table, ",", "\t"), "people.CSV": table, "people.txt": list,
		"people.vcf": "BEGIN:VCARD\nEMAIL:ana@mail.example\nEND:VCARD\nBEGIN:VCARD\nEMAIL:bo@mail.example\nEND:VCARD\n",
		"wide.csv":   wide(table), "semicolons.csv": strings.ReplaceAll(table, ",", ";"), "old.csv~": table, "_people.csv": table,
		"what?.csv":                table,
		"large.csv":                "a,b\n" + table + strings.Repeat("x,y\n", 1000),
		"latin1.csv":               "Name\xe9,E-mail\n" + table,
		"Sign up (Responses).xlsx": "PK\x03\x04", "mentees-2026.ods": "PK", "contacts.xls": "\xd0\xcf",
		"budget.xlsx": "PK", "Budget.XLSM": "PK", "a.xlsb": "PK", "plan.ods": "PK", "plan.numbers": "PK", "Book1.xls": "\xd0\xcf",
		"blocks.txt":                 "Name: Ana\nMail: ana@mail.example\nPhone: 1\n\nName: Bo\nMail: bo@mail.example\nPhone: 2\n",
		"contacts.csv":               "key,slug,name,e-mail\na,b,Ana,ana@mail.example\n", // one address, in a list of our own
		"mentors.json":               `[{"name": "Ana", "email": "ana@mail.example"}, {"name": "Bo", "email": "bo@mail.example"}]`,
		"mentors.yml":                "- email: ana@mail.example\n- email: bo@mail.example\n",
		"names in other letters.csv": "naïve,söndag@mail.example\nx,日本@mail.example\n",
	} {
		for _, folder := range []string{".", "content", "content/mentors", "content/requests", "content/_old", "content/_old/more", "templates", "templates/static", "templates/static/files"} {
			at := path.Join(folder, name)
			dir := write(t, map[string]string{"content/index.md": "---\n---\n", at: text})
			_, diags := read(t, dir, source.Options{MaxFile: 2000, MaxPicture: 2000})
			if len(diags) != 1 || !strings.Contains(diags[0], "[contacts-inside]") || !strings.Contains(diags[0], path.Base(at)) {
				t.Errorf("%s: %q", at, diags)
			}
			for _, said := range []string{"ana@", "bo@", "delete"} {
				if strings.Contains(strings.Join(diags, ""), said) {
					t.Errorf("%s: the message says %q", at, said)
				}
			}
		}
	}
}

func TestWhatIsNoListOfPeopleIsNotRefused(t *testing.T) {
	for name, text := range map[string]string{
		"helplines.csv": "Name,E-mail\nA,info@a.example\nB,contact@b.example\nC,help@c.example\n",
		"one.csv":       "Name,E-mail\nAna,ana@mail.example\nAna,ANA@mail.example\n",
		"prices.csv":    "What,Price\nTea,2\n",
		"package.json":  `{"contributors": ["ana@mail.example", "bo@mail.example"]}`,
		"robots.txt":    "User-agent: *\nDisallow: /x\n",
		"humans.txt":    list, "AUTHORS.txt": list, ".well-known/security.txt": list,
		"essay.txt": "We met.\nThen I wrote to ana@mail.example.\nShe answered.\nBo did too.\nAsk bo@mail.example.\nThe end.\n\nReally.\n",
		"notes.md":  "",
	} {
		dir := write(t, map[string]string{"content/index.md": "---\n---\n", "templates/static/" + name: text, name: text})
		if _, diags := read(t, dir, source.Options{}); diags != nil {
			t.Errorf("%s: %q", name, diags)
		}
	}
}

func TestCodeTestDataAndHiddenFoldersAreNotSearchedForPeople(t *testing.T) {
	dir := write(t, map[string]string{
		"content/index.md": "---\n---\n", "generator/testdata/people.csv": table, "tests/people.csv": table,
		".private/people.csv": table, ".people.csv": table, "content/.old/people.csv": table, "public/people.csv": table,
	})
	if _, diags := read(t, dir, source.Options{}); diags != nil {
		t.Errorf("%q", diags)
	}
}

func TestAListOfPeopleMayLieBesideRequestsOutsideTheSite(t *testing.T) {
	outside := write(t, map[string]string{"_contacts.csv": table, "heron-42.md": "---\n---\n"})
	dir := write(t, map[string]string{"content/index.md": "---\n---\n", "content/requests/people.csv": table})
	_, diags := read(t, dir, source.Options{Requests: outside})
	if len(diags) != 1 || !strings.Contains(diags[0], "content/requests/people.csv") {
		t.Errorf("%q", diags)
	}
}
