package picture

import (
	"bytes"
	"encoding/binary"
	"image"
)

const jpegStart = "\xff\xd8"

// Markers of JPEG, ITU-T T.81 table B.1: the second byte of each.
const (
	markSOF0  = 0xc0 // baseline
	markSOF1  = 0xc1 // extended
	markSOF2  = 0xc2 // progressive
	markDHT   = 0xc4
	markRST0  = 0xd0
	markRST7  = 0xd7
	markEOI   = 0xd9
	markSOS   = 0xda
	markDQT   = 0xdb
	markDRI   = 0xdd
	markAPP0  = 0xe0
	markAPP1  = 0xe1 // EXIF and XMP
	markAPP2  = 0xe2 // colour profiles
	markAPP14 = 0xee // Adobe, which says how four colours are meant
	markAPP15 = 0xef
	markCOM   = 0xfe
)

// jpegHeader is what the memory for decoding a JPEG depends on.
type jpegHeader struct {
	frame       []byte // the frame header, nil until it is met
	progressive bool
	adobe       bool // an Adobe marker says that three colours are not YCbCr
}

// readJPEG parses the segments of a JPEG, from marker to marker as image/jpeg does, up to
// its end. Phones append films and second pictures, which are ignored.
func (f *file) readJPEG() *Problem {
	f.Format = JPEG
	var header jpegHeader
	for rest := f.data[len(jpegStart):]; !f.complete; {
		var marker byte
		if marker, rest = nextMarker(rest); marker == markEOI {
			f.complete = f.scans > 0
			break
		}
		size := segmentSize(rest)
		if size == 0 {
			break
		}
		if problem := f.segment(&header, marker, rest[2:size]); problem != nil {
			return problem
		}
		rest = rest[size:]
		if marker == markSOS {
			f.scans++
		}
	}
	if header.frame == nil {
		return cutOff()
	}
	f.decodedBytes = header.memory(f.storedSize)
	return nil
}

// nextMarker returns the next marker and the bytes behind it; 0 and nil at the end of the
// file. It skips entropy-coded data, in which a zero follows 0xff, fill bytes and restart
// markers.
func nextMarker(data []byte) (byte, []byte) {
	for {
		i := bytes.IndexByte(data, 0xff)
		if i < 0 || i+1 == len(data) {
			return 0, nil
		}
		switch marker := data[i+1]; {
		case marker == 0xff:
			data = data[i+1:]
		case marker == 0, marker >= markRST0 && marker <= markRST7:
			data = data[i+2:]
		default:
			return marker, data[i+2:]
		}
	}
}

// segmentSize returns the length that a segment states, its two bytes included,
// or 0 when the file ends before.
func segmentSize(data []byte) int {
	if len(data) < 2 {
		return 0
	}
	size := int(binary.BigEndian.Uint16(data))
	if size < 2 || size > len(data) {
		return 0
	}
	return size
}

// segment parses one segment.
func (f *file) segment(header *jpegHeader, marker byte, content []byte) *Problem {
	switch marker {
	case markSOF0, markSOF1, markSOF2:
		header.progressive = marker == markSOF2
		return f.frameHeader(header, content)
	case markAPP14:
		header.adobe = header.adobe || len(content) >= 12 && content[11] == 0
	case markAPP1:
		if tiff, ok := bytes.CutPrefix(content, []byte("Exif\x00\x00")); ok && f.Orientation == 0 {
			f.Orientation = orientation(tiff)
		}
	case markAPP2:
		// "Part 1 of 1": profiles in several parts hold tables, which are not
		// used here.
		if profile, ok := bytes.CutPrefix(content, []byte("ICC_PROFILE\x00\x01\x01")); ok {
			f.profile = profile
		}
	case markDHT, markDQT, markDRI, markSOS, markCOM:
	default:
		if marker < markAPP0 || marker > markAPP15 {
			return badPicture("this picture is a JPEG of a kind that few programs read")
		}
	}
	return nil
}

// frameHeader parses the frame header: a byte with the bits of a sample, the height, the
// width, the number of components and three bytes for each.
func (f *file) frameHeader(header *jpegHeader, content []byte) *Problem {
	if header.frame != nil || len(content) < 6 || content[5] == 0 || len(content) != 6+3*int(content[5]) {
		return cutOff()
	}
	header.frame = content
	f.storedSize = image.Pt(int(binary.BigEndian.Uint16(content[3:])), int(binary.BigEndian.Uint16(content[1:])))
	return nil
}

// memory returns the bytes that image/jpeg takes to decode: one for each sample,
// four more of each when it is progressive, and four for each pixel when its
// colours are neither grey nor YCbCr.
func (h jpegHeader) memory(size image.Point) int64 {
	components := int(h.frame[5])
	pixels := int64(size.X+31) * int64(size.Y+31) // whole blocks, up to four of eight pixels
	memory := pixels
	if components > 1 {
		samples := int64(0)
		for i := range components {
			samples += samplesOf(h.frame[7+3*i])
		}
		memory = pixels * samples / samplesOf(h.frame[7])
	}
	if h.progressive {
		memory *= 5
	}
	if components == 4 || components == 3 && (h.adobe || h.frame[6] == 'R') {
		memory += 4 * pixels
	}
	return memory
}

// samplesOf returns the product of a component's sampling factors, at least 1.
func samplesOf(factors byte) int64 { return max(1, int64(factors>>4)*int64(factors&15)) }
