"""What the code of an event attribute does."""

import pytest
from govlint.plugins.search.handler_code import Effect, code_of_address, effect_of
from hypothesis import given
from hypothesis import strategies as st

KNOWN = frozenset(("find", "Portal"))


@pytest.mark.parametrize(
    "code",
    [
        "find()",
        "return find(this.form)",
        "javascript:find();",
        "window.find()",
        "Portal.search('x')",
        "if (event.keyCode == 13) { find(); }",
        "document.forms[0].submit()",
        "form1.submit();",
        "location.href = '/so?q=' + kw.value",
        "this.href='Search.aspx?name=' + escape(kw.value)",
        "window.open('/so')",
        "$('#f').submit()",
        "document.getElementById('layer').style.display = 'block'",
    ],
)
def test_acts(code: str) -> None:
    assert effect_of(code, KNOWN).effect is Effect.ACTS


@pytest.mark.parametrize(
    "code",
    [
        "",
        " ; ",
        "javascript:;",
        "javascript:void(0)",
        "JavaScript:void(null);",
        "return false;",
        "event.preventDefault(); return false",
        "this.blur()",
        "alert('建设中')",
        "alert('find()'); return false;",
        "// find()",
        "location.href='#'",
        "window.location = ''",
        "window.open('#')",
    ],
)
def test_idle(code: str) -> None:
    assert effect_of(code, KNOWN).effect is Effect.IDLE


@pytest.mark.parametrize(
    ("code", "function"),
    [("go()", "go"), ("return goFind(1);", "goFind"), ("window.look(2)", "look"), ("a();b()", "a")],
)
def test_undefined(code: str, function: str) -> None:
    told = effect_of(code, KNOWN)
    assert (told.effect, told.function) == (Effect.UNDEFINED, function)


@pytest.mark.parametrize(("code", "function"), [("Site.go()", "Site"), ("if(check()) this.form.submit()", "check")])
def test_unknown(code: str, function: str) -> None:
    told = effect_of(code, KNOWN)
    assert (told.effect, told.function) == (Effect.UNKNOWN, function)


@pytest.mark.parametrize(
    ("href", "code"),
    [("javascript:go()", "go()"), (" JavaScript : go()", " go()"), ("/so", None), ("", None), ("javascript", None)],
)
def test_code_of_an_address(href: str, code: str | None) -> None:
    assert code_of_address(href) == code


@given(st.text(alphabet="abf().;='\"/\\ \n$_{}#0", max_size=200))
def test_any_code_has_an_effect(code: str) -> None:
    assert effect_of(code, KNOWN).effect in Effect
