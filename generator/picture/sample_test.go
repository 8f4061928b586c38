package picture_test

import (
	"bytes"
	"embed"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"
	"strings"
	"testing"
)

// The pictures of testdata show four fields on 48 × 32 pixels: red, green, blue
// and sand. No two corners are alike, so that every turn shows.
//
//go:embed testdata/*
var samples embed.FS

var (
	red   = color.NRGBA{200, 40, 40, 255}
	green = color.NRGBA{40, 160, 60, 255}
	blue  = color.NRGBA{40, 60, 200, 255}
	sand  = color.NRGBA{230, 220, 200, 255}
)

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := samples.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// fields draws the picture of testdata in another size.
func fields(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetNRGBA(x, y, fieldAt(x, y, width, height))
		}
	}
	return img
}

func fieldAt(x, y, width, height int) color.NRGBA {
	corners := [2][2]color.NRGBA{{red, green}, {blue, sand}}
	return corners[2*y/height][2*x/width]
}

// photo draws soft waves and some grain, in the colours of a JPEG: about as hard
// to code as what a camera sees.
func photo(width, height int) *image.YCbCr {
	img := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	state := uint32(1)
	for y := range height {
		for x := range width {
			state = state*1664525 + 1013904223
			wave := (x*x/width+y*3)%256 - 128
			img.Y[y*img.YStride+x] = byte(128 + max(wave, -wave) - 64 + int(state>>29))
		}
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = byte(96+i%img.CStride*64/img.CStride), byte(96+i/img.CStride*128/height)
	}
	return img
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// segment returns a JPEG's segment with its marker and length.
func segment(marker byte, content string) []byte {
	s := binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(content)+2))
	return append(s, content...)
}

// withSegments puts segments behind the start of a JPEG.
func withSegments(data []byte, segments ...[]byte) []byte {
	all := append([]byte{}, data[:2]...)
	for _, s := range segments {
		all = append(all, s...)
	}
	return append(all, data[2:]...)
}

// chunk returns a PNG's chunk with its length and checksum.
func chunk(name, content string) []byte {
	c := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	c = append(c, name+content...)
	return binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE([]byte(name+content)))
}

// header returns the beginning of a PNG of a size: 8 bits, RGB and alpha.
func header(width, height uint32) []byte {
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", string(size)+"\x08\x06\x00\x00\x00")...)
}

// withChunks puts chunks behind the header of a PNG.
func withChunks(data []byte, chunks ...[]byte) []byte {
	const end = 8 + 12 + 13
	all := append([]byte{}, data[:end]...)
	for _, c := range chunks {
		all = append(all, c...)
	}
	return append(all, data[end:]...)
}

// exif returns a camera's notes that say how it was held, in either byte order.
func exif(order binary.AppendByteOrder, orientation uint16) string {
	start := "II*\x00"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		start = "MM\x00*"
	}
	tiff := order.AppendUint32([]byte(start), 8)
	tiff = order.AppendUint16(tiff, 1)
	tiff = order.AppendUint16(order.AppendUint16(tiff, 0x0112), 3)
	tiff = order.AppendUint16(order.AppendUint32(tiff, 1), orientation)
	return string(append(tiff, 0, 0, 0, 0, 0, 0))
}

// progressive builds a JPEG of a size that is all of one colour, sent in one
// scan and then so many more that add nothing and cost almost no bytes.
func progressive(width, height, more int) []byte {
	b := []byte("\xff\xd8")
	b = append(b, segment(0xdb, "\x00"+string(bytes.Repeat([]byte{1}, 64)))...)
	size := binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(nil, uint16(height)), uint16(width))
	b = append(b, segment(0xc2, "\x08"+string(size)+"\x03\x01\x22\x00\x02\x11\x00\x03\x11\x00")...)
	oneCode := "\x01" + string(make([]byte, 15))
	b = append(b, segment(0xc4, "\x00"+oneCode+"\x00"+"\x10"+oneCode+"\xe0")...)
	units := ((width + 15) / 16) * ((height + 15) / 16)
	b = append(b, segment(0xda, "\x03\x01\x00\x02\x00\x03\x00\x00\x00\x00")...)
	b = append(b, make([]byte, (6*units+7)/8)...)
	for range more {
		b = append(b, segment(0xda, "\x01\x01\x00\x01\x3f\x00")...)
		b = append(b, endOfBlocks(4*units)...)
	}
	return append(b, 0xff, 0xd9)
}

// endOfBlocks codes that so many blocks end here, in runs of 32,767: a zero for
// the only code there is, fourteen ones for the length, and ones to fill a byte.
func endOfBlocks(blocks int) (coded []byte) {
	const run = "011111111111111"
	bits := strings.Repeat(run, (blocks+32766)/32767)
	bits += "1111111"[:-len(bits)&7]
	for ; bits != ""; bits = bits[8:] {
		next, _ := strconv.ParseUint(bits[:8], 2, 8)
		if coded = append(coded, byte(next)); next == 0xff {
			coded = append(coded, 0)
		}
	}
	return coded
}
