"""GOV9102 UnresolvedInclude: an include whose file is not in the tree."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.model import Page

from .places import at_include

_DYNAMIC = lazy_re(r"[$#<>{}\[\]()+*|,]|__\w+__|(?a:^\w+$)")
_PATH = lazy_re(r"[/\\]|\.\w{2,5}$")
_OPTIONAL = lazy_re(r"\bignore\s++missing\b")  # Twig: nothing is amiss where there is no such file
_ELSEWHERE = lazy_re(r"\w{2,20}:|@\w++/")  # a namespace: files of a plugin, or of another theme
_SHOWN = 60
_PAGE = "<html lang='zh'><head><title>通知</title></head><body>\n{}</body></html>"


@rule(
    "GOV9102",
    "UnresolvedInclude",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text("模板引用的文件不在目录中。", "A template includes a file that is not in the tree."),
    why=Text(
        "缺少的片段发布时会报错或留空，检查时也看不到其中的内容。",
        "Publishing fails on a missing part or leaves it out, and no check can see what it holds.",
    ),
    remedy=Text("改正路径，或把被引用的文件放进目录。", "Correct the path, or add the file to the tree."),
    examples=(
        Example(
            Text("文件不存在", "no such file"),
            {"a.ftl": _PAGE.format('<#include "/inc/head.ftl">'), "inc/foot.ftl": "<p>页脚</p>"},
            (Expected("a.ftl", 2, 1, "inc/head.ftl"),),
        ),
        Example(
            Text("按名称引用，名称在数据库中", "named after a template in a database"),
            {"template/a.html": _PAGE.format('<TRS_TEMPLATE TEMPNAME="头部嵌套模版"></TRS_TEMPLATE>')},
            (Expected("template/a.html", 2, 1, words="头部嵌套模版", verdict=Verdict.REVIEW),),
        ),
        Example(
            Text("文件在别的目录，名称唯一", "the file was moved, its name is unique"),
            {"a.ftl": _PAGE.format('<#include "/template/head.ftl">'), "site/inc/head.ftl": "<p>页头</p>"},
        ),
        Example(
            Text("没有也不要紧；在插件里", "one that may be missing; one of a plugin"),
            {
                "a.twig": _PAGE.format('{% include "x.twig" ignore missing %}\n{% include "@forms/field.html.twig" %}'),
                "b.twig": _PAGE.format("{% for a in b %}{{ a }}{% endfor %}"),
            },
            (Expected("a.twig", 3, 1, words="@forms", verdict=Verdict.REVIEW),),
        ),
        Example(
            Text("路径由变量决定", "the path is a variable"),
            {"a.ftl": _PAGE.format('<#include "/inc/${site.skin}/head.ftl"><#list a as b></#list>')},
        ),
    ),
)
def unresolved_include(page: Page, context: Context) -> Iterator[Finding]:
    """Yield each include that leads nowhere; those whose target only a running system knows are let be."""
    composed = page.template.composed if page.template else None
    if composed is None:
        return
    for include in composed.includes:
        if include.why != "missing" or not include.target:
            continue
        if _OPTIONAL.search(composed.files[include.includer], *include.span):
            continue
        shown = include.target[:_SHOWN]
        mark = at_include(composed, include)
        if mark is None:
            continue
        if (
            _PATH.search(include.target)
            and not _DYNAMIC.search(include.target)
            and not _ELSEWHERE.match(include.target)
        ):
            yield fail(
                Text(
                    f"引用的文件“{shown}”不在目录中，请改正路径或补上文件。",
                    f"The included file “{shown}” is not in the tree; correct the path or add the file.",
                ),
                page.path, mark, key=include.target,
            )  # fmt: skip
        elif not _DYNAMIC.search(include.target):
            yield review(
                Text(
                    f"引用的模板“{shown}”在目录中找不到对应的文件，请核对。",
                    f"No file in the tree answers to the included template “{shown}”; please look.",
                ),
                page.path, mark, key=include.target,
                reason=Text(
                    "名称由发布系统的数据库解释；把该模板以同名文件导出到目录即可判断。",
                    "The name is one of the system's database; export that template as a file of this name.",
                ),
            )  # fmt: skip
