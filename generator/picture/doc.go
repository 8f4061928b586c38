// Package picture turns a picture that a stranger wrote into small ones that
// are safe to publish.
//
// It takes the bytes of a file and returns JPEG variants in the sizes that its
// caller asks for. Variants are drawn anew from the pixels, so the camera's
// position, comments, previews and profiles are not in them. The orientation is
// applied, and colours of wider screens are converted to sRGB. The same bytes
// and recipe give the same variant on every machine of one architecture;
// between architectures a value may differ by one, since scaling calculates
// with floating point.
//
// What a file may cost is settled before a pixel is decoded: its header states
// how large it is, and how much memory and work follow from that. Inspect
// returns what a file is without decoding it; Name returns what a variant will
// be called without reading the file at all.
//
// For people without a picture, Initials draws one from their name.
//
// The package does not know the portal, its URLs or the disk. Everything in it
// may be used by several goroutines at the same time.
package picture
