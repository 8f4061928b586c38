// Package start begins things: a new site, and a new file of a site.
//
// It takes a folder and the few facts that an organizer knows on the first day, and
// writes a site that checks and builds at once, from a skeleton of its own; or it
// takes a kind of content, a title and answers, and writes a file with remarks that
// say what else it can hold. What is not known yet stays a placeholder or makes the
// file a draft. Nothing that is there is ever changed or replaced. For those who write
// files by hand it also says what they can hold: as a reference, as schemas for editors,
// and as a file of words to translate the interface by.
//
// The texts of the skeleton are meant to be kept. What a file's remarks say comes
// from the declarations of package kinds. It does not know flags, terminals or
// HTML.
package start
