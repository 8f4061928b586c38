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
	markSOI   = 0xd8
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

// takeJPEG walks over the segments of a JPEG. Into the body go those that the
// pixels need; comments and applications' data are dropped, and so is whatever
// follows the end, where phones put films and second pictures.
//
// It goes from marker to marker as image/jpeg does. Should the two ever differ,
// the decoder still sees nothing but the body, whose scans are counted in its
// bytes.
func takeJPEG(data []byte) (*file, *Problem) {
	j := &jpegFile{file: file{Info: Info{Format: JPEG}}}
	j.body = append(make([]byte, 0, len(data)), jpegStart...)
	rest := data[len(jpegStart):]
	for {
		marker, after := nextMarker(rest)
		if after == nil {
			break
		}
		if marker == markEOI {
			j.keep(markEOI, nil)
			j.complete = true
			break
		}
		size := segmentSize(after)
		if size < 0 {
			break
		}
		if problem := j.segment(marker, after[:size]); problem != nil {
			return nil, problem
		}
		rest = after[size:]
		if marker == markSOS {
			end := scanEnd(rest)
			j.body = append(j.body, rest[:end]...)
			rest = rest[end:]
		}
	}
	if j.header == nil {
		return nil, cutOff()
	}
	j.scans = bytes.Count(j.body, []byte{0xff, markSOS})
	j.complete = j.complete && j.scans > 0
	j.cost()
	return &j.file, nil
}

// nextMarker returns the next marker of a segment and what follows it, nil when
// there is none. Stray bytes, fill bytes and restarts between segments are
// passed over.
func nextMarker(data []byte) (byte, []byte) {
	for {
		i := bytes.IndexByte(data, 0xff)
		if i < 0 {
			return 0, nil
		}
		for i < len(data) && data[i] == 0xff {
			i++
		}
		if i == len(data) {
			return 0, nil
		}
		marker := data[i]
		data = data[i+1:]
		if marker != 0 && (marker < markRST0 || marker > markRST7) {
			return marker, data
		}
	}
}

// segmentSize returns the length that a segment states, its two bytes included,
// or -1 when the file ends before.
func segmentSize(data []byte) int {
	if len(data) < 2 {
		return -1
	}
	size := int(binary.BigEndian.Uint16(data))
	if size < 2 || size > len(data) {
		return -1
	}
	return size
}

// scanEnd returns where the coded pixels of a scan end: before the first marker
// that is not a restart.
func scanEnd(data []byte) int {
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], 0xff)
		if i < 0 || at+i+1 >= len(data) {
			return len(data)
		}
		at += i
		switch next := data[at+1]; {
		case next == 0xff:
			at++
		case next == 0, next >= markRST0 && next <= markRST7:
			at += 2
		default:
			return at
		}
	}
}

// jpegFile is a JPEG that is being taken apart.
type jpegFile struct {
	file
	header      []byte // the frame header, nil until it is met
	progressive bool
	adobe       bool // an Adobe marker says that three colours are not YCbCr
}

func (j *jpegFile) keep(marker byte, segment []byte) {
	j.body = append(append(j.body, 0xff, marker), segment...)
}

// segment takes one segment, which begins with the two bytes of its length.
func (j *jpegFile) segment(marker byte, segment []byte) *Problem {
	content := segment[2:]
	switch marker {
	case markSOF0, markSOF1, markSOF2:
		if problem := j.frameHeader(content); problem != nil {
			return problem
		}
		j.progressive = marker == markSOF2
	case markDHT, markDQT, markDRI, markSOS, markAPP0:
	case markAPP14:
		j.adobe = j.adobe || len(content) >= 12 && content[11] == 0
	case markAPP1:
		if tiff, ok := cutPrefix(content, "Exif\x00\x00"); ok && j.Orientation == 0 {
			j.Orientation = orientation(tiff)
		}
		return nil
	case markAPP2:
		// "Part 1 of 1": profiles in several parts hold tables, which are not
		// used here.
		if profile, ok := cutPrefix(content, "ICC_PROFILE\x00\x01\x01"); ok {
			j.profile = profile
		}
		return nil
	default:
		if marker > markAPP0 && marker <= markAPP15 || marker == markCOM {
			return nil
		}
		return bad("this picture is a JPEG of a kind that few programs read")
	}
	j.keep(marker, segment)
	return nil
}

func cutPrefix(data []byte, prefix string) ([]byte, bool) {
	return bytes.CutPrefix(data, []byte(prefix))
}

// frameHeader reads the size. The header is a byte for the bits of a sample,
// the height, the width, the number of components and three bytes for each.
func (j *jpegFile) frameHeader(content []byte) *Problem {
	if j.header != nil {
		return cutOff()
	}
	if len(content) < 6 || content[5] == 0 || len(content) != 6+3*int(content[5]) {
		return cutOff()
	}
	j.header = content
	j.stored = image.Pt(int(binary.BigEndian.Uint16(content[3:])), int(binary.BigEndian.Uint16(content[1:])))
	return nil
}

// cost reckons the bytes that image/jpeg takes to decode: one for each sample,
// four more of each when it is progressive, and four for each pixel when its
// colours are neither grey nor YCbCr.
func (j *jpegFile) cost() {
	components := int(j.header[5])
	pixels := int64(j.stored.X+31) * int64(j.stored.Y+31) // whole blocks, up to four of eight pixels
	j.decoded = pixels
	if components > 1 {
		samples := int64(0)
		for i := range components {
			samples += samplesOf(j.header[7+3*i])
		}
		j.decoded = pixels * samples / samplesOf(j.header[7])
	}
	if j.progressive {
		j.decoded *= 5
	}
	j.foreign = components == 4 || components == 3 && (j.adobe || j.header[6] == 'R')
	if j.foreign {
		j.decoded += 4 * pixels
	}
}

// samplesOf returns how many samples a component has in a unit of the picture.
func samplesOf(factors byte) int64 { return max(1, int64(factors>>4)*int64(factors&15)) }
