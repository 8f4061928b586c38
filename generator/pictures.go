package generator

import (
	"errors"
	"sync"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/picture"
	"ithaca/generator/publish"
	"ithaca/generator/site"
	"ithaca/generator/source"
)

// pictureKey stands for a picture's variants.
type pictureKey struct {
	hash    [32]byte // of the picture's file
	inLists bool     // with a variant for lists
}

// pictureMade is what became of a picture: its variants, or why there are none.
type pictureMade struct {
	picture site.Picture
	problem *picture.Problem
}

// makePictures returns the variants of every picture that is shown, by the path of
// its file. Those that were made before or that the last build published under
// the same name are not made again: a name stands for the file and the recipe.
// Where lists show pictures too, each has a small variant besides. Those of drafts
// are made too, so that their mistakes are known, and returned only where drafts
// are part of the portal.
func (s *Snapshot) makePictures(o Options, before reuse, docs []*content.Document) (map[string]site.Picture, diag.List, error) {
	inLists := s.portal.Program.Brand.Photos
	pictures, recipes := content.Pictures(docs), recipesFor(inLists)
	keys, made := make([]pictureKey, len(pictures)), make([]pictureMade, len(pictures))
	published := sync.OnceValue(func() *publish.Published { return publish.Look(o.Output) })
	maker := picture.NewMaker(picture.MaxMemory)
	var g errgroup.Group
	g.SetLimit(o.workers())
	for i, p := range pictures {
		f, _ := s.tree.File(p.File)
		keys[i] = pictureKey{f.Hash, inLists}
		known := false
		if made[i], known = before.pictures[keys[i]]; known {
			continue
		}
		g.Go(func() (err error) {
			if made[i].picture, err = fromOutput(published(), f, recipes); err != nil {
				made[i], err = makePicture(maker, s.tree, f, recipes)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	shown := map[string]site.Picture{}
	s.reuse.pictures = map[pictureKey]pictureMade{}
	var diags diag.List
	for i, p := range pictures {
		s.reuse.pictures[keys[i]] = made[i]
		if made[i].problem != nil {
			diags = append(diags, made[i].problem.At(p.At))
		} else if !p.Draft || o.Drafts {
			shown[p.File] = made[i].picture
		}
	}
	return shown, diags, nil
}

// recipesFor returns the variants of a picture, the largest first. In lists faces
// are half as wide as the smaller thumbnail, which suits fine screens too.
func recipesFor(inLists bool) []picture.Recipe {
	recipes := picture.Portrait()
	if inLists {
		thumbnails := picture.Thumbnail()
		recipes = append(recipes, thumbnails[len(thumbnails)-1])
	}
	return recipes
}

// errNotPublished says that a picture's variants have to be made.
var errNotPublished = errors.New("not published")

// fromOutput returns a picture's variants as the last build wrote them.
func fromOutput(before *publish.Published, f source.File, recipes []picture.Recipe) (site.Picture, error) {
	var p site.Picture
	for _, recipe := range recipes {
		name := picture.Name(f.Hash, recipe)
		data, ok := before.File(name)
		if !ok {
			return p, errNotPublished
		}
		info, problem := picture.Inspect(data)
		if problem != nil {
			return p, errNotPublished
		}
		p.Variants = append(p.Variants, site.Variant{Name: name, Width: info.Width, Height: info.Height, Data: data})
	}
	return p, nil
}

// makePicture decodes a picture and makes its variants.
func makePicture(maker *picture.Maker, tree *source.Tree, f source.File, recipes []picture.Recipe) (made pictureMade, err error) {
	data, err := tree.Load(f)
	if err != nil {
		return made, err
	}
	info, problem := picture.Inspect(data)
	if problem != nil {
		return pictureMade{problem: problem}, nil
	}
	variants, problem := maker.Make(data, recipes)
	if problem != nil {
		return pictureMade{problem: problem}, nil
	}
	for i, recipe := range recipes {
		width, height := recipe.Size(info.Width, info.Height)
		made.picture.Variants = append(made.picture.Variants, site.Variant{
			Name: picture.Name(f.Hash, recipe), Width: width, Height: height, Data: variants[i],
		})
	}
	return made, nil
}
