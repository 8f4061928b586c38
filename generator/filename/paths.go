package filename

import (
	"path"
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

// Take notes a path that PathProblem found fine, unless it clashes as Clash says.
func (p *Paths) Take(name string) (other, clash string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := Fold(name)
	if other, clash := p.clash(key); clash != "" {
		return other, clash
	}
	if p.at == nil {
		p.at = map[string]taken{}
	}
	p.at[key] = taken{file: name}
	for dir := path.Dir(key); dir != "." && p.at[dir].file == ""; dir = path.Dir(dir) {
		p.at[dir] = taken{name, true}
	}
	return "", ""
}

// Clash returns the path that is in the way of another one and how the two clash,
// as a clause about both: "are the same file". Both are "" where nothing is.
func (p *Paths) Clash(name string) (other, clash string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.clash(Fold(name))
}

func (p *Paths) clash(key string) (other, clash string) {
	if other, found := p.at[key]; found && !other.folder {
		return other.file, "are the same file"
	} else if found {
		return other.file, "need one name for a file and a folder"
	}
	for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
		if other, found := p.at[dir]; found && !other.folder {
			return other.file, "need one name for a file and a folder"
		}
	}
	return "", ""
}

// Spelled returns the path among those taken that a file system without letter
// case would take for name.
func (p *Paths) Spelled(name string) (string, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	other, found := p.at[Fold(name)]
	return other.file, found && !other.folder
}
