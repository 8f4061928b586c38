package generator

import (
	"sync"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/content"
	"ithaca/generator/source"
)

// decoding decodes files side by side.
type decoding struct {
	readers chan *content.Reader // those that nobody uses at the moment
	forget  bool                 // a text is not wanted any more once it is decoded

	mu   sync.Mutex
	docs map[string]*content.Document // by path, of those decoded while they were read
}

func newDecoding(o Options) *decoding {
	d := &decoding{readers: make(chan *content.Reader, o.workers()), forget: o.Keep, docs: map[string]*content.Document{}}
	for range o.workers() {
		d.readers <- &content.Reader{}
	}
	return d
}

func (d *decoding) decode(f source.File) *content.Document {
	r := <-d.readers
	doc := r.Decode(f.Path, f.Data)
	d.readers <- r
	return doc
}

// text decodes a text that was just read. Whoever keeps a snapshot does not keep
// the texts: they would be a quarter of its memory, and are rarely wanted.
func (d *decoding) text(f source.File) (done bool) {
	doc := d.decode(f)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.docs[f.Path] = doc
	return d.forget
}

// decode returns every file of content on its own, those decoded that neither were
// while they were read nor for the stages before. The results stand in the order
// of the files.
func (s *stages) decode(before *stages) {
	files := s.tree.Below("content")
	s.docs = make([]*content.Document, len(files))
	var earlier []source.File
	if before.tree != nil {
		earlier = before.tree.Below("content")
	}
	var todo []int
	known := 0
	for i, f := range files {
		for known < len(earlier) && earlier[known].Path < f.Path {
			known++
		}
		if known < len(earlier) && earlier[known].Path == f.Path && earlier[known].Hash == f.Hash {
			s.docs[i] = before.docs[known]
		} else if s.docs[i] = before.read[f.Path]; s.docs[i] == nil {
			todo = append(todo, i)
		}
	}
	d := newDecoding(s.options)
	const batch = 64 // files a worker takes at a time: one costs less than handing it over
	var g errgroup.Group
	g.SetLimit(s.options.workers())
	for from := 0; from < len(todo); from += batch {
		g.Go(func() error {
			for _, i := range todo[from:min(from+batch, len(todo))] {
				s.docs[i] = d.decode(files[i])
			}
			return nil
		})
	}
	_ = g.Wait() // decoding has no errors, only diagnostics
}
