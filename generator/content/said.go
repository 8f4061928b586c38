package content

import (
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Said reads a field of a request from texts that stand in no file, such as
// arguments of a command: languages, timezone, windows and the like, by the same
// rules as in a file. Fields that are groups, such as needs, and truths and
// numbers are not read so. It stores the value in r and returns the mistakes, whose
// positions mean nothing; what only other files know, such as which topics and
// cycles there are, is left to the caller.
func Said(r *portal.Request, name string, values []string) (diags diag.List) {
	f, known := requestField(name)
	if !known {
		diags.Errorf(diag.Position{}, field.UnknownKey, "", "there is no field `%s`", name)
		return diags
	}
	return f.ReadTexts(values, r)
}

// TakesMany reports whether a field of a request is a list.
func TakesMany(name string) bool {
	f, known := requestField(name)
	return known && f.IsList()
}

func requestField(name string) (f field.Field[portal.Request], known bool) {
	fields := requestFields()
	i := slices.IndexFunc(fields, func(f field.Field[portal.Request]) bool { return f.Name() == name })
	if i < 0 {
		return f, false
	}
	return fields[i], true
}
