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

// maxAddress is how long an address may be, in bytes: some browsers and mail programs
// handle no longer ones.
const maxAddress = 2000

// maxHost and maxLabel are the limits of DNS for a host and one of its labels, in bytes.
const (
	maxHost  = 253
	maxLabel = 63
)

// WebAddress is the shape of an address of the web: schemes says which a field takes, https if none.
func WebAddress(schemes ...string) Shape[string] {
	if len(schemes) == 0 {
		schemes = []string{"https"}
	}
	about := About{Words: "address beginning with " + strings.Join(schemes, ": or ") + ":", JSON: "string", Format: "uri"}
	return Scalar(about, "an address", func(d *Decoder, n Node, text string) (string, bool) {
		ok := !d.hasPlaceholder(n, text) && d.webAddress(n, text, schemes)
		return text, ok
	})
}

// webAddress reports what is wrong with an address, and returns whether nothing is.
func (d *Decoder) webAddress(n Node, text string, schemes []string) bool {
	u, err := url.Parse(text)
	if err != nil {
		u = &url.URL{}
	}
	scheme := strings.ToLower(u.Scheme)
	taken := slices.Contains(schemes, scheme)
	begin := "write an address that begins with " + strings.Join(schemes, ": or ") + ":"
	_, fault := markdown.CheckURL(text)
	switch {
	case len(text) > maxAddress:
		d.Errorf(n, OutOfRange, "find a shorter address of the same page", "an address takes at most %d characters, and this has %d", maxAddress, len(text))
	case fault != nil:
		if taken || scheme == "" {
			begin = fault.Hint
		}
		d.Errorf(n, fault.Code, begin, "%s", fault.Message)
	case !taken:
		better := withScheme(text, u, schemes)
		if better != "" {
			begin = "write `" + Short(better) + "`"
		}
		d.Errorf(n, BadURL, begin, "\"%s\" is not an address that %s takes", Short(text), d.subject())
		d.mending(diag.WriteText, better)
	case strings.HasPrefix(scheme, "http") && !publicHost(u.Hostname()):
		d.Errorf(n, BadURL, "write the whole address, as https://example.org/page", "\"%s\" names no host that everybody can reach", Short(text))
	case scheme == "mailto" && !IsEmail(u.Opaque):
		d.Errorf(n, BadEmail, "write it as mailto:name@example.org", "after `mailto:` an e-mail address is missing")
	default:
		return true
	}
	return false
}

// withScheme returns the address that was probably meant, with one of schemes, or "".
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

// publicHost reports whether a host is a name with at least one dot and no IP address. One
// whose last label begins with a digit, such as "0x7f.1", is an IP address to browsers.
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

// Page is the shape of a page of the portal, as its path or as its file.
func Page() Shape[string] {
	return Then(Line(200), func(d *Decoder, n Node, text string) (string, bool) {
		if u, err := url.Parse(text); err == nil && u.Scheme == "" && u.Host == "" {
			return text, true
		}
		d.Errorf(n, markdown.UnsafeURL, "write a page of this portal, as /guides/; link to pages elsewhere from a text", "\"%s\" is not a page of this portal", Short(text))
		return "", false
	})
}

// BaseAddress is the shape of the address at which a portal is published, without a slash at
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

// isHome reports whether an address can be that of a home page: without a query or fragment.
func isHome(u *url.URL) bool {
	folder := strings.TrimSuffix(u.Path, "/")
	return u.RawQuery == "" && u.Fragment == "" && (folder == "" || path.Clean(folder) == folder)
}

// EmailAddress is the shape of the address of a mailbox.
func EmailAddress() Shape[string] {
	about := About{Words: "e-mail address", JSON: "string", Format: "email"}
	return Scalar(about, "an e-mail address", func(d *Decoder, n Node, text string) (string, bool) {
		if !d.checkVisible(n, text) || d.hasPlaceholder(n, text) {
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
