"""Where the fonts are: the private fontconfig that makes layout the same on every machine."""

import hashlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from plainleaf.text.datafile import Table, read_data

FOLDERS: Mapping[str, tuple[str, ...]] = {
    "linux": (
        "/usr/share/fonts/truetype/noto",
        "/usr/share/fonts/opentype/noto",
        "/usr/share/fonts/google-noto",
        "/usr/share/fonts/noto",
        "/usr/share/fonts/noto-cjk",
    ),
    "darwin": ("/Library/Fonts", "~/Library/Fonts"),
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
}
"""By sys.platform; only Noto files of these folders are used."""

PATTERN = "Noto*.[to]t[fc]"


class Noto(Table, frozen=True):
    """What Noto's fonts are called, by ISO 15924 script."""

    packages: Mapping[str, Mapping[str, str]]  # of Debian: how the name of a file begins
    vertical: tuple[str, ...]
    renamed: Mapping[str, str]
    endings: Mapping[str, str]
    symbols: Mapping[str, str]


NOTO = read_data(Path(__file__).parent / "data" / "fonts.toml", Noto)

FILES: Mapping[str, tuple[str, str]] = {
    script: (begin, package)
    for package, files in NOTO.packages.items()
    for script, begin in files.items()
}
"""By script: how its font file's name begins, and the package that brings it."""

# Pango may not put another family in a missing one's place unseen: no aliases, no substitutes.
# But for a sign that can be an emoji it asks for a family of that name, not for the style's.
# And a bold file may say of itself that it is as heavy as the regular one, as Nastaliq's does.
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
  <cachedir>{cache}</cachedir>
  <selectfont>
    <rejectfont><glob>*</glob></rejectfont>
    <acceptfont><glob>*/Noto*</glob></acceptfont>
  </selectfont>
  <match target="scan">
    <test name="style"><string>Bold</string></test>
    <edit name="weight" mode="assign"><const>bold</const></edit>
  </match>
  <match target="pattern">
    <test name="family"><string>emoji</string></test>
    <edit name="family" mode="assign" binding="strong">
{symbols}
    </edit>
  </match>
</fontconfig>
"""


def font_folders(extra: tuple[str, ...] = ()) -> list[Path]:
    """Return the folders with fonts that are here."""
    named = (*FOLDERS.get(sys.platform, ()), *extra)
    return [folder for name in named if (folder := Path(name).expanduser()).is_dir()]


def font_files(extra: tuple[str, ...] = ()) -> list[Path]:
    """Return every font file that typesetting may use."""
    return [file for folder in font_folders(extra) for file in sorted(folder.glob(PATTERN))]


def fontconfig(extra: tuple[str, ...], cache: Path) -> str:
    """Return the text of a fonts.conf that knows our folders only."""
    folders = "\n".join(f"  <dir>{escape(str(f))}</dir>" for f in font_folders(extra))
    families = (family_of("Latn"), *NOTO.symbols, family_of("Hans"))
    symbols = "\n".join(f"      <string>{family}</string>" for family in families)
    # What a cache holds was read by the rules of its time: others do not look into it.
    cache /= hashlib.sha256(CONFIG.encode()).hexdigest()[:8]
    return CONFIG.format(folders=folders, cache=escape(str(cache)), symbols=symbols)


def family_of(script: str) -> str:
    """Return the family that a script is set in, whether it is here or not; none of no script."""
    if script in NOTO.renamed:
        return NOTO.renamed[script]
    begin = FILES.get(script, ("", ""))[0].rstrip("-")
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", begin)
    return words + NOTO.endings.get(script, "")


def printable_scripts(extra: tuple[str, ...] = ()) -> frozenset[str]:
    """Return the scripts whose font is here."""
    names = [file.name for file in font_files(extra)]
    return frozenset(
        script
        for script, (begin, _) in FILES.items()
        if any(name.startswith(begin) for name in names)
    )


def missing_font(script: str, extra: tuple[str, ...] = ()) -> str:
    """Return the Debian package that a script's font is missing from, nothing if it is here.

    Of a script that is not in the table nothing is known: then the PDF is asked.
    """
    here = script not in FILES or script in printable_scripts(extra)
    return "" if here else FILES[script][1]
