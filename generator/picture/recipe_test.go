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
	recipes := append(append(picture.Portrait(), picture.Thumbnail()),
		picture.Recipe{Width: 50, Height: 20, Quality: 50}, picture.Recipe{Width: 31, Height: 90, Quality: 50})
	for _, size := range []image.Point{{1, 1}, {3, 1}, {640, 480}, {101, 999}, {999, 101}, {400, 401}, {1300, 900}} {
		data := asPNG(t, photo(size.X, size.Y))
		variants, problem := makeAll(data, recipes...)
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
	portrait := picture.Portrait()[0]
	wide := picture.Recipe{Width: 160, Height: 90}
	for _, c := range []struct {
		recipe                               picture.Recipe
		width, height, wantWidth, wantHeight int
	}{
		{portrait, 6000, 4000, 400, 400}, {portrait, 300, 4000, 300, 300}, {portrait, 401, 399, 399, 399},
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
		"quality": picture.Name(source, picture.Recipe{Width: 400, Height: 200, Quality: 81}),
		"swapped": picture.Name(source, picture.Recipe{Width: 200, Height: 400, Quality: 80}),
	} {
		if before, ok := seen[name]; ok {
			t.Errorf("%s and %s are both %s", what, before, name)
		}
		seen[name] = what
	}
	const want = "pictures/d348fde6cf635061bad18d625bffa4dd.jpg"
	if got := picture.Name(source, base); got != want {
		t.Errorf("got %s, want %s: names must not change without a reason", got, want)
	}
}
