"""Pictures, drawn anew without anything that cameras and programs note in them: place, owner, comments, thumbnails."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from disclosure.documents.guard import silence
from disclosure.importing.converted import Beside
from disclosure.importing.losses import Losses, NotImported

if TYPE_CHECKING:
    from PIL import Image

_READ = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
"""No others: Pillow would start programs for some of them."""
_KEPT = ("transparency", "duration", "loop", "disposal", "background")
"""Of what Pillow knows of a picture, what one sees."""
_MOST_PIXELS = 80_000_000
"""A sheet of A4 scanned at 600 dpi has 35 million."""
_DRAWINGS = {
    b"\xd7\xcd\xc6\x9a": "WMF",
    b"\x01\x00\x00\x00": "EMF",
    b"\x01\x00\x09\x00": "WMF",
    b"<svg": "SVG",
    b"<?xm": "SVG",
}


@dataclass(slots=True)
class Pictures:
    """The pictures of one draft, numbered in the order in which they appear."""

    losses: Losses
    files: list[Beside] = field(default_factory=list)
    _names: dict[bytes, str] = field(default_factory=dict)

    def add(self, content: bytes) -> str:
        """Keep a picture and say what it is called now; '' where it cannot be kept, which is told."""
        if content in self._names:
            return self._names[content]
        try:
            drawn, suffix = drawn_anew(content)
        except NotImported as reason:
            self.losses.lose(f"图片 1 张：{reason}")
            return ""
        name = f"图{len(self.files) + 1}{suffix}"
        self.files.append(Beside(name, drawn))
        self._names[content] = name
        return name


def drawn_anew(content: bytes) -> tuple[bytes, str]:
    """The picture without metadata, upright, and the extension of its format.

    JPEG and GIF stay what they are, moving GIF too; CMYK becomes RGB; everything else becomes PNG.

    Raises:
        NotImported: no picture, one that browsers do not show, or one of absurd size.
    """
    from PIL import Image, ImageOps

    silence("PIL")
    drawing = next((name for start, name in _DRAWINGS.items() if content.startswith(start)), "")
    if drawing:
        raise NotImported(f"{drawing} 图形，浏览器不显示，请在原件里截图或另存为 PNG 后补上")
    try:
        with Image.open(BytesIO(content), formats=_READ) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise NotImported("太大，请缩小后补上")
            if picture.format == "GIF":
                return _moving(picture), ".gif"
            form = "JPEG" if picture.format == "JPEG" else "PNG"
            upright = ImageOps.exif_transpose(picture)
            return _saved(upright, form)
    except NotImported:
        raise
    except Exception:  # Pillow raises whatever fails first in a damaged file
        raise NotImported("打不开，或者已损坏") from None


def _saved(picture: Image.Image, form: str) -> tuple[bytes, str]:
    if picture.mode not in (("RGB", "L") if form == "JPEG" else ("1", "L", "LA", "P", "RGB", "RGBA")):
        picture = picture.convert("RGB")
    _forget(picture)
    how: dict[str, Any] = {"quality": 90, "optimize": True} if form == "JPEG" else {"optimize": True}
    file = BytesIO()
    picture.save(file, form, **how)
    return file.getvalue(), ".jpg" if form == "JPEG" else ".png"


def _moving(picture: Image.Image) -> bytes:
    from PIL import ImageSequence

    frames = [frame.copy() for frame in ImageSequence.Iterator(picture)]
    for frame in frames:
        _forget(frame)
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return file.getvalue()


def _forget(picture: Image.Image) -> None:
    picture.info = {key: value for key, value in picture.info.items() if key in _KEPT}
