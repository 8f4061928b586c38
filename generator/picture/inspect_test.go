package picture_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"runtime"
	"strings"
	"testing"

	"ithaca/generator/diag"
	"ithaca/generator/picture"
)

func TestAFileSaysWhatItIsBeforeItIsDecoded(t *testing.T) {
	turned := withSegments(asJPEG(t, fields(48, 32)), segment(0xe1, "Exif\x00\x00"+exif(binary.BigEndian, 6)))
	for _, c := range []struct {
		name string
		data []byte
		want picture.Info
	}{
		{"JPEG", sample(t, "sampling-2x2.jpg"), picture.Info{Format: picture.JPEG, Width: 48, Height: 32, Orientation: 1}},
		{"progressive JPEG", sample(t, "progressive.jpg"), picture.Info{Format: picture.JPEG, Width: 48, Height: 32, Orientation: 1}},
		{"PNG", asPNG(t, fields(31, 17)), picture.Info{Format: picture.PNG, Width: 31, Height: 17, Orientation: 1}},
		{"one pixel", asPNG(t, fields(1, 1)), picture.Info{Format: picture.PNG, Width: 1, Height: 1, Orientation: 1}},
		{"turned", turned, picture.Info{Format: picture.JPEG, Width: 32, Height: 48, Orientation: 6}},
	} {
		got, problem := picture.Inspect(c.data)
		if problem != nil {
			t.Errorf("%s: %s", c.name, problem.Message)
			continue
		}
		if memory := picture.Memory(c.data, picture.Portrait()); memory <= 0 || memory > 2<<20 {
			t.Errorf("%s: a small picture takes %d bytes", c.name, memory)
		}
		if got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestWhatIsNoJPEGOrPNGIsRefusedByItsContent(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"", "is empty"},
		{"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG"},
		{"<?xml version='1.0'?>\n<svg onload='alert(1)'/>", "an SVG"},
		{"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "a GIF"},
		{"RIFF\x24\x00\x00\x00WEBPVP8 ", "a WebP"},
		{"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "a HEIC"},
		{"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00", "an AVIF"},
		{"\x00\x00\x00\x18ftypqt  \x00\x00\x00\x00", "a film"},
		{"BM\x3a\x00\x00\x00", "a BMP"},
		{"%PDF-1.7", "a PDF"},
		{"II*\x00\x08\x00\x00\x00", "a TIFF"},
		{"version https://git-lfs.github.com/spec/v1\n", "Git LFS"},
		{"I am a photo, honestly.\n", "a text"},
		{strings.Repeat("ж", 1000), "a text"},
		{"\x7fELF\x02\x01\x01\x00", "not a picture"},
		{"\xff\xd8", "damaged or cut off"},
		{"\xff", "not a picture"},
	} {
		problem := refused(t, []byte(c.data))
		if problem.Code != picture.BadPicture || !strings.Contains(problem.Message, c.want) || problem.Hint == "" {
			t.Errorf("%.20q: got [%s] %s (%s), want %s", c.data, problem.Code, problem.Message, problem.Hint, c.want)
		}
	}
}

func TestAPictureBeyondALimitIsRefusedBeforeItIsDecoded(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		code diag.Code
		want string
	}{
		{"a bomb", header(30_000, 30_000), picture.PictureTooLarge, "30000 × 30000"},
		{"the largest PNG", header(1<<31-1, 1<<31-1), picture.PictureTooLarge, "2147483647"},
		{"beyond PNG", header(1<<32-1, 1<<32-1), picture.PictureTooLarge, "2147483647"},
		{"too many pixels", header(8000, 5001), picture.PictureTooLarge, "8000 × 5001"},
		{"a long side", header(10_001, 3000), picture.PictureTooLarge, "10001 × 3000"},
		{"a strip", header(1, 10_000), picture.PictureTooNarrow, "1 × 10000"},
		{"a flat strip", header(1001, 100), picture.PictureTooNarrow, "1001 × 100"},
		{"nothing", header(0, 10), picture.BadPicture, "no pixels"},
		{"40 MB", append(asJPEG(t, fields(8, 8)), make([]byte, 40<<20)...), picture.PictureTooLarge, "42.0 MB"},
		{"a byte more than the limit", append(asJPEG(t, fields(8, 8)), make([]byte, picture.MaxBytes)...), picture.PictureTooLarge, "12.6 MB; at most 12.5 MB"},
		{"a JPEG bomb", progressive(65_000, 65_000, 0)[:2000], picture.PictureTooLarge, "65000 × 65000"},
		{"a wide progressive", progressive(7000, 5500, 0), picture.PictureTooLarge, "of memory"},
		{"endless passes", progressive(6000, 5000, 100), picture.PictureTooLarge, "101 passes; at most 16"},
	} {
		problem := refused(t, c.data)
		if problem.Code != c.code || !strings.Contains(problem.Message, c.want) || problem.Hint == "" {
			t.Errorf("%s: got [%s] %s (%s), want [%s] %s", c.name, problem.Code, problem.Message, problem.Hint, c.code, c.want)
		}
	}
}

func TestRefusingABombCostsAlmostNoMemory(t *testing.T) {
	for name, bomb := range map[string][]byte{
		"PNG":  withChunks(header(30_000, 30_000), chunk("IDAT", "x"), chunk("IEND", "")),
		"JPEG": progressive(65_000, 65_000, 0),
	} {
		if used := allocated(func() { refused(t, bomb) }); used > 2*uint64(len(bomb))+64<<10 {
			t.Errorf("refusing a %s of %d bytes twice took %d bytes", name, len(bomb), used)
		}
	}
}

// refused returns why a file is refused, by Inspect, Judge and Make alike.
func refused(t *testing.T, data []byte) picture.Problem {
	t.Helper()
	_, inspected := picture.Inspect(data)
	variants, made := makeAll(data, picture.Portrait()...)
	if inspected == nil || made == nil || variants != nil {
		t.Fatalf("%.20q is not refused: %v, %v", data, inspected, made)
	}
	if *inspected != *made {
		t.Errorf("Inspect and Make differ: %v, %v", inspected, made)
	}
	if judged := picture.NewMaker(picture.MaxMemory).Judge(data); judged == nil || *judged != *made {
		t.Errorf("Judge and Make differ: %v, %v", judged, made)
	}
	return *made
}

// allocated returns the bytes that a call takes, whether they are freed or not.
func allocated(call func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	call()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestAPictureThatMovesIsRefused(t *testing.T) {
	still := asPNG(t, fields(20, 20))
	moving := withChunks(still, chunk("acTL", "\x00\x00\x00\x02\x00\x00\x00\x00"))
	if problem := refused(t, moving); problem.Code != picture.AnimatedPicture {
		t.Errorf("got [%s] %s", problem.Code, problem.Message)
	}
}

func TestAFileThatIsCutOffIsRefused(t *testing.T) {
	for name, whole := range map[string][]byte{
		"baseline": sample(t, "sampling-2x2.jpg"), "progressive": sample(t, "progressive.jpg"),
		"restarts": sample(t, "restarts.jpg"), "PNG": asPNG(t, fields(40, 30)),
	} {
		for length := 8; length < len(whole); length++ {
			if problem := refused(t, whole[:length]); problem.Code != picture.BadPicture {
				t.Fatalf("%s, %d of %d bytes: [%s] %s", name, length, len(whole), problem.Code, problem.Message)
			}
		}
	}
}

func TestAFileWhoseMiddleIsLostIsRefusedWhenItIsDecoded(t *testing.T) {
	for name, whole := range map[string][]byte{
		"JPEG": asJPEG(t, noise(200, 200)), "PNG": asPNG(t, noise(200, 200)),
	} {
		lost := append(append([]byte{}, whole[:len(whole)/2]...), whole[len(whole)-40:]...)
		if name == "PNG" { // keep its chunks whole, so that only the packed pixels are wrong
			lost = bytes.Replace(whole, whole[2000:2100], make([]byte, 100), 1)
		}
		if _, problem := picture.Inspect(lost); problem != nil {
			t.Errorf("%s: Inspect sees it already: %s", name, problem.Message)
		}
		if _, problem := makeAll(lost, picture.Portrait()...); problem == nil || problem.Code != picture.BadPicture {
			t.Errorf("%s: got %v", name, problem)
		}
	}
}

// noise returns a picture that cannot be packed well and differs everywhere.
func noise(width, height int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	state := uint32(1)
	for y := range height {
		for x := range width {
			state = state*1664525 + 1013904223
			img.SetNRGBA(x, y, color.NRGBA{byte(state >> 24), byte(state >> 16), byte(state >> 8), 255})
		}
	}
	return img
}

func TestAKindOfJPEGThatFewProgramsReadIsRefused(t *testing.T) {
	if problem := refused(t, sample(t, "arithmetic.jpg")); !strings.Contains(problem.Message, "few programs") {
		t.Errorf("got [%s] %s", problem.Code, problem.Message)
	}
}

func TestAProblemBecomesAnErrorWhereTheCallerSaysSo(t *testing.T) {
	problem := refused(t, []byte("GIF89a"))
	problem.Position = diag.Position{File: "content/mentors/ana/ana.jpg"}
	got := problem.String()
	want := "content/mentors/ana/ana.jpg: error: this file is a GIF; pictures are JPEG or PNG [bad-picture]"
	if got != want {
		t.Errorf("got %s", got)
	}
}
