package site

// ContentPolicy is the Content-Security-Policy that every page states itself:
// nothing is loaded from elsewhere, no script or style stands in a page.
const ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"
