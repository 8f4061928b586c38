package generator_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// promises are what must hold under bad input, faults and strangers, each with what
// keeps it: tests by their package and name, codes of diagnostics, each of which has
// an example that a test runs, and scripts of commands.
const promises = `
HTML, event handlers and frames in Markdown are inert
	hostile_test.go TestNothingOfAStrangersTextActsInAnyPage; code raw-html; markdown FuzzParse
addresses that would run or leave by a trick are refused, everywhere
	code unsafe-url; markdown TestAddressesThatMayNot; markdown FuzzCheckURL; theme TestOnlyAddressesThatLeadSomewhereAreVouchedFor
nobody breaks out of attributes, data and machine files
	theme TestHostileWordsInAnyFieldComeOutInert; theme TestHostileWordsInEveryKindOfFieldComeOutInert; theme TestHostileWordsStayWithinTheBlockOfData
	theme TestTemplatesPutNoActionWhereItCannotBeEscapedWell; theme TestPagesHoldNoInlineScriptNoStyleAndNothingFromElsewhere
	site/data TestScriptsTakeHostileAddressesAndNamesForWhatTheyAre; site/data TestScriptsKeepNoMapInAnObjectWithAPrototype
links out pass nothing on, and pages load nothing from elsewhere
	theme TestLinksAwayFromThePortalPassNothingOn; code blocked-load; code remote-image
no path leads out of the site or the output
	publish TestPathsThatMeanTroubleAreRefused; source TestNamesOtherSystemsCannotStoreAreRefused; code bad-picture-path; code bad-alias; code bad-file-name; filename FuzzPath
links, pipes, devices and endless folders are named and never opened
	source TestLinksAreNamedAndNeverFollowed; source TestPipesAndSocketsAreNamedAndNeverOpened; source TestFoldersAreNotReadWithoutEnd; source TestAPipeThatTakesTheFilesPlaceDoesNotStopTheBuild
	code special-file; code folder-too-deep; publish TestNoLinkIsFollowedOutOfTheOutput
two sources of one address are both named
	code url-taken; code same-file-name; source TestNamesThatAreOneElsewhereAreRefused; publish TestTwoFilesForOnePlaceAreRefused
fields cost little, whatever YAML they are
	content TestNoFieldsCostMoreThanAFewMegabytes; content TestMentionsOfNothingCostNoMoreThanTheirMessages; content FuzzDecode; code yaml-feature; code too-deep; code duplicate-key; code unclosed-frontmatter; code frontmatter-too-long
a text costs little, whatever Markdown it is
	markdown TestNoTextTakesMoreWorkThanItsSizeAllows; markdown/shape TestEachLimitHoldsToTheLastOne; code beyond-limits; code file-too-large
what is no text in UTF-8 is refused with its place
	source TestWhatIsNoTextIsNamedWithItsPlace; source TestTextsAreNormalised; source FuzzNormalise; code bad-encoding
characters that deceive are refused, and those that scripts need are not
	hidden TestHiddenCharactersAreFound; hidden TestCharactersThatAScriptNeedsAreNotHidden; code hidden-characters
a picture is decoded within limits and keeps nothing but its pixels
	picture TestAPictureBeyondALimitIsRefusedBeforeItIsDecoded; picture TestRefusingABombCostsAlmostNoMemory; picture TestNothingButPixelsIsLeft; picture TestEveryOrientationIsTurnedUpright
	picture TestAFileThatIsCutOffIsRefused; picture FuzzMake; code bad-picture; code picture-too-large; code animated-picture
many pictures stay within one memory
	picture TestPicturesThatAreMadeAtTheSameTimeStayWithinOneMemory; picture TestMakeTakesNoMoreMemoryThanItReserves
addresses of people are not for harvesting
	theme TestAnAddressIsShownOnlyWhereItsOwnerAsked; site/data TestDataHoldNoWayOfContactAndNothingPrivate; code public-address; code disguised-address; code telephone-number
lists of people do not lie where others read them
	source TestAListOfPeoplesAddressesIsRefusedWhereverOthersReadIt; code contacts-inside
what is confided stands in no published file
	gate_test.go TestNothingOfAPrivateRequestIsInTheOutput; gate_plants_test.go TestWhatIsConfidedIsRefusedInEveryWritingAndKindOfFile; gate_plants_test.go TestWhatIsConfidedIsRefusedBesideAPictureAndInAnAddress
	gate_test.go TestWhatSomebodyConfidedIsRefusedInEveryKindOfPublicFile; gate_test.go TestWhatSomebodyConfidedIsRefusedHoweverManyTextsHoldIt; leak TestASecretIsFoundInEveryEncoding
	leak TestOnlyTheValuesOfPublishedFieldsAreExempt; leak TestAFindNeverSaysTheValue
what is confided changes no published byte
	published_test.go TestWhatARequestSaysInConfidenceChangesNoPublishedByte; gate_test.go TestARequestWithAPageTellsNoneOfItsConfidences
drafts are published in no part
	drafts_test.go TestADraftOfAnyKindChangesNoPublishedFile; drafts_test.go TestADraftRequestInsideTheSiteIsARequestInside; drafts_test.go TestWhatADraftSaysInConfidenceIsSearchedFor
messages about private files repeat no value
	discreet_test.go TestMistakesInRequestsNamePlaceAndFieldOnly; content TestNoMessageAboutARequestRepeatsWhatItSays; script evaluate
text that was meant as markup never passes in silence
	code conflict-markers; code malformed-link; code undefined-link; code unused-definition; code unused-footnote; code unknown-footnote; code foreign-shortcode; code foreign-callout
	code foreign-attributes; code foreign-include; code foreign-mark; code wiki-link; code cells-beyond; code open-comment; static_test.go TestAConflictInAnyFileOfTheSiteIsAnError
what check passes build writes, whatever it is called
	agree_test.go TestWhateverCheckPassesBuildWrites; script case-device-names
all mistakes are reported, and nothing is published with one
	diag TestOfOneFileAHundredMistakesAreShownAndTheRestIsCounted; codes_test.go TestEveryCodeHasAnExampleThatProvokesIt; script mistakes; script build
a killed build leaves whole files and heals
	cli TestAKilledBuildLeavesWholeFiles; publish TestAKillLeavesWholeFiles; publish TestWhatAKilledBuildLeftIsRemoved; publish TestAnUnfinishedBuildIsFinished; publish TestAFileIsRenamedAfterTheFilesThatItLinksTo
	publish TestPagesThatAPowerFailureEmptiedAreWrittenAgain; publish TestADamagedManifestIsRestored
a disk that is full or read-only leaves the portal as it was
	publish TestAFullDiskLeavesTheOutputUntouched; publish TestAReadOnlyOutputIsAnErrorThatNamesIt; publish TestAFailedWriteLeavesTheOutputUntouched
what Ithaca did not make is neither overwritten nor deleted
	publish TestDangerousOutputsAreRefused; publish TestAFolderOfOthersIsRefused; publish TestAForeignFileIsNeverOverwritten; publish TestForeignFilesStay
two builds take turns
	publish TestASecondBuildWaitsForTheFirst; publish TestASecondBuildSaysWhoHoldsTheOutput; publish TestManyBuildsAtOnceTakeTurns
a served portal ends as a clean build, whatever editors do
	serve TestWhatIsServedIsWhatACleanBuildWrites; serve TestACheckoutOfManyFilesEndsAsACleanBuild; serve TestWithoutRoomForWatchesTheFilesArePolled; serve TestAnOverflowIsAChange; serve TestEveryWayToSaveIsSeen
a served portal is this machine's alone
	serve TestTheGuardLetsInOnlyThisMachinesOwnPages; serve TestWhatIsNotPlannedIsNotFound; serve TestASlowClientIsNotWaitedForForEver; serve TestTooManyStreamsAreRefused; serve TestAnswersHaveTheHeadersThatArePublished
the same input gives the same bytes
	build_test.go TestASiteIsBuiltAlikeByAnyNumberOfWorkers; build_test.go TestASecondBuildWritesNothing; theme TestAPageAlwaysHasTheSameBytes
nothing that strangers wrote acts on a terminal or a workflow
	diag TestWhatStrangersWroteCannotActOnTheTerminalOrTheWorkflow; terminal TestWhatStrangersWroteCannotActOnTheTerminalFromATable
tables of strangers bring neither formulas nor headers of mail, and lose nothing in silence
	script import-hostile; table TestWhatKeepsATableFromBeingReadIsSaidWithItsLine; toml TestWhatATextDoesWrongIsSaid; toml FuzzStrict
`

