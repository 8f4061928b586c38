package content

import (
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// CycleOver warns of an open status where every cycle that is named has ended.
const CycleOver diag.Code = "cycle-over"

// cycleOver warns of a mentor whose cycles have all ended: the profile says open,
// and nothing shows it as open.
func (l *linker) cycleOver(doc *Document) {
	m, ok := doc.item.(*portal.Mentor)
	if !ok || !l.part(doc) || l.portal.Closed(m) != portal.CycleOver {
		return
	}
	l.diags.Warnf(doc.place("cycles"), CycleOver, "add the next cycle, leave `cycles` out to take part in all, or write `status: paused`",
		"every cycle that the profile names is over, so that it is not shown as open")
}
