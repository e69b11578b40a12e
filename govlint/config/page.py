"""The configuration as a page of Markdown, made of its keys: what the docs hold."""

from __future__ import annotations

import json
from collections.abc import Iterator

from govlint.config.keys import KEYS, Key

_INTRODUCTION = """\
# 配置 / Configuration

govlint 从当前目录向上寻找 `govlint.toml`，或带 `[tool.govlint]` 的 `pyproject.toml`，到仓库根目录（有 `.git`）为止。
命令行选项优先于配置，配置优先于缺省值。写错的键和值是用法错误（退出码 2）。

- `govlint init` 生成带注释的文件 / writes a commented file;
- `govlint config show --origin` 显示生效的值和来源 / shows the values in force and where they come from;
- `govlint config schema` 输出供编辑器使用的 JSON Schema / prints the
  [schema](../schemas/config.schema.json), for editors.

govlint looks upwards for `govlint.toml`, or a `pyproject.toml` with `[tool.govlint]`, up to the root of the repository.
Options of the command line come first, then the file, then defaults. What the schema does not know is a usage error
(exit code 2).

## 键 / Keys
"""

_TABLES = """\
## 规则 / Rules

每条规则可以改级别（`error`、`warning`、`note`，`off` 为不运行）；有选项的规则在其[规则页](rules)上列出。
A rule can be given another severity, `off` among them; its options stand on its [page](rules).

```toml
[rules.GOV1002]
severity = "warning"

[rules.GOV8005]
words = ["旧称谓"]
```

## 来源 / Sources

归档的预算；含义和缺省值见[归档](archives.md#预算与内存--budgets-and-memory)。
The budgets of archives; what they are is told [there](archives.md#预算与内存--budgets-and-memory).

```toml
[sources.archive]
total_mib = 65536
```

## 按路径 / By path

`paths` 按 `.gitignore` 的写法匹配相对网站目录的路径；后面的优先。
Patterns are those of `.gitignore`, on paths inside the site; the last one that matches wins.

```toml
[[overrides]]
paths = ["archive/", "2010/**"]
ignore = ["GOV4001"]

[[overrides]]
paths = ["en/"]
severity = { GOV9001 = "note" }
```

## 抑制 / Suppressions

不在某一行上的问题写在配置里，必须写理由；`until` 过后重新计入。
Faults that stand on no line are suppressed here. A reason is required; past `until` the fault counts again.

```toml
[[suppress]]
rule = "GOV1001"
key = "power-list"              # 可省略：只抑制这一个 / optional: just this one
paths = ["index.html"]          # 可省略 / optional
reason = "权责清单在县政府门户网站公开"
until = 2026-12-31              # 可省略 / optional
```

页面和模板里写注释，必须写理由；没有用上的（`GOV0005`）和过期的（`GOV0006`）会被报告：
In pages and templates a comment does it; unused and expired ones are findings of their own:

```html
<!-- govlint-disable-next-line GOV2001 until=2026-12-31 -- 下月更换检索系统 -->
<a href="#">…</a> <!-- govlint-disable-line GOV5003 -- 选项卡 -->
<!-- govlint-disable GOV9002 -- 整个文件：装饰图片 -->
```

## 基线 / Baseline

`govlint baseline create site/` 记录现有问题，此后 `--baseline FILE`（或键 `baseline`）只对新问题报错。
基线里没有行号，页面改动不影响。`update` 按现状更新，`prune` 去掉已整改的，`show` 显示；
`--reason` 和 `--until` 写明理由和期限。
A baseline records the faults there are, without line numbers; from then on only new ones fail.
"""


def configuration_page() -> str:
    """Return the page of the configuration, Chinese first with English beside it."""
    lines = [_INTRODUCTION]
    for name, key in KEYS.items():
        lines += _key(name, key)
    return "\n".join([*lines, _TABLES])


def _key(name: str, key: Key) -> Iterator[str]:
    yield f"### `{name}`"
    yield ""
    yield f"{key.meaning.zh}。{key.meaning.en.capitalize()}."
    yield ""
    if "enum" in key.schema:
        values = "、".join(f"`{json.dumps(value, ensure_ascii=False)}`" for value in key.schema["enum"])
        yield f"可用的值 / values: {values}"
        yield ""
    yield from ("```toml", f"{name} = {key.sample}", "```", "")
