package picture_test

import (
	"image"
	"image/color"
	"testing"

	"ithaca/generator/picture"
)

func TestAnEvenSurfaceStaysEven(t *testing.T) {
	for _, v := range []uint8{0, 1, 127, 254, 255} {
		img := image.NewGray(image.Rect(0, 0, 610, 610))
		for i := range img.Pix {
			img.Pix[i] = v
		}
		for _, side := range []int{610, 305, 140, 13, 1} {
			got, _ := made(t, asPNG(t, img), picture.Recipe{Width: side, Height: side, Quality: 100})
			for at, pixel := range got.(*image.Gray).Pix {
				if pixel != v {
					t.Fatalf("%d became %d at %d of %d × %d", v, pixel, at, side, side)
				}
			}
		}
	}
}

func TestAFinePatternBecomesEvenGrey(t *testing.T) {
	for _, whole := range []int{801, 800, 640} {
		img := image.NewGray(image.Rect(0, 0, whole, whole))
		for i := range img.Pix {
			img.Pix[i] = uint8(255 * ((i%whole + i/whole) % 2))
		}
		for _, side := range []int{190, 50, 7} {
			got, _ := made(t, asPNG(t, img), picture.Recipe{Width: side, Height: side, Quality: 100})
			for _, v := range got.(*image.Gray).Pix {
				if v < 122 || v > 134 {
					t.Fatalf("a chequered surface of %d became %d at %d × %d", whole, v, side, side)
				}
			}
		}
	}
}

func TestAPictureInItsOwnSizeIsCopied(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 25, 13))
	for i := range img.Pix {
		img.Pix[i] = uint8(100 + i%50)
	}
	got, _ := made(t, asPNG(t, img), picture.Recipe{Width: 25, Height: 13, Quality: 100})
	for y := range 13 {
		for x := range 25 {
			want := img.GrayAt(x, y).Y
			if !near(got, x, y, color.NRGBA{want, want, want, 255}, 2) {
				t.Fatalf("at %d,%d is %v, not %d", x, y, got.At(x, y), want)
			}
		}
	}
}
