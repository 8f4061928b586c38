package theme

import (
	"reflect"
	"strings"
)

// sample makes views for rehearse: an empty one has only embedded structs, which views never
// lack; a full one has a value in every field.
type sample struct{ full bool }

// maxSampleDepth bounds recursive structures.
const maxSampleDepth = 6

// The texts of a full sample: one that is also an address within the site, and one for
// languages.
const (
	sampleWord     = "/sample/"
	sampleLanguage = "pt"
)

// newView returns a pointer to a new value of the type that view points to.
func (s sample) newView(view any) any {
	made := reflect.New(reflect.TypeOf(view).Elem())
	s.value(made.Elem(), sampleWord, 0)
	return made.Interface()
}

// fill fills the struct that p points to.
func (s sample) fill(p any) { s.value(reflect.ValueOf(p).Elem(), sampleWord, 0) }

func (s sample) value(v reflect.Value, word string, depth int) {
	if depth > maxSampleDepth || !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		s.fields(v, depth)
	case reflect.Pointer:
		if s.full {
			v.Set(reflect.New(v.Type().Elem()))
			s.value(v.Elem(), word, depth+1)
		}
	case reflect.Slice:
		if s.full {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			s.value(v.Index(0), word, depth+1)
		}
	case reflect.String:
		if s.full {
			v.SetString(word)
		}
	case reflect.Int, reflect.Int64, reflect.Uint8:
		if s.full {
			v.Set(reflect.ValueOf(2).Convert(v.Type()))
		}
	case reflect.Bool:
		v.SetBool(s.full)
	}
}

func (s sample) fields(v reflect.Value, depth int) {
	for i := range v.NumField() {
		field := v.Field(i)
		if v.Type().Field(i).Anonymous && field.Kind() == reflect.Pointer && field.CanSet() {
			field.Set(reflect.New(field.Type().Elem()))
			field = field.Elem()
		}
		word := sampleWord
		if strings.HasPrefix(v.Type().Field(i).Name, "Lang") {
			word = sampleLanguage
		}
		s.value(field, word, depth+1)
	}
}
