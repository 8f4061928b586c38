package page

import (
	"strconv"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// How many entries a list shows on its first page, and on each of the others. Those are for
// somebody who reads on: what narrows the list stands on the first page alone.
const (
	firstSize = 24
	laterSize = 48
)

// Pager says where a page stands in a list that spans several.
type Pager struct {
	Number, Count  int // from 1
	Previous, Next string
	Pages          []site.Link // Title is the number
}

// list is a list that spans as many pages as it needs, and at least one.
type list struct {
	path string
	n    int          // entries
	item *portal.Item // whose page the first one is; nil for none
	head site.Head
	view func(from, to int, pager Pager) any // with those of its entries
}

// addList plans the pages of a list.
func (pl planner) addList(l list) {
	count := 1 + (max(0, l.n-firstSize)+laterSize-1)/laterSize
	for i := range count {
		to := firstSize + i*laterSize
		l.head.PageNumber = i + 1
		free := pl.add(chapterPath(l.path, i+1), l.item, l.head, func() any {
			return l.view(max(0, to-laterSize), min(l.n, to), pl.pager(l.path, i+1, count))
		})
		if !free {
			return
		}
		l.item = nil
	}
}

// chapterPath returns where a page of a list is, by its number.
func chapterPath(path string, number int) string {
	if number == 1 {
		return path
	}
	return path + "page/" + strconv.Itoa(number) + "/"
}

// pager links the first, the last and the neighbouring pages of a list.
func (pl views) pager(path string, number, count int) Pager {
	p := Pager{Number: number, Count: count}
	if number > 1 {
		p.Previous = pl.URL(chapterPath(path, number-1))
	}
	if number < count {
		p.Next = pl.URL(chapterPath(path, number+1))
	}
	for i := 1; i <= count; i++ {
		if i == 1 || i == count || i-number <= 2 && number-i <= 2 {
			p.Pages = append(p.Pages, site.Link{Title: strconv.Itoa(i), URL: pl.URL(chapterPath(path, i)), Current: i == number})
		}
	}
	return p
}
