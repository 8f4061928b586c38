package portaltest_test

import (
	"testing"

	"ithaca/generator/portaltest"
)

func TestASinkOfEachSortIsFound(t *testing.T) {
	for _, page := range []string{
		`<script>x()</script>`, `<svg onload=x()>`, `<img src=x onerror=x()>`, `<a href="javascript:x()">a</a>`, `<a href="JaVa&#9;Script:x()">a</a>`,
		`<a href=" data:text/html,x">a</a>`, `<a href="blob:x">a</a>`, `<iframe src="/x"></iframe>`, `<math><mi xlink:href="x">`, `<p style="x">`, `<p onclick=x>`,
		`<meta http-equiv=refresh content="0; url=javascript:x">`, `<base href="//x">`, `<object data=x>`, `<form action="//x">`, `<button formaction="//x">`,
		`<style>p{}</style>`, `<link rel=stylesheet href="data:text/css,x">`, `<a ping="//x" href="/">a</a>`, `<p is="x-y">`, `<x-y>`, `<a href="vbscript:x">a</a>`,
		`<video src=x>`, `<input formaction=x>`, `<p srcdoc=x>`, `<a href="feed:x">a</a>`, `<marquee>`, `<p contenteditable>`, `<p autofocus>`,
	} {
		if len(portaltest.Sinks([]byte(page))) == 0 {
			t.Errorf("nothing is found in %s", page)
		}
	}
	for _, page := range []string{
		`<a href="/x:y">a</a>`, `<a href="mailto:a@example.org">a</a>`, `<a href="tel:+41">a</a>`, `<a href="#x">a</a>`, `<p data-x="javascript:x()">javascript:x()</p>`,
		`<script type="application/ld+json">{}</script>`, `<script type=module src="/x.js"></script>`,
	} {
		if found := portaltest.Sinks([]byte(page)); len(found) > 0 {
			t.Errorf("in %s is found %q", page, found)
		}
	}
}
