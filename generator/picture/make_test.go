package picture_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"image"
	"image/color"
	"image/jpeg"
	"runtime"
	"sync"
	"testing"

	"ithaca/generator/picture"
)

// makeAll makes variants with all the memory one picture may take.
func makeAll(data []byte, recipes ...picture.Recipe) ([][]byte, *picture.Problem) {
	return picture.NewMaker(picture.MaxMemory).Make(data, recipes)
}

// made returns the decoded variant of one recipe, and its bytes.
func made(t *testing.T, data []byte, r picture.Recipe) (image.Image, []byte) {
	t.Helper()
	variants, problem := makeAll(data, r)
	if problem != nil {
		t.Fatal(problem.Message)
	}
	img, err := jpeg.Decode(bytes.NewReader(variants[0]))
	if err != nil {
		t.Fatal(err)
	}
	return img, variants[0]
}

// near reports whether a pixel is a colour, as far as JPEG keeps one.
func near(img image.Image, x, y int, want color.NRGBA, tolerance int) bool {
	got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
	differ := func(a, b uint8) bool { return max(int(a)-int(b), int(b)-int(a)) > tolerance }
	return !differ(got.R, want.R) && !differ(got.G, want.G) && !differ(got.B, want.B)
}

// checkFields says where a picture does not show the four fields.
func checkFields(t *testing.T, name string, img image.Image) {
	t.Helper()
	size := img.Bounds().Size()
	for _, at := range []image.Point{{1, 1}, {3, 1}, {1, 3}, {3, 3}} {
		x, y := at.X*size.X/4, at.Y*size.Y/4
		if want := fieldAt(x, y, size.X, size.Y); !near(img, x, y, want, 16) {
			t.Errorf("%s: at %d,%d is %v, not %v", name, x, y, color.NRGBAModel.Convert(img.At(x, y)), want)
		}
	}
}

// sized is the recipe of a whole picture whose sides are as 3 to 2.
func sized(width int) picture.Recipe {
	return picture.Recipe{Width: width, Height: (2*width + 1) / 3, Quality: 95}
}

func TestEveryKindOfJPEGShowsItsPicture(t *testing.T) {
	for _, name := range []string{
		"sampling-1x1.jpg", "sampling-2x1.jpg", "sampling-1x2.jpg", "sampling-2x2.jpg", "sampling-4x1.jpg",
		"sampling-4x2.jpg", "progressive.jpg", "restarts.jpg", "rgb.jpg", "cmyk.jpg", "interlaced.png",
	} {
		for _, width := range []int{48, 24, 11} {
			img, _ := made(t, sample(t, name), sized(width))
			checkFields(t, name, img)
		}
	}
}

func TestAGreyPictureStaysGrey(t *testing.T) {
	for name, data := range map[string][]byte{"JPEG": sample(t, "grey.jpg"), "PNG": asPNG(t, greyFields(48, 32))} {
		img, _ := made(t, data, sized(48))
		grey, ok := img.(*image.Gray)
		if !ok {
			t.Errorf("%s: became %T", name, img)
			continue
		}
		for _, x := range []int{12, 36} {
			want := color.GrayModel.Convert(fieldAt(x, 8, 48, 32)).(color.Gray).Y
			if got := grey.GrayAt(x, 8).Y; max(int(got)-int(want), int(want)-int(got)) > 3 {
				t.Errorf("%s: at %d is %d, not %d", name, x, got, want)
			}
		}
	}
}

func greyFields(width, height int) image.Image {
	return converted(image.NewGray(image.Rect(0, 0, width, height)))
}

// converted draws the four fields into a picture of another kind.
func converted(to interface {
	image.Image
	Set(x, y int, c color.Color)
}) image.Image {
	size := to.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			to.Set(x, y, fieldAt(x, y, size.X, size.Y))
		}
	}
	return to
}

func TestEveryKindOfPNGShowsItsPicture(t *testing.T) {
	area := image.Rect(0, 0, 48, 32)
	palette := color.Palette{red, green, blue, sand}
	for name, img := range map[string]image.Image{
		"8 bits with alpha": fields(48, 32), "palette": converted(image.NewPaletted(area, palette)),
		"8 bits": converted(image.NewRGBA(area)), "16 bits with alpha": converted(image.NewNRGBA64(area)),
		"16 bits": converted(image.NewRGBA64(area)),
	} {
		for _, width := range []int{48, 24, 11} {
			got, _ := made(t, asPNG(t, img), sized(width))
			checkFields(t, name, got)
		}
	}
	grey, _ := made(t, asPNG(t, converted(image.NewGray16(area))), sized(48))
	if want := color.GrayModel.Convert(sand).(color.Gray).Y; !near(grey, 36, 24, color.NRGBA{want, want, want, 255}, 3) {
		t.Errorf("16 bits grey: %v", grey.At(36, 24))
	}
}

