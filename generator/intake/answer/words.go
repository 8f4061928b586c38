package answer

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/portal"
)

// Each list holds the words of a meaning, folded, in English, Spanish, French, Portuguese
// and German.

// saysNothing is what people write who have nothing to say.
const saysNothing = `any anything anytime any-time all whatever flexible open n-a na none no-one nobody nothing nil null no-idea not-sure not-sure-yet unsure unknown tbd tba idk i-dont-know dont-know not-applicable not-yet
	cualquiera cualquier-hora ninguno ninguna nada nadie no-se no-lo-se no-aplica todavia-no
	aucun aucune rien personne je-ne-sais-pas pas-encore nimporte peu-importe sans-objet neant
	qualquer qualquer-hora nenhum nenhuma ninguem nao-sei nao-se-aplica ainda-nao tanto-faz flexivel
	egal beliebig keine keiner keines niemand nichts weiss-nicht weiss-ich-nicht noch-nicht keine-angabe k-a flexibel jederzeit entfallt unbekannt`

// IsNothing reports whether a text says nothing.
func IsNothing(text string) bool {
	folded := portal.Fold(text)
	return folded == "" || slices.Contains(strings.Fields(saysNothing), folded)
}

// noEmployer is what people write in place of an employer who have none.
const noEmployer = `unemployed self-employed freelance freelancer student retired between-jobs job-seeking looking looking-for-a-job
	desempleado desempleada en-paro autonomo autonoma estudiante jubilado jubilada sans-emploi au-chomage independant independante etudiant etudiante retraite
	desempregado desempregada autonomo aposentado estudante arbeitslos arbeitssuchend selbststandig selbstandig freiberuflich studentin rentner`

// WorksNowhere reports whether a text stands where an employer was asked for, and names none.
func WorksNowhere(text string) bool {
	return slices.Contains(strings.Fields(noEmployer), portal.Fold(text))
}

// agrees and refuses begin what people choose or write to say so.
const (
	agrees = `yes y i-agree agree agreed i-consent i-do ok okay true 1 x checked ticked on accept i-accept of-course sure
	si s acepto de-acuerdo estoy-de-acuerdo doy-mi-consentimiento autorizo claro verdadero
	oui o j-accepte jaccepte d-accord daccord je-consens j-autorise jautorise bien-sur vrai coche
	sim concordo aceito estou-de-acordo verdadeiro
	ja j ich-stimme-zu stimme-zu ich-bin-einverstanden einverstanden ich-willige-ein zugestimmt wahr angekreuzt`
	refuses = `no n no-thanks no-thank-you id-rather-not i-would-rather-not prefer-not i-do-not i-dont i-disagree disagree false 0 off not-yet unchecked never
	falso no-gracias prefiero-que-no no-acepto no-autorizo non non-merci je-naccepte-pas je-refuse pas-daccord faux nao nao-obrigado nao-obrigada nao-aceito nao-concordo falso
	nein nein-danke lieber-nicht ich-stimme-nicht-zu nicht-einverstanden falsch`
)

// Consent reads whether somebody agreed: known is false where the text says neither.
func Consent(text string) (agreed, known bool) {
	folded := portal.Fold(text)
	if folded == "" {
		return false, true
	}
	if i := longest(refuses, folded); i > 0 && i >= longest(agrees, folded) {
		return false, true
	}
	for _, not := range []string{"not", "dont", "nicht", "kein", "pas", "nao", "never"} {
		if strings.Contains("-"+folded+"-", "-"+not+"-") {
			return false, false
		}
	}
	yes := longest(agrees, folded) > 0
	return yes, yes
}

// longest returns the length of the longest of some words that a text is or, where the
// words are more than one, begins with.
func longest(words, folded string) (length int) {
	for _, w := range strings.Fields(words) {
		if folded == w || len(w) > 2 && strings.HasPrefix(folded, w+"-") {
			length = max(length, len(w))
		}
	}
	return length
}

