package kinds

import (
	"regexp"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/filename"
	"ithaca/generator/portal"
)

// BadAlias is reported for an older address that is no path within the site.
const BadAlias diag.Code = "bad-alias"

// aliases declares the field of a page's older addresses, which every kind has.
func aliases[T any, P item[T]]() field.Field[T] {
	return field.Has("aliases", field.List(alias(), 20), func(t *T) *[]portal.Alias { return &P(t).Origin().Aliases },
		"Older addresses of the page, which lead to it.")
}

// alias is the shape of an older address of a page: a path within the site.
func alias() field.Shape[portal.Alias] {
	about := field.About{Words: "path within the site as /mentors/old-name/", JSON: "string", Pattern: `^/([a-z0-9-]+/)+$`}
	return field.Scalar(about, "a path", func(d *field.Decoder, n field.Node, text string) (portal.Alias, bool) {
		if !isPath(text) {
			d.Errorf(n, BadAlias, "write the old address's path, as /mentors/old-name/",
				"\"%s\" is not a path within this site: it begins and ends with `/` and holds only a-z, 0-9 and `-`", field.Short(text))
			return portal.Alias{}, false
		}
		if problem := filename.PathProblem(strings.Trim(text, "/")); problem != "" {
			d.Errorf(n, BadAlias, "leave this address out", "\"%s\" cannot be published: it %s", field.Short(text), problem)
			return portal.Alias{}, false
		}
		return portal.Alias{Path: text, At: d.At(n)}, true
	})
}

var pathForm = regexp.MustCompile(`^(/[a-z0-9]+(-[a-z0-9]+)*)+/$`)

func isPath(text string) bool { return len(text) <= 200 && pathForm.MatchString(text) }
