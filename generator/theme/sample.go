package theme

import "reflect"

// sample makes views to rehearse with. An empty one has nothing but the structs
// that are embedded, which views never lack; a full one has one of everything.
type sample struct{ full bool }

// sampleDepth ends structures that hold themselves.
const sampleDepth = 6

// sampleWord is what every text says: a word, and an address within the site.
const sampleWord = "/sample/"

// like gives a pointer to a new value of the type that view points to.
func (s sample) like(view any) any {
	made := reflect.New(reflect.TypeOf(view).Elem())
	s.value(made.Elem(), 0)
	return made.Interface()
}

// fill fills the struct that p points to.
func (s sample) fill(p any) { s.value(reflect.ValueOf(p).Elem(), 0) }

func (s sample) value(v reflect.Value, depth int) {
	if depth > sampleDepth || !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		s.fields(v, depth)
	case reflect.Pointer:
		if s.full {
			v.Set(reflect.New(v.Type().Elem()))
			s.value(v.Elem(), depth+1)
		}
	case reflect.Slice:
		if s.full {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			s.value(v.Index(0), depth+1)
		}
	case reflect.String:
		if s.full {
			v.SetString(sampleWord)
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
		s.value(field, depth+1)
	}
}