func TestWhatIsTransparentBecomesWhite(t *testing.T) {
	img := fields(48, 32)
	palette := color.Palette{red, color.NRGBA{}}
	paletted := image.NewPaletted(img.Rect, palette)
	for y := range 32 {
		for x := range 48 {
			switch {
			case x >= 24 && y < 16: // unseen green
				img.SetNRGBA(x, y, color.NRGBA{40, 160, 60, 0})
				paletted.SetColorIndex(x, y, 1)
			case y < 16: // half seen red, over white
				img.SetNRGBA(x, y, color.NRGBA{200, 40, 40, 128})
			}
		}
	}
	for _, width := range []int{48, 24} {
		got, _ := made(t, asPNG(t, img), sized(width))
		if !near(got, width*3/4, 4, color.NRGBA{255, 255, 255, 255}, 4) {
			t.Errorf("transparent became %v", got.At(width*3/4, 4))
		}
		if !near(got, width/4, 4, color.NRGBA{227, 147, 147, 255}, 6) {
			t.Errorf("half transparent red became %v", got.At(width/4, 4))
		}
		if got, _ = made(t, asPNG(t, paletted), sized(width)); !near(got, width*3/4, 4, color.NRGBA{255, 255, 255, 255}, 4) {
			t.Errorf("a transparent entry of a palette became %v", got.At(width*3/4, 4))
		}
	}
}

// The stored picture is built from the definition of the tag: which side of what
// people see its first row and its first column are.
func TestEveryOrientationIsTurnedUpright(t *testing.T) {
	const width, height = 64, 32
	sides := []struct{ row, column string }{
		1: {"top", "left"}, 2: {"top", "right"}, 3: {"bottom", "right"}, 4: {"bottom", "left"},
		5: {"left", "top"}, 6: {"right", "top"}, 7: {"right", "bottom"}, 8: {"left", "bottom"},
	}
	place := func(side string, i int, at *image.Point) {
		switch side {
		case "top":
			at.Y = i
		case "bottom":
			at.Y = height - 1 - i
		case "left":
			at.X = i
		case "right":
			at.X = width - 1 - i
		}
	}
	for o := 1; o <= 8; o++ {
		stored := image.NewNRGBA(image.Rect(0, 0, width, height))
		if o >= 5 {
			stored = image.NewNRGBA(image.Rect(0, 0, height, width))
		}
		for row := range stored.Rect.Dy() {
			for column := range stored.Rect.Dx() {
				var at image.Point
				place(sides[o].row, row, &at)
				place(sides[o].column, column, &at)
				stored.SetNRGBA(column, row, fieldAt(at.X, at.Y, width, height))
			}
		}
		little, big := exif(binary.LittleEndian, uint16(o)), exif(binary.BigEndian, uint16(o))
		for name, data := range map[string][]byte{
			"JPEG": withSegments(asJPEG(t, stored), segment(0xe1, "Exif\x00\x00"+little)),
			"PNG":  withChunks(asPNG(t, stored), chunk("eXIf", big)),
		} {
			for _, want := range []int{64, 30, 12} {
				img, _ := made(t, data, picture.Recipe{Width: want, Height: want / 2, Quality: 95})
				if got := img.Bounds().Size(); got != image.Pt(want, want/2) {
					t.Errorf("%s, orientation %d: %v", name, o, got)
				}
				checkFields(t, name, img)
			}
		}
	}
}

func TestATallPictureIsCutNearItsTopAfterTurning(t *testing.T) {
	// Seen upright it is 40 × 100; the first third is sand, the rest blue.
	stored := image.NewNRGBA(image.Rect(0, 0, 100, 40))
	for y := range 40 {
		for x := range 100 {
			stored.SetNRGBA(x, y, blue)
			if x < 33 {
				stored.SetNRGBA(x, y, sand)
			}
		}
	}
	data := withSegments(asJPEG(t, stored), segment(0xe1, "Exif\x00\x00"+exif(binary.LittleEndian, 6)))
	img, _ := made(t, data, picture.Recipe{Width: 40, Height: 40, Quality: 95})
	if img.Bounds().Size() != image.Pt(40, 40) || !near(img, 20, 8, sand, 12) || !near(img, 20, 18, blue, 12) {
		t.Errorf("%v: %v above %v", img.Bounds(), img.At(20, 8), img.At(20, 18))
	}
}

