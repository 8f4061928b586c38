package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"sync"
)

// pieces holds buffers for reading, so that comparing a thousand files does not
// allocate a thousand of them.
var pieces = sync.Pool{New: func() any { return new([32 << 10]byte) }}

// holds reports whether the file that look found has exactly these bytes.
func (d *disk) holds(name string, info fs.FileInfo, data []byte) (bool, error) {
	if !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false, nil
	}
	file, err := d.root.Open(name)
	if err != nil {
		return false, fault("read", d.out.shown(name), err)
	}
	defer file.Close()
	piece := pieces.Get().(*[32 << 10]byte)
	defer pieces.Put(piece)
	for len(data) > 0 {
		n, err := file.Read(piece[:])
		if n > len(data) || !bytes.Equal(piece[:n], data[:n]) {
			return false, nil
		}
		data = data[n:]
		if err == io.EOF {
			break
		}
		if err != nil {
			return false, fault("read", d.out.shown(name), err)
		}
	}
	return len(data) == 0, nil
}

// sum hashes a plain file of the output; ok is false where there is none.
func (d *disk) sum(name string) (sum digest, ok bool, err error) {
	if exists, err := d.folder(path.Dir(name), ""); err != nil || !exists {
		return sum, false, err
	}
	info, err := d.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return sum, false, nil
	}
	if err != nil {
		return sum, false, fault("read", d.out.shown(name), err)
	}
	file, err := d.root.Open(name)
	if err != nil {
		return sum, false, fault("read", d.out.shown(name), err)
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return sum, false, fault("read", d.out.shown(name), err)
	}
	return digest(hash.Sum(nil)), true, nil
}
