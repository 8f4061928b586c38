package generator

import (
	"path"

	"ithaca/generator/diag"
	"ithaca/generator/source"
)

// keepTexts returns the files that diagnostics speak of. The others are not kept:
// once they are decoded, next to nothing needs their bytes. What the tree
// does not hold is taken from what was kept before, or read again.
func (s *stages) keepTexts(before *stages, diags diag.List) map[string][]byte {
	s.texts = map[string][]byte{}
	for _, d := range diags {
		if _, kept := s.texts[d.File]; kept {
			continue
		}
		if f, found := s.tree.File(d.File); found {
			s.texts[d.File] = before.text(s.tree, f)
		}
	}
	return s.texts
}

// text returns a file's bytes: as read, as kept before, or from the disk again. It
// gives nil for pictures, and for a file that was changed in the meantime: the
// next update will tell.
func (s *stages) text(tree *source.Tree, f source.File) []byte {
	if f.Data != nil || path.Ext(f.Path) != ".md" {
		return f.Data
	}
	if s.tree != nil {
		if known, found := s.tree.File(f.Path); found && known.Hash == f.Hash && s.texts[f.Path] != nil {
			return s.texts[f.Path]
		}
	}
	data, err := tree.Load(f)
	if err != nil {
		return nil
	}
	return data
}
