package portal

// Worksheet is a form to fill in on paper or on screen.
type Worksheet struct {
	Item
	Title    string
	Summary  string
	Stage    GuideStage
	For      SheetReader
	Fields   []SheetField
	Produces Product
	Output   string   // a text with {name} where a field's answer goes
	Example  []Answer // in the order of the fields
}

// SheetReader is who fills a worksheet in.
type SheetReader string

// SheetForMentor is filled in by mentors alone.
const SheetForMentor SheetReader = "mentor"

// SheetReaders returns every reader of worksheets.
func SheetReaders() []SheetReader { return []SheetReader{"mentee", SheetForMentor, "both"} }

// SheetField is one thing to fill in. Options are the choices of a choice or
// checklist, the columns of a table, or the two ends of a scale.
type SheetField struct {
	Label   string
	Name    string // what Output and Example refer to; never empty
	Kind    FieldKind
	Options []string
	Help    string
}

// FieldKind is how something is filled in.
type FieldKind string

// Kinds of fields that the program tells apart.
const (
	LineField      FieldKind = "line"
	ChoiceField    FieldKind = "choice"
	DateField      FieldKind = "date"
	ChecklistField FieldKind = "checklist"
	TableField     FieldKind = "table"
)

// FieldKinds returns every kind of field.
func FieldKinds() []FieldKind {
	return []FieldKind{LineField, "text", ChoiceField, DateField, ChecklistField, "scale", TableField}
}

// Product is what a filled worksheet becomes.
type Product string

// Products that pages lead to.
const (
	MessageProduct Product = "message"
	RequestProduct Product = "request"
	ProfileProduct Product = "profile"
)

// Products returns every product.
func Products() []Product {
	return []Product{"none", MessageProduct, "agreement", "plan", "agenda", RequestProduct, ProfileProduct}
}

// Answer is the answer to one field; several lines for lists, tables (one row a
// line, its cells between "|") and longer texts.
type Answer struct {
	Name  string
	Lines []string
}
