package field

import (
	"net/mail"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
)

// The codes of addresses.
const (
	// BadURL: an address that is not complete or not of the scheme asked for.
	BadURL diag.Code = "bad-url"
	// BadEmail: not an e-mail address.
	BadEmail diag.Code = "bad-email"
)

// maxAddress is how long an address may be, in bytes: what some browsers and
// mail programs still handle.
const maxAddress = 2000

// maxHost and maxLabel are how long a host and one of its names may be, in bytes, in
// the protocol that finds hosts.
const (
	maxHost  = 253
	maxLabel = 63
)

// harmless are the schemes that some field takes; every other one is refused as
// unsafe, because a list of dangerous ones is never complete.
var harmless = []string{"https", "http", "mailto", "tel"}

// WebAddress is an address of the web: schemes says which a field takes, https if none.
func WebAddress(schemes ...string) Shape[string] {
	if len(schemes) == 0 {
		schemes = []string{"https"}
	}
	about := About{Words: "address beginning with " + strings.Join(schemes, ": or ") + ":", JSON: "string", Format: "uri"}
	return Scalar(about, "an address", func(d *Decoder, n Node, text string) (string, bool) {
		ok := d.visible(n, text) && !d.unfilled(n, text) && d.webAddress(n, text, schemes)
		return text, ok
	})
}

// webAddress reports whether nothing is wrong with an address.
func (d *Decoder) webAddress(n Node, text string, schemes []string) bool {
	u, err := url.Parse(text)
	scheme := ""
	if err == nil {
		scheme = strings.ToLower(u.Scheme)
	}
	begin := "write an address that begins with " + began(schemes)
	refuse := func(code diag.Code, hint, format string, args ...any) bool {
		d.Errorf(n, code, hint, format, args...)
		return false
	}
	switch {
	case len(text) > maxAddress:
		return refuse(OutOfRange, "find a shorter address of the same page", "an address takes at most %d characters, and this has %d", maxAddress, len(text))
	case webScheme(text) && strings.Contains(text, " ") && !strings.ContainsFunc(text, unsafeRune):
		return refuse(BadURL, "write `"+Short(strings.ReplaceAll(text, " ", "%20"))+"`", "an address holds no spaces")
	case strings.HasPrefix(text, "tel:") && strings.Contains(text, " ") && !strings.ContainsFunc(text, unsafeRune):
		return refuse(BadURL, "leave the spaces out: `"+Short(strings.ReplaceAll(text, " ", ""))+"`", "an address holds no spaces")
	case strings.ContainsFunc(text, func(r rune) bool { return r == ' ' || unsafeRune(r) }),
		scheme != "" && !slices.Contains(harmless, scheme):
		return refuse(markdown.UnsafeURL, begin, "\"%s\" is not an address that can be linked safely", Short(text))
	case err != nil:
		return refuse(BadURL, "copy it anew from the browser", "\"%s\" cannot be read as an address", Short(text))
	case !slices.Contains(schemes, scheme):
		if better := withScheme(text, u, schemes); better != "" {
			begin = "write `" + Short(better) + "`"
		}
		refuse(BadURL, begin, "\"%s\" is not an address that %s takes", Short(text), d.subject())
		d.mending(diag.WriteText, withScheme(text, u, schemes))
		return false
	case u.User != nil:
		return refuse(BadURL, "leave out what stands before the `@`", "\"%s\" holds a name or a password", Short(text))
	case strings.HasPrefix(scheme, "http") && !publicHost(u.Hostname()):
		return refuse(BadURL, "write the whole address, as https://example.org/page", "\"%s\" names no host that everybody can reach", Short(text))
	case scheme == "mailto" && !IsEmail(u.Opaque):
		return refuse(BadEmail, "write it as mailto:name@example.org", "after `mailto:` an e-mail address is missing")
	case scheme == "tel" && strings.Count(strings.Map(digit, u.Opaque), "0") < 3:
		return refuse(BadURL, "write it as tel:+441234567890", "after `tel:` a number is missing")
	}
	if what, hint := markdown.HostFault(u); what != "" {
		return refuse(markdown.UnsafeURL, hint, "\"%s\" %s", Short(text), what)
	}
	return true
}

// began says with what addresses of some schemes begin.
func began(schemes []string) string {
	var all []string
	for _, s := range schemes {
		if strings.HasPrefix(s, "http") {
			s += "://…"
		} else {
			s += ":…"
		}
		all = append(all, s)
	}
	return strings.Join(all, " or ")
}

