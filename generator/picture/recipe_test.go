package picture_test

import (
	"bytes"
	"crypto/sha256"
	"image"
	"image/jpeg"
	"testing"

	"ithaca/generator/picture"
)

func TestAVariantHasTheSizeItsRecipeForetells(t *testing.T) {
	recipes := append(append(picture.Portrait(), picture.Thumbnail()...),
		picture.Figure()[1], picture.Recipe{Width: 50, Height: 20, Crop: true, Quality: 50}, picture.Recipe{Width: 90, Height: 31, Quality: 50})
	for _, size := range []image.Point{{1, 1}, {3, 1}, {640, 480}, {101, 999}, {999, 101}, {400, 401}, {1300, 900}} {
		data := asPNG(t, photo(size.X, size.Y))
		variants, problem := picture.Make(data, recipes)
		if problem != nil {
			t.Fatal(problem.Message)
		}
		for i, r := range recipes {
			config, err := jpeg.DecodeConfig(bytes.NewReader(variants[i]))
			width, height := r.Size(size.X, size.Y)
			if err != nil || config.Width != width || config.Height != height {
				t.Errorf("%v by %+v is %d × %d, not %d × %d; %v", size, r, config.Width, config.Height, width, height, err)
			}
		}
	}
}

func TestSizesFollowTheShapeOfThePicture(t *testing.T) {
	figure, portrait := picture.Figure()[0], picture.Portrait()[0]
	bounded := picture.Recipe{Width: 100, Height: 50}
	wide := picture.Recipe{Width: 160, Height: 90, Crop: true}
	for _, c := range []struct {
		recipe                               picture.Recipe
		width, height, wantWidth, wantHeight int
	}{
		{figure, 6000, 4000, 1200, 800}, {figure, 4000, 6000, 1200, 1800}, {figure, 1199, 5000, 1199, 5000},
		{figure, 10_000, 1000, 1200, 120}, {portrait, 6000, 4000, 400, 400}, {portrait, 300, 4000, 300, 300},
		{bounded, 400, 400, 50, 50}, {bounded, 400, 100, 100, 25}, {bounded, 90, 10, 90, 10},
		{wide, 1600, 1600, 160, 90}, {wide, 100, 1000, 100, 56}, {wide, 1000, 9, 16, 9},
	} {
		if w, h := c.recipe.Size(c.width, c.height); w != c.wantWidth || h != c.wantHeight {
			t.Errorf("%d × %d by %+v: got %d × %d, want %d × %d", c.width, c.height, c.recipe, w, h, c.wantWidth, c.wantHeight)
		}
	}
}

func TestANameChangesWithTheFileAndWithEveryPartOfTheRecipe(t *testing.T) {
	source, other := sha256.Sum256([]byte("a")), sha256.Sum256([]byte("b"))
	base := picture.Recipe{Width: 400, Height: 200, Quality: 80}
	seen := map[string]string{}
	for what, name := range map[string]string{
		"base":    picture.Name(source, base),
		"file":    picture.Name(other, base),
		"width":   picture.Name(source, picture.Recipe{Width: 401, Height: 200, Quality: 80}),
		"height":  picture.Name(source, picture.Recipe{Width: 400, Height: 201, Quality: 80}),
		"crop":    picture.Name(source, picture.Recipe{Width: 400, Height: 200, Quality: 80, Crop: true}),
		"quality": picture.Name(source, picture.Recipe{Width: 400, Height: 200, Quality: 81}),
		"swapped": picture.Name(source, picture.Recipe{Width: 200, Height: 400, Quality: 80}),
	} {
		if before, ok := seen[name]; ok {
			t.Errorf("%s and %s are both %s", what, before, name)
		}
		seen[name] = what
	}
	const want = "pictures/02859cbbc49c9a3b200c59350c903b12.jpg"
	if got := picture.Name(source, base); got != want {
		t.Errorf("got %s, want %s: names must not change without a reason", got, want)
	}
}
