package answer

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// phrases are what people call the columns of their forms, in English, Spanish, French,
// Portuguese and German, by the field that a column fills. A heading means the field whose
// longest phrase it holds, as whole words. A mark says for which tables a row counts: m for
// mentors, r for requests, b for both. Columns of "ignore" are of no use here.
const phrases = `
b timestamp: timestamp; submitted at; submitted; submit date; submission date; date submitted; completion time; created; created at; created time; creation date; date; marca temporal; hora de finalización; fecha de envío; enviado el; fecha; horodateur; heure de fin; date d'envoi; date de soumission; carimbo de data hora; hora de conclusão; data de envio; data; zeitstempel; fertigstellungszeit; abschlusszeit; eingereicht am; gesendet am; absendedatum; datum
b email: email; e mail; mail; email address; e mail address; correo; correo electrónico; dirección de correo electrónico; dirección de correo; adresse e mail; adresse email; adresse électronique; courriel; endereço de e mail; endereço de email; e mail adresse; email adresse; mailadresse
b first-name: first name; given name; nombre de pila; primer nombre; prénom; primeiro nome; vorname; rufname
b last-name: last name; surname; family name; apellido; apellidos; nom de famille; sobrenome; apelido; último nome; nachname; familienname
b name: name; full name; your name; your full name; nombre; nombre completo; nombre y apellidos; tu nombre; nom; nom complet; nom et prénom; prénom et nom; votre nom; nome; nome completo; seu nome; nome e apelido; vollständiger name; vor und nachname; ihr name; dein name
m pronouns: pronouns; pronombres; pronoms; pronomes; pronomen
b organisation: employer; company; organisation; organization; workplace; where do you work; empresa; empleador; organización; lugar de trabajo; employeur; entreprise; empregador; organização; local de trabalho; arbeitgeber; firma; unternehmen
m role: job title; job title company; role; position; occupation; profession; current role; what do you do; puesto; cargo; profesión; ocupación; a qué te dedicas; poste; métier; fonction; profession; intitulé du poste; profissão; função; o que faz; beruf; tätigkeit; rolle; funktion; stelle; berufsbezeichnung
b languages: language; languages; spoken languages; which languages; idioma; idiomas; lenguas; langue; langues; língua; línguas; sprache; sprachen
b timezone: time zone; timezone; zona horaria; huso horario; fuseau horaire; fuso horário; zona horária; zeitzone
b location: city; town; location; where do you live; where are you based; ciudad; dónde vives; ville; où habitez vous; cidade; onde mora; onde vive; stadt; ort; wohnort; wo wohnst du; wo wohnen sie
b country: country; país; pays; land
b windows: when are you free; free times; available times; availability; your availability; when can you meet; meeting times; disponibilidad; cuándo puedes; horarios; horario; disponibilité; disponibilités; quand êtes vous disponible; quand es tu disponible; disponibilidade; quando está disponível; horários; verfügbarkeit; wann hast du zeit; wann haben sie zeit; zeiten; zeitfenster
b stage: career stage; stage; seniority; career level; experience level; level of experience; etapa; etapa profesional; nivel de experiencia; étape; étape de carrière; niveau d'expérience; etapa profissional; nível de experiência; fase da carreira; karrierestufe; berufsphase; berufserfahrung; erfahrungsstufe
b formats: how would you like to meet; ways to meet; format; formats; meeting format; formato; formatos; format de rencontre; wie möchtest du dich treffen; format der treffen
b kinds: kind of mentoring; kinds of mentoring; type of mentoring; tipo de mentoría; type de mentorat; tipo de mentoria; art des mentorings
b consent: i agree; i consent; consent; agree; may we publish; may we show; may we use; permission; acepto; autorizo; doy mi consentimiento; consentimiento; estoy de acuerdo; j'accepte; j'autorise; je consens; consentement; d'accord; concordo; aceito; consentimento; ich stimme; ich stimme zu; stimme zu; ich willige ein; ich bin einverstanden; einverstanden; einwilligung; zustimmung
b phone: phone; phone number; telephone; mobile; mobile number; cell; whatsapp; teléfono; móvil; número de teléfono; téléphone; portable; numéro de téléphone; telefone; telemóvel; celular; telefon; telefonnummer; handy; handynummer
m topics: what can you help with; help with; skills; expertise; areas of expertise; topics; programming languages; what do you offer; en qué puedes ayudar; ayudar; habilidades; temas; áreas; áreas de experiencia; compétences; domaines; sujets; thèmes; sur quoi pouvez vous aider; aider; em que pode ajudar; ajudar; competências; áreas de conhecimento; wobei kannst du helfen; wobei können sie helfen; helfen; fähigkeiten; kompetenzen; themen; fachgebiete
m capacity: how many mentees; how many people; number of mentees; capacity; how many; cuántas personas; cuántos mentees; cuántas; cuántos; capacidad; combien; combien de personnes; nombre de mentorés; capacité; quantas pessoas; quantos mentorados; quantas; quantos; capacidade; wie viele; wie viele mentees; anzahl; anzahl der mentees
m about: about you; about yourself; tell us about; tell us about you; bio; biography; introduce yourself; sobre ti; cuéntanos; preséntate; biografía; à propos de vous; parlez nous de vous; présentez vous; biographie; sobre você; sobre si; fale sobre; fale nos de si; apresente se; biografia; über dich; über sie; über mich; stell dich vor; stellen sie sich vor; erzähl; vorstellung
m headline: headline; in one sentence; one sentence; tagline; en una frase; en una oración; en une phrase; numa frase; em uma frase; in einem satz
m links: linkedin; website; web site; link; links; url; github; homepage; sitio web; página web; enlace; site web; site internet; lien; site; webseite; internetseite; profil
m accepts: who would you like to mentor; whom would you like to mentor; mentee level; level of mentees; a quién quieres acompañar; qui souhaitez vous accompagner; quem gostaria de acompanhar; wen möchtest du begleiten; wen möchten sie begleiten
r needs: what do you need help with; need help; help with; needs; topics; skills; what would you like to learn; what do you want to learn; en qué necesitas ayuda; necesitas ayuda; qué quieres aprender; temas; de quoi avez vous besoin; besoin d'aide; qu'aimeriez vous apprendre; sujets; em que precisa de ajuda; precisa de ajuda; o que gostaria de aprender; wobei brauchst du hilfe; wobei brauchen sie hilfe; wobei möchtest du hilfe; hilfe; was möchtest du lernen; themen
r main-need: most important; most important one; top priority; first priority; lo más importante; más importante; prioridad; le plus important; priorité; o mais importante; mais importante; prioridade; am wichtigsten; wichtigste; das wichtigste; priorität
r goals: goal; goals; your goals; what do you want to achieve; objetivo; objetivos; metas; objectif; objectifs; metas; ziel; ziele; deine ziele; ihre ziele
r ranked: which mentors would you choose; mentors would you choose; preferred mentors; preferred mentor; mentor preference; favourite mentors; qué mentores elegirías; mentores preferidos; mentores elegirías; quels mentors; mentors préférés; que mentores escolheria; mentores escolheria; welche mentoren; wunschmentor; wunschmentoren; mentorinnen und mentoren
r avoid: rather not meet; do not want to meet; not be matched with; not want; avoid; anyone to avoid; prefieres no; no quieres; evitar; prefere não; não quer; éviter; préférez ne pas; préférez vous ne pas; ne souhaitez pas; lieber nicht; nicht treffen; nicht zugeordnet
r tried: what have you tried; tried so far; qué has intentado; qu'avez vous essayé; o que já tentou; was hast du versucht; was haben sie versucht
r aims: what would success look like; in a year; within a year; en un año; dans un an; daqui a um ano; in einem jahr
r adult: over 18; 18 or older; of age; at least 18; mayor de edad; mayor de 18; majeur; plus de 18; maior de idade; mais de 18; volljährig; über 18
b ignore: id; record id; response id; network id; tags; score; points; start time; start date; hora de inicio; heure de début; hora de início; startzeit; newsletter; how did you hear; photo; foto; last modified; last modified time; language of the form; comments; notes
`