func webScheme(text string) bool {
	lower := strings.ToLower(text)
	return strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://")
}

// unsafeRune reports the characters by which an address can be disguised: browsers
// drop or replace them.
func unsafeRune(r rune) bool {
	return r != ' ' && (unicode.IsSpace(r) || unicode.IsControl(r)) || r == '\\'
}

// digit maps every digit to 0 and drops the rest.
func digit(r rune) rune {
	if '0' <= r && r <= '9' {
		return '0'
	}
	return -1
}

// withScheme proposes an address that begins as the field wants it, or "".
func withScheme(text string, u *url.URL, schemes []string) string {
	switch {
	case slices.Contains(schemes, "mailto") && IsEmail(text):
		return "mailto:" + text
	case !slices.Contains(schemes, "https"):
		return ""
	case strings.EqualFold(u.Scheme, "http") && publicHost(u.Hostname()):
		return "https" + text[len("http"):]
	case u.Scheme == "":
		better := "https://" + strings.TrimLeft(text, "/")
		if v, err := url.Parse(better); err == nil && publicHost(v.Hostname()) && v.User == nil && !strings.HasPrefix(text, ".") {
			return better
		}
	}
	return ""
}

// publicHost reports whether a host is a name with at least one dot, as every
// host that everybody can reach has, and no number of a machine. A last label that
// begins with a digit makes browsers read the whole as one, also "0x7f.1".
func publicHost(host string) bool {
	labels := strings.Split(host, ".")
	if last := labels[len(labels)-1]; len(host) > maxHost || last != "" && '0' <= last[0] && last[0] <= '9' {
		return false
	}
	for _, label := range labels {
		if label == "" || len(label) > maxLabel || label[0] == '-' || label[len(label)-1] == '-' || strings.ContainsFunc(label, func(r rune) bool {
			return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
		}) {
			return false
		}
	}
	return len(labels) > 1
}

// Page is a page of the portal, as its path or as its file.
func Page() Shape[string] {
	return Then(Line(200), func(d *Decoder, n Node, text string) (string, bool) {
		if u, err := url.Parse(text); err == nil && u.Scheme == "" && u.Host == "" {
			return text, true
		}
		if webScheme(text) {
			d.Errorf(n, BadURL, "link to it from the text of a page instead", "%s takes a page of this portal, not an address elsewhere", d.subject())
		} else {
			d.Errorf(n, markdown.UnsafeURL, "write a page of this portal, as /guides/", "\"%s\" is not an address that can be linked safely", Short(text))
		}
		return "", false
	})
}

// BaseAddress is the address at which a portal is published, without a slash at
// its end.
func BaseAddress() Shape[string] {
	return Then(WebAddress("https", "http"), func(d *Decoder, n Node, text string) (string, bool) {
		if u, err := url.Parse(text); err != nil || !isHome(u) {
			d.Errorf(n, BadURL, "write the address of the home page alone, as https://example.org/mentoring", "\"%s\" is not the address of a home page", Short(text))
			return "", false
		}
		return strings.TrimRight(text, "/"), true
	})
}

// isHome reports whether an address is that of a home page: a folder, without a
// query or a place in the page.
func isHome(u *url.URL) bool {
	folder := strings.TrimSuffix(u.Path, "/")
	return u.RawQuery == "" && u.Fragment == "" && (folder == "" || path.Clean(folder) == folder)
}

// EmailAddress is the address of a mailbox.
func EmailAddress() Shape[string] {
	about := About{Words: "e-mail address", JSON: "string", Format: "email"}
	return Scalar(about, "an e-mail address", func(d *Decoder, n Node, text string) (string, bool) {
		if !d.visible(n, text) || d.unfilled(n, text) {
			return "", false
		}
		if !IsEmail(text) {
			d.Errorf(n, BadEmail, "write it as name@example.org", "this is not an e-mail address")
			return "", false
		}
		return text, true
	})
}

// IsEmail reports whether a text is the address of a mailbox and nothing more.
func IsEmail(text string) bool {
	parsed, err := mail.ParseAddress(text)
	if err != nil || parsed.Address != text || strings.ContainsAny(text, "?&\"<>() ") || len(text) > 254 {
		return false
	}
	_, domain, _ := strings.Cut(text, "@")
	return publicHost(domain)
}