// Stages are the words for where somebody stands in their working life.
var Stages = map[portal.Stage]string{
	portal.Student:   "student students undergraduate graduate-student estudiante etudiant etudiante studierende studierender studentin in-ausbildung auszubildende estudante",
	portal.Early:     "early junior entry entry-level early-career graduate beginner 0-2-years 0-3-years principiante inicial debutant debutante iniciante berufseinsteiger berufseinsteigerin berufsanfang anfanger",
	portal.Mid:       "mid mid-level middle mid-career intermediate medio intermedio intermediaire intermediario pleno fortgeschritten mitte 3-5-years",
	portal.Senior:    "senior experienced expert con-experiencia experimentado experimente experimentee experiente erfahren",
	portal.Lead:      "lead team-lead manager head principal staff lider jefe jefa responsable chef gerente teamleitung leitung fuhrungskraft",
	portal.Executive: "executive director c-level cto ceo vp founder directivo directeur directrice diretor diretora geschaftsfuhrung vorstand",
	portal.Retired:   "retired jubilado jubilada retraite retraitee aposentado aposentada reformado im-ruhestand rentner rentnerin pensioniert",
}

// Formats and Kinds are the words for ways to meet and kinds of mentoring.
var (
	Formats = map[portal.Format]string{
		portal.Video:       "video video-call video-calls zoom teams videollamada visio visioconference videochamada videoanruf online",
		portal.Voice:       "voice call phone-call audio llamada telephone appel chamada telefonat anruf",
		portal.Chat:        "chat messages slack mensajes messagerie mensagens nachrichten",
		portal.Email:       "email e-mail mail correo courriel",
		portal.InPerson:    "in-person in-real-life face-to-face en-persona presencial en-personne personlich vor-ort",
		portal.AsyncReview: "async-review asynchronous async asincrono asynchrone asynchron",
	}
	Kinds = map[portal.Kind]string{
		portal.OneToOne: "one-to-one 1-1 1-to-1 one-on-one 1-on-1 individual individuel einzeln individuell",
		portal.Group:    "group groups grupo groupe gruppe circle",
		portal.Peer:     "peer peers pares pairs entre-pares gleichrangig",
		portal.Reverse:  "reverse inversa inverse inverso umgekehrt",
	}
)

// WordOf returns the meaning whose words hold a text.
func WordOf[W ~string](words map[W]string, text string) (W, bool) {
	folded := portal.Fold(text)
	for _, meaning := range slices.Sorted(maps.Keys(words)) {
		if folded == string(meaning) || slices.Contains(strings.Fields(words[meaning]), folded) {
			return meaning, true
		}
	}
	return "", false
}

// numbers are small numbers as words.
const numbers = `one=1 two=2 three=3 four=4 five=5 six=6 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 une=1 deux=2 trois=3 quatre=4 cinq=5
	um=1 uma=1 dois=2 duas=2 quatro=4 eins=1 ein=1 eine=1 einen=1 zwei=2 drei=3 vier=4 funf=5`

// digits and between find the numbers of a capacity.
var (
	digits  = regexp.MustCompile(`\d+`)
	between = regexp.MustCompile(`^(\d+)\s*(?:-|–|to|a|à|bis|até|or|o|ou|oder)\s*(\d+)\b`)
)

// mostPlaces is the largest capacity that a profile takes.
const mostPlaces = 50

// Capacity reads how many people somebody takes: "max 2" is 2. Where the text names a
// range, or no number, exact is false and n a proposal, 0 for none.
func Capacity(text string) (n int, exact bool) {
	lower := strings.ToLower(strings.TrimSpace(text))
	if m := between.FindStringSubmatch(lower); m != nil {
		return min(number(m[2]), mostPlaces), false
	}
	if all := digits.FindAllString(lower, -1); len(all) == 1 {
		n, err := strconv.Atoi(all[0])
		return min(n, mostPlaces), err == nil && n <= mostPlaces
	} else if len(all) > 1 {
		return 0, false
	}
	for word := range strings.SplitSeq(portal.Fold(text), "-") {
		for pair := range strings.FieldsSeq(numbers) {
			if name, value, _ := strings.Cut(pair, "="); name == word {
				return number(value), true
			}
		}
	}
	return 0, false
}
