package theme

// Word gives a message of the interface that has no placeholders, for machine
// files such as calendars; the key itself where there is no such message.
func (t *Theme) Word(key string) string {
	text, err := t.words.text(key)
	if err != nil {
		return key
	}
	return text
}
