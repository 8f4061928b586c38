package site

// matchPath is where the finder finds what it scores with.
const matchPath = "/data/match.json"

// planMatchData plans the records of match.Records, whose comment is the
// format's documentation, for portals that one file can serve.
func planMatchData(pl *planner) {
	if n := len(pl.ordered); n == 0 || n > maxTogether {
		return
	}
	pl.file(matchPath, func(func(string) string) []byte { return compact(pl.matches().Records()) })
}
