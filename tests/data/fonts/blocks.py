"""Makes blocks.ttf: a font in which every letter of every script is a block.

A page set in it looks the same on every machine, whatever fonts that machine has, so that a picture
of it shows where things stand and not how a font was hinted. Han, kana, Hangul and pictographs are
one em wide, everything else 0.56. Needs Debian's python3-fonttools; run it from the project's root.
"""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

NARROW, WIDE, SPACE = 560, 1000, 300


def block(width):
    pen = TTGlyphPen(None)
    pen.moveTo((60, 0))
    for point in ((60, 600), (width - 60, 600), (width - 60, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def empty():
    return TTGlyphPen(None).glyph()


glyphs = {".notdef": block(NARROW), "space": empty(), "narrow": block(NARROW), "wide": block(WIDE)}
letters = {}
for first, last, glyph in (
    (0x21, 0x10FF, "narrow"),
    (0x1100, 0x11FF, "wide"),
    (0x1200, 0x2E7F, "narrow"),
    (0x2E80, 0xD7FF, "wide"),
    (0xE000, 0xFAFF, "wide"),
    (0xFB00, 0xFE2F, "narrow"),
    (0xFE30, 0xFFEF, "wide"),
    (0x1F000, 0x2FFFF, "wide"),
):
    letters |= dict.fromkeys(range(first, last + 1), glyph)
letters |= dict.fromkeys(
    (0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000), "space"
)

builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(list(glyphs))
builder.setupCharacterMap({0x20: "space"})
builder.setupGlyf(glyphs)
builder.setupHorizontalMetrics(
    {
        ".notdef": (NARROW, 60),
        "space": (SPACE, 0),
        "narrow": (NARROW, 60),
        "wide": (WIDE, 60),
    }
)
builder.setupHorizontalHeader(ascent=900, descent=-250)
builder.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
builder.setupOS2(sTypoAscender=900, sTypoDescender=-250, usWinAscent=900, usWinDescent=250)
builder.setupPost()
# Format 13 gives a whole range of letters one glyph, which keeps the file under a kilobyte.
table = CmapSubtable.newSubtable(13)
table.platformID, table.platEncID, table.language = 3, 10, 0
table.cmap = letters
builder.font["cmap"].tables = [table]
builder.font.save("tests/data/fonts/blocks.ttf")
