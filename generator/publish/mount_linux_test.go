package publish_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"ithaca/generator/publish"
)

// withOwnMounts runs a test in a process whose mounts nobody else sees, as root
// or as a root of its own making. Where a system allows neither it is skipped;
// what it shows of full disks is also shown without any mount, by
// TestAFailedWriteLeavesTheOutputUntouched.
func withOwnMounts(t *testing.T) bool {
	t.Helper()
	own := &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 {
		own.Cloneflags |= syscall.CLONE_NEWUSER
		own.UidMappings = []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
		own.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}
	}
	if !alone(t, own) {
		return false
	}
	must(t, syscall.Mount("", "/", "", syscall.MS_PRIVATE|syscall.MS_REC, ""))
	return true
}

// mountTiny mounts an empty disk of one megabyte.
func mountTiny(t *testing.T, at string) {
	t.Helper()
	must(t, syscall.Mount("tiny", at, "tmpfs", 0, "size=1m"))
	t.Cleanup(func() { must(t, syscall.Unmount(at, 0)) })
}

func TestAFullDiskLeavesTheOutputUntouched(t *testing.T) {
	if !withOwnMounts(t) {
		return
	}
	disk := t.TempDir()
	mountTiny(t, disk)
	dir := filepath.Join(disk, "site", "public")
	build(t, dir, small)
	large := with(small, files{"index.html": "new"})
	for i := range 100 {
		large[fmt.Sprintf("large/%d.html", i)] = strings.Repeat("x", 20_000)
	}
	refused(t, dir, large, "write "+filepath.Join(dir, "large"), "no space left on device")
	expect(t, dir, small)
	build(t, dir, with(small, files{"index.html": "new"}))
	expect(t, dir, with(small, files{"index.html": "new"}))
}

func TestAnOutputMayBeAMountPoint(t *testing.T) {
	if !withOwnMounts(t) {
		return
	}
	dir := newOutput(t)
	must(t, os.Mkdir(dir, 0o755))
	mountTiny(t, dir)
	for _, plan := range []files{small, {"index.html": "two", "new/index.html": "new"}} {
		build(t, dir, plan)
		expect(t, dir, plan)
	}
}

func TestAnOutputMayBeAMountOfTheSameDisk(t *testing.T) {
	if !withOwnMounts(t) {
		return
	}
	dir, other := newOutput(t), t.TempDir()
	must(t, os.Mkdir(dir, 0o755))
	must(t, syscall.Mount(other, dir, "", syscall.MS_BIND, ""))
	t.Cleanup(func() { must(t, syscall.Unmount(dir, 0)) })
	for _, plan := range []files{small, {"index.html": "two", "new/index.html": "new"}, small} {
		build(t, dir, plan)
		expect(t, dir, plan)
	}
}

func TestNothingIsWrittenWhereOnlyPartOfTheOutputIsMounted(t *testing.T) {
	if !withOwnMounts(t) {
		return
	}
	dir := newOutput(t)
	build(t, dir, small)
	assets := filepath.Join(dir, "assets")
	mountTiny(t, assets)
	put(t, dir, files{"assets/site.css": small["assets/site.css"]})
	refused(t, dir, with(small, files{"index.html": "new"}), assets, "mounted from elsewhere")
	expect(t, dir, small)

	// Without files of ours in it, it is a folder like those of others.
	rest := files{"index.html": "rest"}
	build(t, dir, rest)
	expect(t, dir, with(rest, files{"assets/": ""}))
}

func TestAMountedFileStaysWhereItIs(t *testing.T) {
	if !withOwnMounts(t) {
		return
	}
	dir, source := newOutput(t), filepath.Join(t.TempDir(), "CNAME")
	must(t, os.WriteFile(source, []byte("mentors.example"), 0o644))
	put(t, dir, files{"CNAME": ""})
	build(t, dir, small)
	cname := filepath.Join(dir, "CNAME")
	must(t, syscall.Mount(source, cname, "", syscall.MS_BIND, ""))
	t.Cleanup(func() { must(t, syscall.Unmount(cname, 0)) })
	changed := with(small, files{"index.html": "changed"})
	build(t, dir, changed)
	expect(t, dir, with(changed, files{"CNAME": "mentors.example"}))
}

func TestAProtectedFolderIsKnownByAnyName(t *testing.T) {
	if !withOwnMounts(t) {
		return
	}
	site, alias := t.TempDir(), t.TempDir()
	put(t, site, files{"content/": ""})
	must(t, syscall.Mount(site, alias, "", syscall.MS_BIND, ""))
	t.Cleanup(func() { must(t, syscall.Unmount(alias, 0)) })
	content := publish.Options{Inputs: []string{filepath.Join(site, "content")}}
	expectRefusal(t, filepath.Join(alias, "content"), content, "where the portal is made from")
	expectRefusal(t, alias, content, "where the portal is made from")
	expectRefusal(t, filepath.Join(alias, "content", "public"), content, "lies inside")
}
