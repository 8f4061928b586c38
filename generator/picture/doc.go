// Package picture makes small pictures that are safe to publish from a picture by a
// stranger.
//
// It takes the bytes of a file and returns JPEG variants in the sizes that its
// caller asks for. Variants are encoded anew from the pixels, so they have none of
// the metadata: position, comments, previews, profiles. The orientation is
// applied, and colours of wider gamuts are converted to sRGB. The same bytes
// and recipe give the same variant on every machine of one architecture;
// between architectures a value may differ by one, because scaling uses floating
// point.
//
// The memory and work that decoding takes are computed from the header, and limited,
// before a pixel is decoded. Inspect returns format and size without decoding; Name
// returns the name of a variant without reading the file at all.
//
// For people without a picture, Initials draws one from their name.
//
// The package does not know the portal, its URLs or the disk. Everything in it
// may be used by several goroutines at the same time.
package picture
