package part

import (
	"regexp"

	"ithaca/generator/content/field"
	"ithaca/generator/portal"
)

// mostOwn is how many own fields a program may have for a kind of files.
const mostOwn = 20

// Own is the shape of the fields of the program's own in a file.
func Own() field.Shape[[]portal.Own] {
	return field.Own(field.Texts(400, 20), mostOwn, func(d *field.Decoder, key field.Node) bool {
		d.Mention(ToOwn, key.Value, key)
		return true
	}, func(key string, values []string) portal.Own { return portal.Own{Key: key, Values: values} })
}

var ownKey = regexp.MustCompile(`^[a-z][a-z0-9_]*$`) // as templates name it

// OwnFields is the shape of the declaration of a program's own fields, by folder.
func OwnFields() field.Shape[portal.OwnFields] {
	type o = portal.OwnFields
	titles := field.Own(field.Line(80), mostOwn, func(d *field.Decoder, key field.Node) bool {
		if !ownKey.MatchString(key.Value) {
			d.Errorf(key, BadSlug, "begin with a letter, and use only a-z, 0-9 and _", "a field cannot be called `%s`", field.Short(key.Value))
			return false
		}
		return true
	}, func(key, title string) portal.OwnField { return portal.OwnField{Key: key, Title: title} })
	const words = "Each with the title that its page shows it under."
	var fields []field.Field[o]
	for _, folder := range []string{"mentors", "guides", "stories", "events", "pages"} {
		fields = append(fields, field.Sets(folder, titles, func(o *o, fields []portal.OwnField) {
			if *o == nil {
				*o = portal.OwnFields{}
			}
			(*o)[folder] = fields
		}, words))
	}
	return field.Group(nil, fields...)
}
