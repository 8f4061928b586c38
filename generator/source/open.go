package source

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"syscall"

	"ithaca/generator/diag"
)

// FileTooLarge is reported for files over the limit of their kind. They are not
// read.
const FileTooLarge diag.Code = "file-too-large"

var (
	errTooLarge   = errors.New("larger than the limit")
	errNotRegular = errors.New("not a regular file any more")
)

// openRegular opens a regular file for reading; anything else is an error. It does not
// block on a pipe that took the file's place after the folder was listed.
func openRegular(folder *os.Root, name string) (*os.File, fs.FileInfo, error) {
	f, err := folder.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// readUpTo reads a file. Size is what it had before, for the buffer; a file that has grown
// beyond limit gives errTooLarge.
func readUpTo(f io.Reader, size, limit int64) ([]byte, error) {
	data := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, err
	}
	if int64(data.Len()) > limit {
		return nil, errTooLarge
	}
	return data.Bytes(), nil
}

// hashOf returns the SHA-256 of the rest of a file, without keeping it in memory.
func hashOf(f io.Reader, limit int64) (hash [32]byte, err error) {
	h := sha256.New()
	size, err := io.Copy(h, io.LimitReader(f, limit+1))
	if err == nil && size > limit {
		err = errTooLarge
	}
	return [32]byte(h.Sum(nil)), err
}

func tooLarge(at string, size, limit int64) (diags diag.List) {
	hint, place := "split it into several files", diag.Position{File: at}
	if kindOf(path.Dir(at), path.Base(at)) == text {
		place.Line, place.Column = 1, 1 // reviews show no mistake without a line
	}
	switch extension(at) {
	case ".jpg", ".jpeg", ".png":
		hint = "save a smaller copy of the picture: 1600 pixels on its longer side are plenty"
	}
	diags.Errorf(place, FileTooLarge, hint, "this file has %d bytes; at most %d are read", size, limit)
	return diags
}
