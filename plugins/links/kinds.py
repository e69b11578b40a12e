"""What kind of file an address names, by its extension, and the words for it."""

from __future__ import annotations

from enum import StrEnum

from govlint.finding import Text
from govlint.site import urls


class FileKind(StrEnum):
    """The kinds of file that an export holds as a whole, or leaves out as a whole."""

    PAGE = "page"
    ATTACHMENT = "attachment"
    PICTURE = "picture"
    MEDIA = "media"
    STYLE = "style"
    SCRIPT = "script"
    OTHER = "other"


_EXTENSIONS = {
    FileKind.ATTACHMENT: "doc docx docm dot dotx wps wpt rtf pdf ofd ceb cebx gd xls xlsx xlsm xlsb et ett csv ppt "
    "pptx pps ppsx dps zip rar 7z tar gz exe apk txt edoc jnlp dwg",
    FileKind.PICTURE: "jpg jpeg png gif bmp webp svg ico tif tiff jfif",
    FileKind.MEDIA: "mp4 mp3 wmv flv swf avi mov mpg mpeg wma wav m4a m4v ogg ogv webm rm rmvb asf asx",
    FileKind.STYLE: "css",
    FileKind.SCRIPT: "js",
    FileKind.PAGE: "html htm shtml shtm xhtml xht jsp jspx jhtml php asp aspx do action cgi cfm",
}
_KINDS = {extension: kind for kind, extensions in _EXTENSIONS.items() for extension in extensions.split()}
# Several formats of one font stand side by side and a browser takes the one it knows; cursors and IE's behaviours are
# hardly asked for either.
NEVER_MISSED = frozenset(("eot", "ttf", "otf", "woff", "woff2", "cur", "htc"))

NAMES = {
    FileKind.PAGE: Text("页面", "page"),
    FileKind.ATTACHMENT: Text("附件", "attachment"),
    FileKind.PICTURE: Text("图片", "picture"),
    FileKind.MEDIA: Text("音视频", "media file"),
    FileKind.STYLE: Text("样式表", "style sheet"),
    FileKind.SCRIPT: Text("脚本", "script"),
    FileKind.OTHER: Text("文件", "file"),
}


def kind_of(path: str) -> FileKind:
    """Return the kind of the file *path*; a name without extension is that of a page."""
    extension = urls.extension(path)
    return _KINDS.get(extension, FileKind.OTHER) if extension else FileKind.PAGE
