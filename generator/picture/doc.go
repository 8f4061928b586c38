// Package picture turns a picture that a stranger wrote into small ones that
// are safe to publish.
//
// It takes the bytes of a file and gives JPEG variants of the sizes a Recipe
// asks for. Nothing of the file but its pixels survives: the camera's position,
// comments, previews and profiles are never even shown to the decoder, the
// orientation is applied, and colours of wider screens are converted to sRGB.
// The same bytes and recipe give the same variant on every machine.
//
// What a file may cost is settled before a pixel is decoded: its header states
// how large it is, and how much memory and work follow from that. Inspect tells
// all of it without decoding; Name tells what a variant will be called without
// reading the file at all.
//
// For people without a picture, Initials draws one from their name.
//
// The package does not know the portal, its URLs or the disk. It keeps no
// state and may be used by several goroutines, each of which needs about
// Info.Memory.
package picture