func TestEveryPromiseOfSafetyIsKeptByTestsThatExist(t *testing.T) {
	tests := declaredTests(t)
	promise, kept := "", 0
	for line := range strings.Lines(strings.TrimPrefix(promises, "\n") + "the end\n") {
		line = strings.TrimSuffix(line, "\n")
		if !strings.HasPrefix(line, "\t") {
			if promise != "" && kept == 0 {
				t.Errorf("nothing keeps the promise %q", promise)
			}
			promise, kept = line, 0
			continue
		}
		for keeper := range strings.SplitSeq(strings.TrimSpace(line), "; ") {
			kept++
			if where, name, _ := strings.Cut(keeper, " "); !exists(tests, where, name) {
				t.Errorf("%q is kept by %s, which does not exist", promise, keeper)
			}
		}
	}
}

// exists reports whether there is a test, the example of a code or a script.
func exists(tests map[string]bool, where, name string) bool {
	file := ""
	switch where {
	case "code":
		file = "diag/codes/" + name + ".txtar"
	case "script":
		file = "cli/testdata/" + name + ".txtar"
	default:
		return tests[where+" "+name]
	}
	_, err := os.Stat(file)
	return err == nil
}

var testName = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)

// declaredTests returns the tests of all packages, each by the folder of its package
// and its name; those of this package by their files.
func declaredTests(t *testing.T) map[string]bool {
	t.Helper()
	tests := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		folder := filepath.ToSlash(filepath.Dir(path))
		if folder == "." {
			folder = path
		}
		for _, m := range testName.FindAllSubmatch(text, -1) {
			tests[folder+" "+string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tests
}
