package content

import (
	"ithaca/generator/portal"
)

// Reader decodes files one after another. It gives what Decode gives, but keeps
// the memory that it worked in, and lets documents share what many of them say:
// topics, languages, countries and the like. The zero value is ready. It is not
// safe for use by several goroutines.
type Reader struct {
	Language string // BCP 47: that of the texts; set before the first file is decoded

	terms  *portal.TermReader
	topics map[string]portal.TopicRef // by their text; each passed all checks
	words  map[common]string          // each passed all checks of its sort
}

// common is a text of a sort.
type common struct {
	sort sort
	text string
}

// sort is what a text that many files hold stands for.
type sort uint8

const (
	aLanguage sort = iota
	aCountry
	aZone
	aPlain
)

// maxShared is how many texts are shared: more than there are of those that
// occur again and again.
const maxShared = 1 << 16

// known returns a text as an earlier file had it, if it passed the checks then.
func (r *Reader) known(s sort, text string) (string, bool) {
	shared, ok := r.words[common{s, text}]
	return shared, ok
}

// read reads the words of profiles and requests, which are compared with each
// other.
func (r *Reader) read(item any) {
	if r.terms == nil {
		r.terms = portal.NewTermReader(r.Language)
	}
	switch item := item.(type) {
	case *portal.Mentor:
		item.Terms = r.terms.Mentor(item)
	case *portal.Request:
		item.AimTerms = r.terms.Aims(item)
	}
}

// share returns a text that passed its checks to later files, and returns it as the
// first of them had it.
func (r *Reader) share(s sort, text string) string {
	if shared, ok := r.known(s, text); ok {
		return shared
	}
	if r.words == nil {
		r.words = map[common]string{}
	}
	if len(r.words) < maxShared {
		r.words[common{s, text}] = text
	}
	return text
}

// shareTopic does so with a topic.
func (r *Reader) shareTopic(ref portal.TopicRef) {
	if r.topics == nil {
		r.topics = map[string]portal.TopicRef{}
	}
	if len(r.topics) < maxShared {
		r.topics[ref.Text] = ref
	}
}
