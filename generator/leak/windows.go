package leak

import (
	"encoding/binary"
	"strings"
)

// windows finds any stretch of Window characters of long secrets. Each secret is cut into
// blocks of Window/2 bytes, so that every such stretch contains a whole block. Most offsets
// of a page are ruled out by a Bloom filter of the first eight bytes of blocks; around a
// block that is found the texts are compared.
type windows struct {
	bitmap []uint64
	blocks map[string][]block // by text
}

// block is a part of a long secret, of half bytes.
type block struct {
	secret needle
	from   int // its offset in the secret
}

const (
	half    = Window / 2
	mapBits = 21
)

// bit returns the word and the bit in the bitmap for the first eight bytes of a block
// (multiplicative hashing by 2^64 over the golden ratio).
func bit(begins uint64) (word int, mask uint64) {
	top := begins * 0x9e3779b97f4a7c15 >> (64 - mapBits)
	return int(top >> 6), 1 << (top & 63)
}

func (w *windows) add(secret needle) {
	for from := 0; from+half <= len(secret.text); from += half {
		text := secret.text[from : from+half]
		word, mask := bit(binary.LittleEndian.Uint64([]byte(text)))
		w.bitmap[word] |= mask
		w.blocks[text] = append(w.blocks[text], block{secret, from})
	}
}

// search calls hit with every window of a text in normal form that is one of a
// secret, at least once.
func (w *windows) search(text []byte, hit func(name string, f find)) {
	if len(w.blocks) == 0 {
		return
	}
	for i := 0; i+half <= len(text); i++ {
		if word, mask := bit(binary.LittleEndian.Uint64(text[i:])); w.bitmap[word]&mask == 0 {
			continue
		}
		for _, b := range w.blocks[string(text[i:i+half])] {
			stretch := []rune(b.around(text, i))
			for from := 0; from+Window <= len(stretch); from++ {
				hit(b.secret.name, find{string(stretch[from : from+Window]), true})
			}
		}
	}
}

// around returns the common stretch of the secret and a text around the block, which begins
// in the text at from, as far as a window that contains the block can reach.
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
