package serve

import (
	"context"
	"io/fs"
	"time"
)

// stamps are what is seen of each file without reading it, by its name in the
// site.
type stamps map[string]stamp

type stamp struct {
	size     int64
	modified time.Time
	mode     fs.FileMode
}

// stamps looks at every file.
func (f *folders) stamps() stamps {
	found := stamps{}
	for _, r := range f.roots {
		f.walk(r, func(path string, entry fs.DirEntry) {
			info, err := entry.Info()
			if err != nil {
				return // gone since it was listed
			}
			name, _ := f.name(path)
			s := stamp{mode: info.Mode()}
			if !entry.IsDir() {
				s.size, s.modified = info.Size(), info.ModTime()
			}
			found[name] = s
		})
	}
	return found
}

// since returns what differs from an earlier look.
func (s stamps) since(before stamps) []change {
	var changes []change
	folder := false
	differ := func(name string, mode fs.FileMode, empty bool) {
		folder = folder || mode.IsDir()
		changes = append(changes, change{name: name, empty: empty})
	}
	for name, now := range s {
		if then, ok := before[name]; !ok || then != now {
			differ(name, now.mode, now.size == 0)
		}
	}
	for name, then := range before {
		if _, ok := s[name]; !ok {
			differ(name, then.mode, false)
		}
	}
	if folder {
		return []change{{all: true}}
	}
	return changes
}

// pollEvery is how long folders are left alone between two looks.
const pollEvery = time.Second

// pollWhenAsked looks at the files again and again once there is no feed. What
// they were before may be nil, when it is not known.
func (w *watch) pollWhenAsked(ctx context.Context, before stamps) {
	select {
	case <-w.poll:
	case <-ctx.Done():
		return
	}
	if before == nil {
		before = w.folders.stamps()
		w.tell(ctx, change{all: true})
	}
	for {
		select {
		case <-time.After(pollEvery):
		case <-ctx.Done():
			return
		}
		now := w.folders.stamps()
		for _, c := range now.since(before) {
			w.tell(ctx, c)
		}
		before = now
	}
}
