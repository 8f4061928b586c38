// Package portrait makes the pictures of a portal's people.
//
// It takes the files that documents name and returns their variants, or what is wrong
// with a file. What was made once, or lies in the output, is not made again. It does
// not know where pictures are shown.
package portrait

import (
	"sync"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/picture"
	"ithaca/generator/publish"
	"ithaca/generator/site"
	"ithaca/generator/source"
)

// key stands for a picture's variants.
type key struct {
	hash    [32]byte // of the picture's file
	inLists bool     // with a variant for lists
}

// Made is what became of pictures. It is immutable; nil holds nothing.
type Made map[key]result

// result is what became of a picture: its variants, or why there are none.
type result struct {
	Picture site.Picture
	problem *picture.Problem
}

// Options say which pictures are made.
type Options struct {
	InLists bool   // whether lists show pictures too, which takes a small variant besides
	Drafts  bool   // whether those of drafts are shown
	Judged  bool   // whether only what is wrong with them is asked for: their bytes are left out
	Output  string // where the last build was published; "" for none
	Workers int    // how many are made side by side
}

// Make returns the variants of every picture that is shown, by the path of its file,
// and what was made, for the next time. What was made before or what the last build
// published under the same name is not made again: a name stands for the file and the
// recipe. Pictures of drafts are made too, so that their mistakes are known, and
// returned only where drafts are shown.
func Make(tree *source.Tree, docs []*content.Document, o Options, before Made) (map[string]site.Picture, Made, diag.List, error) {
	pictures, recipes := content.Pictures(docs), picture.Portrait() // the largest first
	if o.InLists {
		recipes = append(recipes, picture.Thumbnail())
	}
	keys, results := make([]key, len(pictures)), make([]result, len(pictures))
	published := sync.OnceValue(func() *publish.Published { return publish.LookUp(o.Output) })
	maker := picture.NewMaker(picture.MaxMemory)
	var g errgroup.Group
	g.SetLimit(o.Workers)
	for i, p := range pictures {
		f, _ := tree.File(p.File)
		keys[i] = key{f.Hash, o.InLists}
		known := false
		if results[i], known = before[keys[i]]; known {
			continue
		}
		g.Go(func() (err error) {
			there := false
			if results[i].Picture, there = fromOutput(published(), f, recipes); !there {
				results[i], err = variants(maker, tree, f, recipes, o.Judged)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, nil, nil, err
	}
	shown, made := map[string]site.Picture{}, Made{}
	var diags diag.List
	for i, p := range pictures {
		made[keys[i]] = results[i]
		if problem := results[i].problem; problem != nil {
			diags = append(diags, *problem)
			diags[len(diags)-1].Position = p.At
		} else if !p.Draft || o.Drafts {
			shown[p.File] = results[i].Picture
		}
	}
	return shown, made, diags, nil
}

// fromOutput returns a picture's variants as the last build wrote them, if it did.
func fromOutput(before *publish.Published, f source.File, recipes []picture.Recipe) (p site.Picture, there bool) {
	for _, recipe := range recipes {
		name := picture.Name(f.Hash, recipe)
		data, ok := before.File(name)
		if !ok {
			return p, false
		}
		info, problem := picture.Inspect(data)
		if problem != nil {
			return p, false
		}
		p.Variants = append(p.Variants, site.Variant{Name: name, Width: info.Width, Height: info.Height, Data: data})
	}
	return p, true
}

// variants decodes a picture and makes its variants, without their bytes where it is only
// judged.
func variants(maker *picture.Maker, tree *source.Tree, f source.File, recipes []picture.Recipe, judged bool) (made result, err error) {
	data, err := tree.Load(f)
	if err != nil {
		return made, err
	}
	info, problem := picture.Inspect(data)
	if problem != nil {
		return result{problem: problem}, nil
	}
	all := make([][]byte, len(recipes))
	if judged {
		problem = maker.Judge(data)
	} else {
		all, problem = maker.Make(data, recipes)
	}
	if problem != nil {
		return result{problem: problem}, nil
	}
	for i, recipe := range recipes {
		width, height := recipe.Size(info.Width, info.Height)
		made.Picture.Variants = append(made.Picture.Variants, site.Variant{
			Name: picture.Name(f.Hash, recipe), Width: width, Height: height, Data: all[i],
		})
	}
	return made, nil
}
