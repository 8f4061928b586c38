package answer

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"ithaca/generator/portal"
	"ithaca/generator/zone"
)

func TestTheWholeColumnDecidesHowDatesAreRead(t *testing.T) {
	now := portal.Date{Year: 2026, Month: 11, Day: 20}
	for texts, c := range map[string]struct {
		settled, day, why string
	}{
		"3/4/2026|24/10/2026 13:11:07": {"", "2026-04-03", "day-first"},
		"3/4/2026 1:11 PM|10/24/2026":  {"", "2026-03-04", "month-first"},
		"3/12/2026":                    {"", "2026-03-12", "still be to come"},
		"3/4/2026":                     {"", "", "Nothing in the column says"},
		"3/4/2026|24/1/2026|1/24/2026": {"", "", "others only month-first"},
		"03.04.26":                     {"day-first", "2026-04-03", "as the map says"},
		"2026-04-03 10:00:00":          {"", "2026-04-03", ""},
		"2026/4/3 1:00:00 PM CET":      {"", "2026-04-03", ""},
		"Apr 3, 2026":                  {"", "2026-04-03", ""},
		"3 April 2026 at 10:00":        {"", "2026-04-03", ""},
		"5/5/2026":                     {"", "2026-05-05", ""},
		"46115.5":                      {"", "2026-04-03", ""},
		"soon":                         {"", "", ""},
		"31/2/2026":                    {"", "", "day-first"},
	} {
		all := strings.Split(texts, "|")
		d := DatesOf(all, c.settled, now)
		day, ok := d.Read(all[0])
		if ok != (c.day != "") || ok && day.String() != c.day || !strings.Contains(d.Why, c.why) {
			t.Errorf("%s: %v %v, %q", texts, day, ok, d.Why)
		}
	}
}

func TestConsentIsNeverReadIntoAnAnswer(t *testing.T) {
	for answer, texts := range map[string]string{
		"yes": "Yes|I agree|I agree that my profile is published|TRUE|x|Sí|Acepto|Oui|J'accepte|D'accord|Sim|Concordo|Ja|Ich stimme zu|einverstanden",
		"no":  "|No|I do not agree|Nein|Non|Não|false|Nicht einverstanden|No acepto|no, thanks|I would rather not|Nein, danke",
		"?":   "maybe|ask me|perhaps yes|vielleicht|pas encore",
	} {
		for text := range strings.SplitSeq(texts, "|") {
			agreed, known := Consent(text)
			if got := map[[2]bool]string{{true, true}: "yes", {false, true}: "no", {true, false}: "?", {false, false}: "?"}[[2]bool{agreed, known}]; got != answer {
				t.Errorf("%q: %s, want %s", text, got, answer)
			}
		}
	}
}

func TestPlacesAreReadInWords(t *testing.T) {
	for text, want := range map[string]struct {
		n     int
		exact bool
	}{
		"1": {1, true}, "max 2": {2, true}, "2 mentees": {2, true}, "one": {1, true}, "zwei": {2, true}, "trois personnes": {3, true}, "máximo 3": {3, true},
		"2-3": {3, false}, "2 or 3": {3, false}, "as needed": {0, false}, "1000": {50, false}, "": {0, false}, "1, later 2": {0, false},
	} {
		if n, exact := Capacity(text); n != want.n || exact != want.exact {
			t.Errorf("%q: %d %v", text, n, exact)
		}
	}
}

