package generator

import (
	"errors"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/picture"
	"ithaca/generator/publish"
	"ithaca/generator/site"
	"ithaca/generator/source"
)

// pictures makes the variants of every picture that is shown. Those that the
// last build published under the same name are taken from there: a name stands
// for the file and the recipe, so they are what would be made again.
func pictures(o Options, tree *source.Tree, shown []content.Picture) (map[string]site.Picture, diag.List, error) {
	before := publish.Look(o.Output)
	made := make([]site.Picture, len(shown))
	problems := make([]*picture.Problem, len(shown))
	var g errgroup.Group
	g.SetLimit(o.workers())
	for i, p := range shown {
		g.Go(func() error {
			f, found := tree.File(p.File)
			if !found {
				return nil
			}
			var err error
			if made[i], err = published(before, f); err == nil {
				return nil
			}
			made[i], problems[i], err = makePicture(tree, f)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	all := map[string]site.Picture{}
	var diags diag.List
	for i, p := range shown {
		if problems[i] != nil {
			diags = append(diags, problems[i].At(p.At))
		} else if len(made[i].Variants) > 0 {
			all[p.File] = made[i]
		}
	}
	return all, diags, nil
}

// errNotPublished says that a picture's variants have to be made.
var errNotPublished = errors.New("not published")

// published gives a picture's variants as the last build wrote them.
func published(before *publish.Published, f source.File) (site.Picture, error) {
	var p site.Picture
	for _, recipe := range picture.Portrait() {
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
func makePicture(tree *source.Tree, f source.File) (site.Picture, *picture.Problem, error) {
	var p site.Picture
	data, err := tree.Load(f)
	if err != nil {
		return p, nil, err
	}
	info, problem := picture.Inspect(data)
	if problem != nil {
		return p, problem, nil
	}
	recipes := picture.Portrait()
	variants, problem := picture.Make(data, recipes)
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
