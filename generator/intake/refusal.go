package intake

// Refusal is why nothing is imported, and what to do about it.
type Refusal struct{ reason, remedy string }

func (r *Refusal) Error() string { return r.reason }

// Hint says what to do.
func (r *Refusal) Hint() string { return r.remedy }
