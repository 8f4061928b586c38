package markdown

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"ithaca/generator/diag"
	"ithaca/generator/hidden"
)

// UnsafeURL is reported for an address that a page must not hold, since it
// could run a program or deceive a reader, and for one that is malformed.
const UnsafeURL diag.Code = "unsafe-url"

// RemoteImage is reported for an image that another server would have to send:
// a visit to the portal is nobody else's business.
const RemoteImage diag.Code = "remote-image"

const schemeHint = "begin with https://, http://, mailto: or tel:, or write a path in this site"

// CheckURL returns a fault, without its position, if an address, with character references resolved, must not be
// in a page, and whether it has a scheme. Without one it is a path or a fragment, which may
// still be broken or lead outside the site. Only what is listed here is allowed.
func CheckURL(address string) (external bool, fault *diag.Diagnostic) {
	if fault := checkCharacters(address); fault != nil {
		return false, fault
	}
	if strings.HasPrefix(address, "//") {
		return false, unsafe(address, "has no scheme", "write `https:"+clip(address)+"`")
	}
	end := strings.IndexAny(address, ":/?#")
	if end < 0 || address[end] != ':' {
		if encodedControl.MatchString(address) {
			return false, unsafe(address, "holds an encoded control character or backslash", "write the plain name of the page")
		}
		return false, nil // where a path leads is the site's to judge
	}
	switch scheme := strings.ToLower(address[:end]); scheme {
	case "https", "http":
		return true, checkWeb(address, scheme)
	case "mailto":
		return true, checkMail(address, address[end+1:])
	case "tel":
		return true, checkTelephone(address, address[end+1:])
	}
	return false, &diag.Diagnostic{Code: UnsafeURL, Message: fmt.Sprintf("links may not begin with `%s:`", clip(address[:end])), Hint: schemeHint}
}

// checkCharacters refuses what browsers drop or rewrite before they read an
// address, and what a reader cannot see.
func checkCharacters(address string) *diag.Diagnostic {
	for _, r := range address {
		switch {
		case r < ' ' || 0x7f <= r && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == unicode.ReplacementChar:
			return unsafe(address, fmt.Sprintf("holds the control character U+%04X", r), "delete the character")
		case r == '\\':
			return unsafe(address, "holds a backslash", "write / instead")
		case unicode.Is(unicode.Cf, r) || hidden.Always(r) || 0xFE00 <= r && r <= 0xFE0F:
			return &diag.Diagnostic{Code: HiddenCharacters, Message: fmt.Sprintf("the address `%s` holds the invisible character U+%04X", clip(address), r),
				Hint: "delete the character, or write its bytes as %XX if the address needs it"}
		case r > ' ' && unicode.IsSpace(r):
			return unsafe(address, fmt.Sprintf("holds the white space U+%04X", r), "write spaces as %20")
		}
	}
	if strings.TrimSpace(address) != address {
		return unsafe(address, "begins or ends with a space", "delete the space")
	}
	return nil
}

func checkWeb(address, scheme string) *diag.Diagnostic {
	if !strings.HasPrefix(address[len(scheme)+1:], "//") {
		return unsafe(address, "has no host", "write `"+scheme+"://` and the host's name")
	}
	if strings.Contains(address, " ") {
		return unsafe(address, "holds a space", "write `"+clip(strings.ReplaceAll(address, " ", "%20"))+"`")
	}
	parsed, err := url.Parse(address)
	switch {
	case err != nil:
		return unsafe(address, "is not a web address", "copy it anew from the browser")
	case parsed.Hostname() == "":
		return unsafe(address, "has no host", "write the host's name after `"+scheme+"://`")
	case parsed.User != nil:
		return unsafe(address, "holds a name or password before the host", "write `"+scheme+"://"+clip(parsed.Host)+"`")
	}
	for label := range strings.SplitSeq(parsed.Hostname(), ".") {
		if one, other := mixedScripts(label); one != "" {
			return unsafe(address, "has "+one+" and "+other+" letters in one name of its host, which may pass for another host",
				"copy it anew from the browser, or write the whole name in one script")
		}
	}
	return nil
}

func checkMail(address, rest string) *diag.Diagnostic {
	mailbox, _, _ := strings.Cut(rest, "?")
	name, host, found := strings.Cut(mailbox, "@")
	if !found || name == "" || host == "" || encodedControl.MatchString(mailbox) || strings.ContainsAny(rest, " <>\"") {
		return unsafe(address, "is not an e-mail address", "write it like `mailto:ana@example.org`")
	}
	return nil
}

func checkTelephone(address, number string) *diag.Diagnostic {
	if !strings.ContainsAny(number, "0123456789") || strings.Trim(number, "0123456789+-.();=ext*#") != "" {
		return unsafe(address, "is not a telephone number", "write it like `tel:+34-600-000-000`")
	}
	return nil
}

// encodedControl matches percent-encoding of a control character or a backslash.
var encodedControl = regexp.MustCompile(`(?i)%(?:[01][0-9a-f]|7f|5c)`)

func unsafe(address, what, hint string) *diag.Diagnostic {
	return &diag.Diagnostic{Code: UnsafeURL, Message: fmt.Sprintf("the address `%s` %s", clip(address), what), Hint: hint}
}

// clip shortens what is quoted in a message.
func clip(text string) string { return diag.Short(text, 60) }

// confusable are the scripts whose letters look alike: a label of a host name with letters
// of two of them may be taken for another.
var confusable = []struct {
	name    string
	letters *unicode.RangeTable
}{
	{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}, {"Armenian", unicode.Armenian}, {"Cherokee", unicode.Cherokee},
}

// mixedScripts returns the names of two confusable scripts that a label has letters of, or
// "" and "".
func mixedScripts(name string) (one, other string) {
	for _, script := range confusable {
		switch {
		case !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(script.letters, r) }):
		case one == "":
			one = script.name
		default:
			return one, script.name
		}
	}
	return "", ""
}