// Severals are the fields for which the values of several columns are joined; of the
// others the first column that says something counts.
var Severals = []string{"topics", "needs", "goals", "languages", "windows", "about", "links", "formats", "kinds", "ranked", "avoid"}

// Phrase is one way to call a field, in folded words.
type Phrase struct{ Field, Words string }

// Phrases returns every phrase for the columns of a kind of table, mentors or requests, the
// longest first.
func Phrases(kind string) []Phrase {
	var all []Phrase
	for line := range strings.Lines(phrases) {
		mark, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		field, words, _ := strings.Cut(rest, ":")
		if mark == "" || mark != "b" && mark != kind[:1] {
			continue
		}
		for one := range strings.SplitSeq(words, ";") {
			all = append(all, Phrase{field, portal.Fold(strings.TrimSpace(one))})
		}
	}
	order.Stable(all, func(a, b Phrase) int { return cmp.Compare(len(b.Words), len(a.Words)) })
	return all
}

// Fields returns the fields that columns of a kind of table can fill.
func Fields(kind string) []string {
	var all []string
	for _, p := range Phrases(kind) {
		if !slices.Contains(all, p.Field) {
			all = append(all, p.Field)
		}
	}
	slices.Sort(all)
	return all
}

// Heading returns the longest phrase that a heading holds as whole words. What is all of
// the heading comes first.
func Heading(heading string, known []Phrase) Phrase {
	folded := portal.Fold(heading)
	for _, p := range known {
		if p.Words == folded {
			return p
		}
	}
	for _, p := range known {
		if strings.Contains("-"+folded+"-", "-"+p.Words+"-") {
			return p
		}
	}
	return Phrase{}
}
