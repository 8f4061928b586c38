package picture

import (
	"fmt"

	"ithaca/generator/diag"
)

// BadPicture is reported for a file that is not a JPEG or PNG, whatever its
// name says, and for one that is damaged, cut off or of a kind few programs read.
const BadPicture diag.Code = "bad-picture"

// AnimatedPicture is reported for a picture that moves. Movement distracts
// readers, cannot be stopped by them, and only its first frame would be left.
const AnimatedPicture diag.Code = "animated-picture"

// PictureTooLarge is reported for a picture that would take more memory or time
// to read than one picture may take: too many bytes, pixels or repeated scans.
const PictureTooLarge diag.Code = "picture-too-large"

// PictureTooNarrow is reported for a picture that is a strip: cut to the shape of
// a portrait, little of it would be left.
const PictureTooNarrow diag.Code = "picture-too-narrow"

// Problem is why a file cannot be used. The caller adds the position.
type Problem = diag.Diagnostic

const (
	saveAgain   = "open it in a program for pictures and save it as JPEG"
	saveSmaller = "save a smaller copy: 1600 pixels on its longer side are plenty"
)

func badPicture(format string, args ...any) *Problem {
	return &Problem{Code: BadPicture, Message: fmt.Sprintf(format, args...), Hint: saveAgain}
}

func tooLarge(format string, args ...any) *Problem {
	return &Problem{Code: PictureTooLarge, Message: fmt.Sprintf(format, args...), Hint: saveSmaller}
}

// cutOff returns the problem of a file without its end, or whose pixels end early.
func cutOff() *Problem {
	return &Problem{Code: BadPicture, Message: "this picture is damaged or cut off", Hint: "copy it once more from where it came, or " + saveAgain}
}
