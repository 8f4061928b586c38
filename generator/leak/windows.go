package leak

// windows finds any stretch of Window characters of long texts, by a rolling
// hash (Karp and Rabin, 1987) and a bitmap that most stretches fail.
type windows struct {
	bitmap []uint64
	found  map[uint64][]stretch
}

// stretch is one window of a secret.
type stretch struct {
	name string
	text string
}

const (
	base    = 1_000_003
	mapBits = 21
)

// lead is base to the power of Window-1: the weight of the character that
// leaves the window.
var lead = func() uint64 {
	p := uint64(1)
	for range Window - 1 {
		p *= base
	}
	return p
}()

func newWindows() *windows {
	return &windows{bitmap: make([]uint64, 1<<mapBits/64), found: map[uint64][]stretch{}}
}

func (w *windows) empty() bool { return len(w.found) == 0 }

func bit(hash uint64) (word int, mask uint64) {
	top := hash >> (64 - mapBits)
	return int(top >> 6), 1 << (top & 63)
}

// add enters every window of a text in normal form.
func (w *windows) add(name string, text []rune) {
	for i := 0; i+Window <= len(text); i++ {
		hash := uint64(0)
		for _, r := range text[i : i+Window] {
			hash = hash*base + uint64(r)
		}
		word, mask := bit(hash)
		w.bitmap[word] |= mask
		w.found[hash] = append(w.found[hash], stretch{name, string(text[i : i+Window])})
	}
}

// search reports every window of a text in normal form that is one of a secret.
func (w *windows) search(text string, hit func(name, text string)) {
	if w.empty() {
		return
	}
	if isASCII(text) {
		roll(w, []byte(text), func(from, to int) string { return text[from:to] }, hit)
		return
	}
	runes := []rune(text)
	roll(w, runes, func(from, to int) string { return string(runes[from:to]) }, hit)
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// roll takes the window along a text and looks up what it holds.
func roll[C byte | rune](w *windows, text []C, cut func(from, to int) string, hit func(name, text string)) {
	hash := uint64(0)
	for i, c := range text {
		if i >= Window {
			hash -= uint64(text[i-Window]) * lead
		}
		hash = hash*base + uint64(c)
		if i < Window-1 {
			continue
		}
		if word, mask := bit(hash); w.bitmap[word]&mask == 0 {
			continue
		}
		for _, s := range w.found[hash] {
			if s.text == cut(i-Window+1, i+1) {
				hit(s.name, s.text)
			}
		}
	}
}
