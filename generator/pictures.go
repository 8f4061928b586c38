package generator

import (
	"errors"
	"sync"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/diag"
	"ithaca/generator/picture"
	"ithaca/generator/publish"
	"ithaca/generator/site"
	"ithaca/generator/source"
)

// picturesMade are the variants of pictures, by the pictures' files.
type picturesMade map[string]pictureMade

// pictureMade is what became of a picture.
type pictureMade struct {
	small   bool     // with a variant for lists
	hash    [32]byte // of its file
	picture site.Picture
	problem *picture.Problem
}

// showPictures makes the variants of every picture that is shown, but for those
// that were made before or that the last build published under the same name: a
// name stands for the file and the recipe, so they are what would be made again.
// Where lists show them too, each has a small variant besides.
func (s *stages) showPictures(before *stages, inLists bool) (diag.List, error) {
	shown, recipes := s.links.Pictures(), recipesFor(inLists)
	made := make([]pictureMade, len(shown))
	published := sync.OnceValue(func() *publish.Published { return publish.Look(s.options.Output) })
	maker := picture.NewMaker(picture.MaxMemory)
	var g errgroup.Group
	g.SetLimit(s.options.workers())
	for i, p := range shown {
		f, found := s.tree.File(p.File)
		if !found {
			continue
		}
		if earlier, ok := before.pictures[p.File]; ok && earlier.hash == f.Hash && earlier.small == inLists {
			made[i] = earlier
			continue
		}
		g.Go(func() (err error) {
			made[i].hash, made[i].small = f.Hash, inLists
			if made[i].picture, err = fromOutput(published(), f, recipes); err != nil {
				made[i].picture, made[i].problem, err = makePicture(maker, s.tree, f, recipes)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	s.pictures = picturesMade{}
	var diags diag.List
	for i, p := range shown {
		s.pictures[p.File] = made[i]
		if made[i].problem != nil {
			diags = append(diags, made[i].problem.At(p.At))
		}
	}
	return diags, nil
}

// shown returns the pictures that can be published.
func (s *stages) shown() map[string]site.Picture {
	all := map[string]site.Picture{}
	for file, made := range s.pictures {
		if len(made.picture.Variants) > 0 {
			all[file] = made.picture
		}
	}
	return all
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
func makePicture(maker *picture.Maker, tree *source.Tree, f source.File, recipes []picture.Recipe) (p site.Picture, _ *picture.Problem, err error) {
	data, err := tree.Load(f)
	if err != nil {
		return p, nil, err
	}
	info, problem := picture.Inspect(data)
	if problem != nil {
		return p, problem, nil
	}
	variants, problem := maker.Make(data, recipes)
	if problem != nil {
		return p, problem, nil
	}
	for i, recipe := range recipes {
		width, height := recipe.Size(info.Width, info.Height)
		p.Variants = append(p.Variants, site.Variant{
			Name: picture.Name(f.Hash, recipe), Width: width, Height: height, Data: variants[i],
		})
	}
	return p, nil, nil
}
