package edit

// String returns a value as YAML on one line. Equal values have equal strings.
func (v Value) String() string { return v.write(true) }