func TestNothingButPixelsIsLeft(t *testing.T) {
	secret := "GPS 59.3293 N SECRET-PLACE"
	xmp := "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>" + secret + "</x:xmpmeta>"
	inJPEG := withSegments(asJPEG(t, fields(48, 32)),
		segment(0xe1, "Exif\x00\x00"+exif(binary.LittleEndian, 1)+secret), segment(0xe1, xmp),
		segment(0xe2, "ICC_PROFILE\x00\x01\x01"+secret), segment(0xed, "Photoshop 3.0\x00"+secret),
		segment(0xee, "Adobe\x00\x64\x00\x00\x00\x00\x01"+secret), segment(0xe0, "JFXX\x00"+secret), segment(0xfe, secret))
	inJPEG = append(inJPEG, secret...)
	inPNG := withChunks(asPNG(t, fields(48, 32)), chunk("eXIf", exif(binary.LittleEndian, 1)+secret),
		chunk("tEXt", "Comment\x00"+secret), chunk("iTXt", xmp), chunk("prVt", secret))
	inPNG = append(inPNG, secret...)
	for name, data := range map[string][]byte{"JPEG": inJPEG, "PNG": inPNG} {
		img, variant := made(t, data, sized(48))
		checkFields(t, name, img)
		for _, trace := range []string{"GPS", "SECRET", "Exif", "xap", "ICC", "Adobe", "Photoshop", "JFXX"} {
			if bytes.Contains(variant, []byte(trace)) {
				t.Errorf("%s: %q is left", name, trace)
			}
		}
		for _, marker := range markers(variant) {
			if marker >= 0xe0 && marker <= 0xef || marker == 0xfe {
				t.Errorf("%s: a segment %x is left", name, marker)
			}
		}
	}
}

// markers returns the markers of a JPEG up to its pixels.
func markers(data []byte) (found []byte) {
	for at := 2; data[at+1] != 0xda; {
		found = append(found, data[at+1])
		at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
	}
	return found
}

func TestNothingIsEnlarged(t *testing.T) {
	for _, c := range []struct{ width, height, wantWidth, wantHeight int }{
		{1, 1, 1, 1}, {30, 20, 20, 20}, {150, 1000, 150, 150}, {400, 400, 200, 200}, {201, 199, 199, 199},
	} {
		img, _ := made(t, asPNG(t, fields(c.width, c.height)), picture.Portrait()[1])
		if got := img.Bounds().Size(); got != image.Pt(c.wantWidth, c.wantHeight) {
			t.Errorf("%d × %d became %v", c.width, c.height, got)
		}
	}
}

func TestTheSameFileGivesTheSameBytes(t *testing.T) {
	data := asJPEG(t, noise(700, 500))
	recipes := append(picture.Portrait(), sized(600))
	maker := picture.NewMaker(picture.MaxMemory)
	want, problem := maker.Make(data, recipes)
	if problem != nil {
		t.Fatal(problem.Message)
	}
	original := bytes.Clone(data)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			got, _ := maker.Make(data, recipes)
			for i := range recipes {
				if i >= len(got) || !bytes.Equal(got[i], want[i]) {
					t.Errorf("variant %d differs", i)
				}
			}
		})
	}
	group.Wait()
	if !bytes.Equal(data, original) {
		t.Error("the file's bytes were changed")
	}
}

// Names promise bytes: when this fails because a decoder, an encoder or our own
// code changed, raise version in recipe.go and put the new sum here.
func TestTheBytesOfThisVersionAreKnown(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other processors round the sums of the filter in another way")
	}
	h := sha256.New()
	wide := segment(0xe2, "ICC_PROFILE\x00\x01\x01"+string(sample(t, "wide.icc")))
	for _, data := range [][]byte{
		sample(t, "progressive.jpg"), asPNG(t, noise(300, 200)), withSegments(asJPEG(t, noise(500, 400)), wide),
	} {
		variants, problem := makeAll(data, picture.Recipe{Width: 192, Height: 192, Quality: 80}, picture.Thumbnail(), sized(1200))
		if problem != nil {
			t.Fatal(problem.Message)
		}
		for _, v := range variants {
			h.Write(v)
		}
	}
	const want = "46f0aab80d107589d525ace78b07a87fab852cab02a94146eac629960011f183"
	if got := hex.EncodeToString(h.Sum(nil)); got != want {
		t.Errorf("got %s", got)
	}
}

func TestMakeTakesNoMoreMemoryThanItReserves(t *testing.T) {
	turned := segment(0xe1, "Exif\x00\x00"+exif(binary.BigEndian, 6))
	for name, data := range map[string][]byte{
		"JPEG": asJPEG(t, photo(1800, 1700)), "PNG": asPNG(t, fields(1300, 1000)), "tall": asJPEG(t, photo(500, 4500)),
		"16 bits":     asPNG(t, converted(image.NewNRGBA64(image.Rect(0, 0, 1000, 800)))),
		"progressive": progressive(1000, 800, 3), "CMYK": sample(t, "cmyk.jpg"), "RGB": sample(t, "rgb.jpg"),
		"interlaced": sample(t, "interlaced.png"), "turned": withSegments(asJPEG(t, photo(1800, 1700)), turned),
		"turned strip": withSegments(asJPEG(t, photo(500, 4000)), turned),
	} {
		recipes := append(picture.Portrait(), picture.Thumbnail())
		reserved := picture.Memory(data, recipes)
		used := allocated(func() { makeAll(data, recipes...) })
		t.Logf("%s: reserves %d kB, takes %d kB", name, reserved>>10, used>>10)
		if used > uint64(reserved) {
			t.Errorf("%s: reserves %d bytes, takes %d", name, reserved, used)
		}
		if used < uint64(reserved)/3 && used > 2<<20 {
			t.Errorf("%s: reserves %d bytes, takes only %d", name, reserved, used)
		}
	}
}
