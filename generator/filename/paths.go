package filename

import (
	"strings"
	"sync"
)

// Paths remembers which paths are taken, so that no two files need the same place
// on any system. The zero value is ready, for use by any goroutine.
type Paths struct {
	mu sync.Mutex
	at map[string]taken // by folded path
}

// taken is what a path is needed for.
type taken struct {
	file   string // as it was added
	folder bool   // the path is a folder in which the file lies
}

// Take notes a path that PathProblem found fine. Where another one is in the way it
// returns that, and how the two clash, as a clause about both: "are the same file".
func (p *Paths) Take(name string) (other, clash string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := Fold(name)
	other, clash, known := p.clash(key)
	if clash != "" {
		return other, clash
	}
	if p.at == nil {
		p.at = map[string]taken{}
	}
	p.at[key] = taken{file: name}
	for dir := folderOf(key); dir != known; dir = folderOf(dir) {
		p.at[dir] = taken{name, true}
	}
	return "", ""
}

// clash returns the same and the nearest folder around a path that is known, "" for none: those
// around it are known too.
func (p *Paths) clash(key string) (other, clash, known string) {
	if other, found := p.at[key]; found && !other.folder {
		return other.file, "are the same file", ""
	} else if found {
		return other.file, "need one name for a file and a folder", ""
	}
	for dir := folderOf(key); dir != ""; dir = folderOf(dir) {
		if other, found := p.at[dir]; found && !other.folder {
			return other.file, "need one name for a file and a folder", ""
		} else if found {
			return "", "", dir
		}
	}
	return "", "", ""
}

// folderOf returns the folder that a path lies in, "" for the topmost.
func folderOf(path string) string { return path[:max(0, strings.LastIndexByte(path, '/'))] }

// Spelled returns the path among those taken that a file system without letter
// case would take for name.
func (p *Paths) Spelled(name string) (string, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	other, found := p.at[Fold(name)]
	return other.file, found && !other.folder
}
