"""Why something in an archive is not read: phrases that follow the name of the file."""

from __future__ import annotations

from govlint.finding import Text

CUT = Text("不完整（被截断）", "is cut short")
DAMAGED = Text("已损坏，无法解压", "is damaged and cannot be unpacked")
NO_END = Text("缺少结尾标记，可能被截断", "lacks its end mark and may be cut short")
ENCRYPTED = Text("已加密，无法读取", "is encrypted and cannot be read")
OVERLAPPING = Text("与压缩包内其他文件的数据重叠，拒绝解压", "shares its data with other members and is refused")
RATIO = Text("压缩比异常（疑似压缩炸弹），拒绝解压", "unpacks to suspiciously much (a zip bomb?) and is refused")
OUTSIDE = Text("的路径指向压缩包之外", "has a path that leads out of the archive")
LINK = Text("是指向包外或不存在文件的链接，未跟随", "is a link that leads to no file of the archive")
NOT_A_FILE = Text("不是普通文件", "is not a regular file")
SPARSE = Text("是稀疏文件，无法读取", "is a sparse file and cannot be read")
TOO_DEEP = Text("是嵌套过深的压缩包，未打开", "is an archive nested too deeply and was not opened")
NO_ORIGINAL = Text(
    "只记录了“内容未变”，存档中没有原文", "only says that nothing has changed; the archive holds no original"
)


def too_large(most: int) -> Text:
    """Say that a member unpacks to more than *most* bytes."""
    size = f"{most >> 20} MiB" if most >= 1 << 20 else f"{most} B"
    return Text(f"解压后超过 {size}，未读取", f"unpacks to more than {size} and was not read")


def over_total(most: int) -> Text:
    """Say that the whole archive unpacks to more than *most* bytes and the member came too late."""
    return Text(
        f"未读取：压缩包解压总量超过 {most >> 20} MiB（可用配置 [sources.archive] total_mib 放宽）",
        f"was not read: the archive unpacks to over {most >> 20} MiB ([sources.archive] total_mib allows more)",
    )


def too_many(most: int) -> Text:
    """Say that an archive lists more than *most* names."""
    return Text(f"所含文件超过 {most} 个", f"holds more than {most} files")


def unsupported(method: str) -> Text:
    """Say that a member is packed by *method*, which cannot be read."""
    return Text(
        f"的压缩方法 {method} 不受支持，请重新打包", f"is packed by {method}, which is not supported: repack it"
    )


def lacking(what: str) -> Text:
    """Say that *what* cannot be read until the extra for archives is installed."""
    return Text(
        f"需要先运行 pip install 'govlint[archives]' 才能读取（{what}）",
        f"needs pip install 'govlint[archives]' to be read ({what})",
    )
