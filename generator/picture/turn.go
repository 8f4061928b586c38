package picture

import "image"

// turn is how stored pixels become displayed ones: the picture is mirrored left
// to right, then top to bottom, then along the diagonal from its first pixel.
type turn struct{ mirrorX, mirrorY, swap bool }

// turnOf returns the turn of an orientation from 1 to 8.
func turnOf(orientation int) turn {
	switch orientation {
	case 2:
		return turn{mirrorX: true}
	case 3:
		return turn{mirrorX: true, mirrorY: true}
	case 4:
		return turn{mirrorY: true}
	case 5:
		return turn{swap: true}
	case 6:
		return turn{mirrorY: true, swap: true}
	case 7:
		return turn{mirrorX: true, mirrorY: true, swap: true}
	case 8:
		return turn{mirrorX: true, swap: true}
	}
	return turn{}
}

// stored returns where a part of the displayed picture lies among the stored
// pixels, whose size is whole.
func (t turn) stored(part image.Rectangle, whole image.Point) image.Rectangle {
	if t.swap {
		part = image.Rectangle{swapped(part.Min), swapped(part.Max)}
	}
	if t.mirrorX {
		part.Min.X, part.Max.X = whole.X-part.Max.X, whole.X-part.Min.X
	}
	if t.mirrorY {
		part.Min.Y, part.Max.Y = whole.Y-part.Max.Y, whole.Y-part.Min.Y
	}
	return part
}

// storedSize returns a displayed size before turning. It is also its own inverse.
func (t turn) storedSize(size image.Point) image.Point {
	if t.swap {
		return swapped(size)
	}
	return size
}

func swapped(p image.Point) image.Point { return image.Pt(p.Y, p.X) }

// apply returns the frame as it is displayed. Its planes must be equally fine.
func (t turn) apply(f frame) frame {
	if t == (turn{}) {
		return f
	}
	turned := make(frame, len(f))
	for i, p := range f {
		turned[i] = t.plane(p)
	}
	return turned
}

func (t turn) plane(p plane) plane {
	size := t.storedSize(image.Pt(p.width, p.height))
	out := newPlane(size.X, size.Y)
	for y := range p.height {
		toY := y
		if t.mirrorY {
			toY = p.height - 1 - y
		}
		for x, v := range p.row(y) {
			toX := x
			if t.mirrorX {
				toX = p.width - 1 - x
			}
			if t.swap {
				out.pix[toX*out.stride+toY] = v
			} else {
				out.pix[toY*out.stride+toX] = v
			}
		}
	}
	return out
}
