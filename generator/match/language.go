package match

import "math"

// language is the primary subtag of a language tag, "pt" of "pt-BR", as a number.
// People who speak variants of one language can talk to each other.
type language uint64

// languageOf returns the language of a tag. A primary subtag has at most eight
// letters (RFC 5646, section 2.1), so that each has a number of its own.
func languageOf(tag string) language {
	var l language
	for i := 0; i < len(tag) && tag[i] != '-'; i++ {
		l = l<<8 | language(tag[i])
	}
	return l
}

func languages(tags []string) []language {
	all := make([]language, len(tags))
	for i, tag := range tags {
		all[i] = languageOf(tag)
	}
	return all
}

// tongues returns a set of languages as bits. Different languages may share a bit,
// so that two sets without a common bit have no common language, but not the
// other way round. Who has not stated any has all bits.
func tongues(languages []language) uint64 {
	if len(languages) == 0 {
		return math.MaxUint64
	}
	var bits uint64
	for _, l := range languages {
		bits |= 1 << l.bit()
	}
	return bits
}

// bit is Fibonacci hashing (Knuth, volume 3, section 6.4).
func (l language) bit() int { return int(l * 0x9E3779B97F4A7C15 >> 58) }

// speech notes which language has each bit; mixed where several have.
type speech [64]language

const mixed = math.MaxUint64

func (s *speech) add(languages []language) {
	for _, l := range languages {
		switch bit := l.bit(); s[bit] {
		case 0, l:
			s[bit] = l
		default:
			s[bit] = mixed
		}
	}
}

// reports whether bits alone tell who shares one of these languages.
func (s *speech) tells(languages []language) bool {
	for _, l := range languages {
		if has := s[l.bit()]; has != 0 && has != l {
			return false
		}
	}
	return true
}
