package picture

import "encoding/binary"

// tagOrientation is EXIF's tag of the orientation, of the type SHORT.
const (
	tagOrientation = 0x0112
	typeShort      = 3
)

// orientation returns the orientation in EXIF data, 1 to 8; 1 where there is none or the
// data is invalid.
//
// EXIF is a TIFF file: a byte order, the number 42, the offset of the first directory, and
// there entries of twelve bytes (tag, type, count, value). Only that directory is read, once
// and forwards, so that no loop of references and no size in them can cost anything.
func orientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at > int64(len(tiff)-2) {
		return 1
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == tagOrientation {
			return orientationValue(entries, order)
		}
		entries = entries[12:]
	}
	return 1
}

func orientationValue(entry []byte, order binary.ByteOrder) int {
	value := order.Uint16(entry[8:])
	if order.Uint16(entry[2:]) != typeShort || order.Uint32(entry[4:]) != 1 || value < 1 || value > 8 {
		return 1
	}
	return int(value)
}
