"""JSP and JSTL: scriptlets, ``<%@ include %>``, ``<c:forEach>``, ``${…}``."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

DIALECT = Dialect(
    name="jsp",
    title=Text("JSP 与 JSTL", "JSP and JSTL"),
    forms=(
        Form(r"<%--", "--%>", other=Kind.COMMENT),
        Form(r"<%@\s*(?P<name>include)\b", "%>", other=Kind.INCLUDE, names=("file",)),
        Form(r"<%@", "%>", other=Kind.QUIET),
        Form(r"<%=", "%>"),
        Form(r"<%!", "%>", other=Kind.QUIET),
        Form(r"<%", "%>", other=Kind.CODE),
        Form(
            r"<(?P<close>/)?(?P<name>jsp:include|c:import|tiles:insert\w*)(?=[\s/>])",
            ">",
            quoted=True,
            other=Kind.INCLUDE,
            names=("page", "url"),
        ),
        Form(
            r"<(?P<close>/)?(?P<name>(?!(?:o|v|w|x|m|st1|svg|xlink|xml|asp|stl):)[a-z]\w{0,20}:[a-z]\w{0,40})(?=[\s/>])",
            ">",
            quoted=True,
            kinds=(
                (Kind.LOOP, "c:foreach c:fortokens s:iterator logic:iterate"),
                (Kind.CONDITION, "c:if c:choose s:if logic:equal logic:present logic:notempty logic:empty"),
                (Kind.MIDDLE, "c:when c:otherwise s:else s:elseif"),
                (Kind.QUIET, "c:set jsp:usebean jsp:setproperty jsp:param fmt:setlocale fmt:setbundle c:param"),
            ),
            emits=Emits.ANY,
            strict="c:foreach c:if c:choose",
        ),
        Form(r"[$#]\{(?P<name>[^{}<>\n]{0,60})", "}", quoted=True, nested=True),
    ),
    signs=r"<%@\s*(?:include|taglib|page\b[^%]{0,300}\b(?:contenttype|pageencoding|import\s*=|language\s*=\s*[\"']?java))|</?jsp:\w|</?c:(?:foreach|if|choose|out|url|set|import)\b",
    hints=("<%", "<jsp:", "<c:", "</c:"),
    suffixes=(".jsp", ".jspf", ".jspx", ".tag"),
    folders=("", "WEB-INF/", "WEB-INF/jsp/"),
    endings=("", ".jsp"),
)