func TestZonesAreTakenFromCitiesAndAskedForOtherwise(t *testing.T) {
	for text, want := range map[string]string{
		"Europe/Berlin": "Europe/Berlin", "Lagos": "Africa/Lagos", "EST": "America/New_York", "PST": "America/Los_Angeles", "Pacific Time": "America/Los_Angeles",
		"Lisbon, Portugal": "Europe/Lisbon", "CET": "", "UTC+1": "", "+03:00": "", "IST": "", "GMT": "", "WAT": "", "any": "", "moon": "", "Etc/GMT+3": "Etc/GMT+3",
	} {
		if got, _ := Zone(text, "", ""); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got, _ := Zone("WAT", "NG", ""); got != "Africa/Lagos" {
		t.Errorf("a country with one zone settles it: %q", got)
	}
	if got, _ := Zone("CET", "", "Madrid"); got != "Europe/Madrid" {
		t.Errorf("a city settles it: %q", got)
	}
	if got, candidates := Zone("CST", "US", ""); got != "" || len(candidates) != 3 {
		t.Errorf("%q, %v", got, candidates)
	}
}

func TestLanguagesAreReadInWords(t *testing.T) {
	for text, want := range map[string]string{
		"English, french": "en fr", "Türkçe, English": "tr en", "EN": "en", "English and Hindi": "en hi", "Spanish (native), English (B2)": "es en",
		"Portuguese / English": "pt en", "inglés y alemán": "en de", "Anglais, norvégien": "en no", "Englisch B2; Deutsch Muttersprache": "en de", "português, inglês": "pt en", "": "",
	} {
		codes, unknown := Languages(text)
		if got := strings.Join(codes, " "); got != want || len(unknown) > 0 {
			t.Errorf("%q: %q, and %v", text, got, unknown)
		}
	}
	for _, text := range []string{"Klingonish, UK", "CSS, JavaScript, Ruby"} {
		if codes, unknown := Languages(text); len(codes) != 0 || strings.Join(unknown, ", ") != text {
			t.Errorf("%v %v", codes, unknown)
		}
	}
}

func TestWindowsAreExactOrProposed(t *testing.T) {
	for text, want := range map[string][2]string{
		"Tue 18:00-20:00":                       {"Tue 18:00-20:00", ""},
		"tuesday 9:00 – 11:30; Sat 10.00-12.00": {"Tue 09:00-11:30, Sat 10:00-12:00", ""},
		"Tuesday evenings":                      {"", "Tue 18:00-21:00"},
		"weekends":                              {"", "Sat 10:00-17:00, Sun 10:00-17:00"},
		"Sat morning":                           {"", "Sat 09:00-12:00"},
		"Mon-Fri after 6pm":                     {"", "Mon 18:00-21:00, Tue 18:00-21:00, Wed 18:00-21:00, Thu 18:00-21:00, Fri 18:00-21:00"},
		"martes por la noche":                   {"", "Tue 18:00-21:00"},
		"dienstags abends":                      {"", "Tue 18:00-21:00"},
		"mardi soir":                            {"", "Tue 18:00-21:00"},
		"terça à noite":                         {"", "Tue 18:00-21:00"},
		"when the tide is low":                  {"", ""},
		"Tue 20:00-18:00":                       {"", ""},
		"Do 17:00-19:00, Sa 9:00-12:00":         {"Thu 17:00-19:00, Sat 09:00-12:00", ""},
		"Dienstag 18.00 bis 20.00 Uhr":          {"Tue 18:00-20:00", ""},
		"martes 18h30 a 20h00":                  {"Tue 18:30-20:00", ""},
		"Thu 18-20":                             {"", "Thu 18:00-20:00"},
		"Di 18:00-20:00, Do 18-20 Uhr":          {"Tue 18:00-20:00", "Thu 18:00-20:00"},
		"monkey 9:00-11:00":                     {"", ""},
	} {
		exact, open := Windows(text)
		proposal := ""
		for _, part := range open {
			proposal += ProposeWindows(part)
		}
		if d := cmp.Diff(want, [2]string{strings.Join(exact, ", "), proposal}); d != "" {
			t.Errorf("%q: %s", text, d)
		}
	}
}

func TestNamesInCapitalsAndRolesWithEmployersAreTakenApart(t *testing.T) {
	for text, want := range map[string]string{
		" OLU NGUYỄN ": "Olu Nguyễn", "vera o'brien-smith": "Vera O'Brien-Smith", "Ana de Silva": "Ana de Silva", "李小龙": "李小龙", "ANA": "ANA", "Bo  Berg": "Bo Berg", "MARIA DOS SANTOS DA COSTA": "Maria dos Santos da Costa",
	} {
		if got := ProperName(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	for text, want := range map[string][2]string{
		"CTO, Initech": {"CTO", "Initech"}, "Product lead @ Globex": {"Product lead", "Globex"}, "Nurse → data analyst; St Mary's": {"Nurse → data analyst", "St Mary's"},
		"freelance": {"freelance", ""}, "nurse, night shifts": {"nurse, night shifts", ""}, "Cook at Harbour Inn": {"Cook", "Harbour Inn"},
	} {
		role, organisation := SplitRole(text, true)
		if d := cmp.Diff(want, [2]string{role, organisation}); d != "" {
			t.Errorf("%q: %s", text, d)
		}
	}
	for text, want := range map[string]string{"public speaking": "Public speaking", "PUBLIC SPEAKING": "Public speaking", "SQL": "SQL", "iOS apps": "iOS apps", "REST API": "REST API", "c++": "C++"} {
		if got := Title(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	if role, organisation := SplitRole("Night-shift nurse, Lagos", false); organisation != "" {
		t.Errorf("%q, %q: the column asks for a role alone", role, organisation)
	}
}

func TestHeadingsOfFormsAreUnderstoodInFiveLanguages(t *testing.T) {
	for _, c := range []struct {
		kind string
		want string
		all  string
	}{
		{"mentors", "timestamp", "Timestamp|Completion time|Submit Date (UTC)|Created time|Marca temporal|Hora de finalización|Horodateur|Heure de fin|Carimbo de data/hora|Hora de conclusão|Zeitstempel|Fertigstellungszeit"},
		{"mentors", "ignore", "ID|Start time|Network ID|Hora de inicio|Heure de début|Hora de início|Startzeit|Record ID"},
		{"mentors", "email", "Email Address|Email|Your e-mail|Dirección de correo electrónico|Adresse e-mail|Endereço de e-mail|E-Mail-Adresse"},
		{"mentors", "name", "Full name|Your name|Nombre completo|Nom et prénom|Nome completo|Vor- und Nachname"},
		{"mentors", "topics", "What can you help with? (separate with ;)|Skills|¿En qué puedes ayudar?|Sur quoi pouvez-vous aider ?|Em que pode ajudar?|Wobei kannst du helfen?|Programming languages"},
		{"mentors", "languages", "Languages|Which languages do you speak?|Idiomas|Langues parlées|Línguas|Sprachen"},
		{"mentors", "timezone", "Time zone|Zona horaria|Fuseau horaire|Fuso horário|Zeitzone"},
		{"mentors", "capacity", "How many mentees?|¿Cuántas personas?|Combien de personnes ?|Quantas pessoas?|Wie viele Mentees?"},
		{"mentors", "consent", "I agree that my profile is published on the portal|Acepto que se publique mi perfil|J'accepte que mon profil soit publié|Concordo com a publicação|Ich stimme der Veröffentlichung zu"},
		{"mentors", "windows", "When are you free?|¿Cuándo puedes?|Vos disponibilités|Disponibilidade|Wann hast du Zeit?"},
		{"requests", "needs", "What do you need help with?|¿En qué necesitas ayuda?|De quoi avez-vous besoin ?|Em que precisa de ajuda?|Wobei brauchst du Hilfe?"},
		{"requests", "main-need", "Most important one|Lo más importante|Le plus important|O mais importante|Das Wichtigste"},
		{"requests", "ranked", "Which mentors would you choose? (up to 3)|¿Qué mentores elegirías?|Quels mentors choisiriez-vous ?|Que mentores escolheria?|Welche Mentoren würdest du wählen?"},
		{"requests", "avoid", "Anyone you'd rather not meet?|¿A quién prefieres no conocer?|Qui préférez-vous ne pas rencontrer ?|Quem prefere não encontrar?|Wen möchtest du lieber nicht treffen?"},
		{"mentors", "topics", "tags|area|stack|expertise|specialtyTags|Areas of Interest|keywords|techStack|ai_skill_1|skills.areas|skills.languages|Field|especialidades|domaine|Área de atuação/conhecimento (escolha até 3)"},
		{"mentors", "role", "title|job|jobTitle|role_company|current_employment|extra.role"},
		{"mentors", "capacity", "max_mentees|noOfMentees|num_mentee|maxCapacity"},
		{"mentors", "about", "description|desc|shortbio|Introduction/Welcome paragraph|Mini Curriculo"},
		{"mentors", "links", "linkedinUrl|profileUrl|network.linkedin|social-accounts.twitter|Github.link|Link do currículo ou linkedin"},
		{"mentors", "organisation", "org|organizations|affiliation|Qual instituição está vinculado? (Se houver)"},
		{"mentors", "languages", "spokenLanguages"},
		{"mentors", "email", "channels.email"},
		{"mentors", "ignore", "imageUrl|avatar|photo_url|Link do Cadastro|Edit URL|Concordo em receber informações sobre outros eventos|I agree to receive news by e-mail|Selecione em ordem e quantos desejar"},
		{"mentors", "", "projects [title]|education.degree|Title of your talk|skills.years|name.english|Fields of corn"},
		{"mentors", "name", "First and last name"},
		{"mentors", "topics", "What are you good at? (tick all that apply)|What have you been through yourself?"},
		{"mentors", "ignore", "How many hours per month?|Hours per week|¿Cuántas horas al mes?|Combien d'heures par mois ?|Quantas horas por mês?|Wie viele Stunden im Monat?"},
		{"mentors", "windows", "When are you usually free?|When are you available?"},
		{"mentors", "until", "When are you available until?|Available until|¿Hasta cuándo?|Jusqu'à quand ?|Disponível até|Verfügbar bis"},
		{"requests", "windows", "When could you meet?"},
		{"requests", "goals", "What is your biggest challenge right now?|¿Cuál es tu mayor reto?|Votre plus grand défi"},
		{"requests", "aims", "What are you hoping to achieve in six months?"},
		{"requests", "tried", "What have you already tried?"},
		{"requests", "location", "Where are you?"},
		{"requests", "ranked", "Is there a mentor you would like?"},
		{"requests", "avoid", "Is there anybody you would NOT like to be paired with?|Whom would you not like to meet?|Is there a mentor you would like to avoid?|Conflicts of interest|¿Con quién no te gustaría?|Auf keinen Fall mit"},
		{"requests", "ignore", "Tags|Country of origin"},
		{"requests", "needs", "looking_for|Areas of interest|domain"},
		{"requests", "", "Favourite colour|Color favorito|Lieblingsfarbe"},
	} {
		for heading := range strings.SplitSeq(c.all, "|") {
			if got := Heading(heading, Phrases(c.kind)).Field; got != c.want {
				t.Errorf("%s: %q, want %q", heading, got, c.want)
			}
		}
	}
}

func TestANameAtASiteIsAnAddress(t *testing.T) {
	for _, c := range []struct{ heading, text, address, kind string }{
		{"github", "ana-example", "https://github.com/ana-example", "GitHub"},
		{"Twitter handle", "@ana", "https://x.com/ana", "website"},
		{"network.linkedin", "ana.silva", "https://www.linkedin.com/in/ana.silva", "LinkedIn"},
		{"linkedin_url", "www.linkedin.com/in/ana", "https://www.linkedin.com/in/ana", "LinkedIn"},
		{"website", "ana.example", "https://ana.example", "website"},
		{"slack", "ana", "", ""},
	} {
		if address, kind := Link(AtSite(c.heading, c.text)); address != c.address || kind != c.kind {
			t.Errorf("%s %s: %s, a %s", c.heading, c.text, address, kind)
		}
	}
}

// window is a time of a week as files state it.
var window = regexp.MustCompile(`^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([01]\d|2[0-3]):[0-5]\d-(24:00|([01]\d|2[0-3]):[0-5]\d)$`)

// Whatever stands in a cell, what it is read as is something that a file can hold.
func FuzzAnswersAreValuesOfFields(f *testing.F) {
	f.Add("Tue 18:00-20:00; dienstags abends, after 6pm", "Europe/Lisbon")
	f.Add("English (native), Spanish (B2) / português", "UTC+1")
	f.Add("linkedin.com/in/x", "3/4/2027 10:00")
	f.Add("CTO, Initech @ home", "2-3")
	f.Fuzz(func(t *testing.T, text, other string) {
		if len(text)+len(other) > 2000 {
			return
		}
		exact, _ := Windows(text)
		for _, one := range slices.Concat(exact, strings.Split(ProposeWindows(text), ", ")) {
			if one != "" && !window.MatchString(one) {
				t.Errorf("%q is read as the window %q", text, one)
			}
		}
		name, candidates := Zone(text, other, other)
		for _, one := range append(candidates, name) {
			if one != "" && !zone.Known(one) {
				t.Errorf("%q is read as the zone %q", text, one)
			}
		}
		codes, _ := Languages(text)
		for _, code := range codes {
			if _, err := language.Parse(code); err != nil {
				t.Errorf("%q is read as the language %q", text, code)
			}
		}
		if n, _ := Capacity(text); n < 0 || n > mostPlaces {
			t.Errorf("%q are %d places", text, n)
		}
		today := portal.Date{Year: 2026, Month: 11, Day: 20}
		if day, ok := DatesOf([]string{text, other}, "", today).Read(other); ok {
			if _, err := portal.ParseDate(day.String()); err != nil {
				t.Errorf("%q is read as the day %s", other, day)
			}
		}
		if address, _ := Link(text); address != "" && !strings.HasPrefix(strings.ToLower(address), "https://") {
			t.Errorf("%q is read as the address %q", text, address)
		}
		if short := Cut(text, 20); utf8.RuneCountInString(short) > 20 {
			t.Errorf("%q is cut to %q", text, short)
		}
		role, organisation := SplitRole(text, true)
		for _, one := range []string{role, organisation, ProperName(text)} {
			if one != OneLine(one) {
				t.Errorf("%q is read as %q, which is no line", text, one)
			}
		}
		agreed, known := Consent(text)
		if agreed && !known || known && IsNothing(text) && agreed {
			t.Errorf("%q is read as a consent", text)
		}
		Heading(text, Phrases("mentors"))
	})
}
