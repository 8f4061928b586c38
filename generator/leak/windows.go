package leak

import "strings"

// windows finds any stretch of Window characters of long texts. Each text is cut
// into blocks of half as many bytes, of which every such stretch holds a whole
// one. Blocks are found by a rolling hash (Karp and Rabin, 1987) and a bitmap
// that most of a page fails; around one that is found the texts are compared.
type windows struct {
	bitmap []uint64
	blocks map[uint64][]block // by their hash
}

// block is a part of a long secret, of half bytes.
type block struct {
	secret needle
	from   int
}

const (
	half    = Window / 2
	base    = 1_000_003
	mapBits = 21
)

// lead is base to the power of half-1: the weight of the byte that leaves the
// hash.
var lead = func() uint64 {
	p := uint64(1)
	for range half - 1 {
		p *= base
	}
	return p
}()

func newWindows() *windows {
	return &windows{bitmap: make([]uint64, 1<<mapBits/64), blocks: map[uint64][]block{}}
}

func bit(hash uint64) (word int, mask uint64) {
	top := hash >> (64 - mapBits)
	return int(top >> 6), 1 << (top & 63)
}

func (w *windows) add(secret needle) {
	for from := 0; from+half <= len(secret.text); from += half {
		hash := uint64(0)
		for _, c := range []byte(secret.text[from : from+half]) {
			hash = hash*base + uint64(c)
		}
		word, mask := bit(hash)
		w.bitmap[word] |= mask
		w.blocks[hash] = append(w.blocks[hash], block{secret, from})
	}
}

// search calls hit with every window of a text in normal form that is one of a
// secret, at least once.
func (w *windows) search(text []byte, hit func(name string, f find)) {
	if len(w.blocks) == 0 {
		return
	}
	hash := uint64(0)
	for i := range len(text) {
		if i >= half {
			hash -= uint64(text[i-half]) * lead
		}
		hash = hash*base + uint64(text[i])
		if i < half-1 {
			continue
		}
		if word, mask := bit(hash); w.bitmap[word]&mask == 0 {
			continue
		}
		for _, b := range w.blocks[hash] {
			stretch := []rune(b.around(text, i+1-half))
			for from := 0; from+Window <= len(stretch); from++ {
				hit(b.secret.name, find{string(stretch[from : from+Window]), true})
			}
		}
	}
}

// around returns what the secret and a text have in common around the block,
// which seems to begin in the text at from, as far as a window with the block in
// it can reach. Where only the hashes are the same that is too short for one.
func (b block) around(text []byte, from int) string {
	const reach = 4 * Window // bytes: a character has at most four
	shift, secret := from-b.from, b.secret.text
	low, high := from, from
	for high < min(len(text), len(secret)+shift, from+reach) && text[high] == secret[high-shift] {
		high++
	}
	for low > max(0, shift, from-reach) && text[low-1] == secret[low-1-shift] {
		low--
	}
	return strings.ToValidUTF8(string(text[low:high]), "") // it may begin or end within a character
}
