// Package field decodes the frontmatter of files.
//
// It takes the bytes of a file and a declaration of its fields, and returns
// typed values and every mistake in them, each at its line and column with what
// to write instead. A declaration is built of shapes: Line, Date and their like
// for single values, List and Group for what is made of several. The same
// declaration yields a JSON Schema and a chapter of the reference, so that
// decoder and documentation cannot differ.
//
// It does not know what the fields mean: mentors, portals and what one file says
// of another are left to package content.
package field
