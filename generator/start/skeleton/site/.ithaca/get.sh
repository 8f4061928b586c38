#!/bin/sh
# Fetches the program that makes the portal, as the file `version` beside this one names
# it, and leaves it at .ithaca/ithaca: sh .ithaca/get.sh
#
# It takes the program of a release if `ithaca.sha256` holds its checksum, and is given
# what it should be given or nothing. Otherwise it builds the commit with Go. It works on
# Linux and macOS: in the workflows of GitHub and GitLab, on Netlify, Cloudflare Pages
# and machines of your own.
set -eu
cd "$(dirname "$0")"

fail() {
  echo "get.sh: $*" >&2
  exit 1
}

# value NAME prints what `version` says of something.
value() { sed -n "s/^$1=//p" version | tail -n 1; }

checksum() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

repository=$(value repository)
release=$(value release)
commit=$(value commit)

system=$(uname -s | tr '[:upper:]' '[:lower:]')
case $(uname -m) in
  x86_64 | amd64) system=$system-amd64 ;;
  aarch64 | arm64) system=$system-arm64 ;;
esac
sum=
if [ -f ithaca.sha256 ]; then
  sum=$(sed -n "s/^\([0-9a-f]\{64\}\) [ *]ithaca-$system\$/\1/p" ithaca.sha256)
fi

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

if [ -n "$release" ] && [ -n "$sum" ]; then
  from=$repository/releases/download/$release/ithaca-$release-$system.tar.gz
  curl -fsSL --retry 3 -o "$work/archive" "$from" || fail "$from could not be fetched; .ithaca/version says where it lies"
  tar -xzOf "$work/archive" ./ithaca >"$work/ithaca"
  [ "$(checksum "$work/ithaca")" = "$sum" ] || fail "the program in $from is not the one that .ithaca/ithaca.sha256 names"
elif [ -n "$commit" ]; then
  command -v go >/dev/null || fail "no release of Ithaca is known for $system, so it is built from its source, for which Go is missing: https://go.dev/dl/"
  git init -q "$work/source"
  git -C "$work/source" fetch -q --depth 1 "$repository" "$commit" || fail "commit $commit could not be fetched from $repository; .ithaca/version says what is fetched from where"
  git -C "$work/source" checkout -q --detach "$commit"
  (cd "$work/source" && CGO_ENABLED=0 go build -trimpath -tags nethttpomithttp2 -ldflags="-s -w" -o "$work/ithaca" .)
else
  fail "write into .ithaca/version which commit of Ithaca is to be fetched"
fi

chmod +x "$work/ithaca"
mv -f "$work/ithaca" ithaca
./ithaca version
