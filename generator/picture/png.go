package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math"
)

const pngStart = "\x89PNG\r\n\x1a\n"

// readPNG parses the chunks of a PNG. Each has a length, a name, its content and a
// checksum, which the decoder verifies.
func (f *file) readPNG() *Problem {
	f.Format, f.scans = PNG, 1
	name, content, rest := nextChunk(f.data[len(pngStart):])
	if rest == nil {
		return cutOff()
	}
	if name != "IHDR" || len(content) != 13 {
		return badPicture("this picture is a PNG of a kind that few programs read")
	}
	f.pngHeader(content)
	for !f.complete {
		if name, content, rest = nextChunk(rest); rest == nil {
			break
		}
		switch name {
		case "IEND":
			f.complete = true
		case "acTL":
			f.animated = true
		case "eXIf":
			f.Orientation = orientation(content)
		case "iCCP":
			f.profile = inflateProfile(content)
		}
	}
	return nil
}

// nextChunk returns the first chunk and the data behind it; rest is nil when the file ends
// before.
func nextChunk(data []byte) (name string, content, rest []byte) {
	if len(data) < 12 {
		return "", nil, nil
	}
	size := int64(binary.BigEndian.Uint32(data))
	if size > int64(len(data)-12) {
		return "", nil, nil
	}
	end := 8 + int(size)
	return string(data[4:8]), data[8:end], data[end+4:]
}

// pngHeader parses the header (width, height, bits of a sample, colour type, compression,
// filter, interlace) and computes the memory that image/png takes: four bytes a pixel or one
// with a palette, twice that for samples of 16 bits, and twice again when it is interlaced.
func (f *file) pngHeader(content []byte) {
	f.storedSize.X = int(min(binary.BigEndian.Uint32(content), math.MaxInt32))
	f.storedSize.Y = int(min(binary.BigEndian.Uint32(content[4:]), math.MaxInt32))
	if max(f.storedSize.X, f.storedSize.Y) > MaxSide {
		return // refused for its size; the product below could overflow
	}
	perPixel := int64(4)
	if content[9] == 3 {
		perPixel = 1
	}
	if content[8] == 16 {
		perPixel *= 2
	}
	if content[12] != 0 {
		perPixel *= 2
	}
	f.decodedBytes = int64(f.storedSize.X) * int64(f.storedSize.Y) * perPixel
}

// inflateProfile returns the colour profile of an iCCP chunk (a name that ends with a zero,
// the compression method, the compressed profile), nil for one longer than maxProfile: those
// that conversionOf reads have some hundred bytes.
func inflateProfile(content []byte) []byte {
	_, packed, ok := bytes.Cut(content, []byte{0})
	if !ok || len(packed) < 1 || packed[0] != 0 {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(r, maxProfile+1))
	if err != nil || len(profile) > maxProfile {
		return nil
	}
	return profile
}
