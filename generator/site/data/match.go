package data

import (
	"fmt"
	"strings"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// recordsTogether is the head of the finder's data.
type recordsTogether struct {
	*match.Records
	Parts match.Parts `json:"parts,omitempty"`
}

const matchFolder = "/data/match/"

// matchFiles returns the paths of the finder's files.
func matchFiles(pl *site.Plan) []string {
	paths := []string{"/data/match.json", site.NamesPath}
	if len(pl.Ordered) <= site.FinderTogether {
		return paths
	}
	for _, name := range match.ColumnNames() {
		paths = append(paths, matchFolder+name+".json")
	}
	for _, t := range pl.Portal.Topics.All() {
		paths = append(paths, matchFolder+topicFile(t))
	}
	return paths
}

func topicFile(t *portal.Topic) string { return fmt.Sprintf("topics-%s.json", t.Slug) }

func addMatch(contents map[string]any, pl *site.Plan) {
	records := pl.Matches().Records()
	head := recordsTogether{Records: records}
	contents[site.NamesPath] = records.Names
	if len(pl.Ordered) > site.FinderTogether {
		for name, parts := range records.Files {
			contents[matchFolder+name+".json"] = parts
		}
	} else {
		head.Parts = match.Parts{}
		for _, file := range records.Files {
			for name, part := range file {
				head.Parts[name] = part
			}
		}
		for path, part := range contents {
			if name, ok := strings.CutPrefix(path, "/data/"); ok && strings.HasPrefix(name, "cards/") {
				head.Parts[strings.TrimSuffix(name, ".json")] = part
			}
		}
	}
	contents["/data/match.json"] = head
}
