package zone

import "strings"

// City returns the place in the name of a time zone: "Sao Paulo" for
// "America/Sao_Paulo".
func City(name string) string {
	return strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
}
