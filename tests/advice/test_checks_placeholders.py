"""Places of a template left blank are found, with their exact place; what only looks so is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference_letters import CLAIM, ESCALATION

from tui.advice.checks.checks import Severity, check_letter, check_text
from tui.advice.checks.placeholders import placeholders
from tui.cases.words import Part

BLANKS = [
    *("[ваше имя]", "[Your name]", "[номер заказа]", "[ORDER NUMBER]", "[date]", "[…]", "[...]"),
    *("[insert the amount]", "[укажите сумму]", "[ФИО]", "[ amount ]", "[___]", "[TBD]"),
    *("{name}", "{order_no}", "{…}", "{{ company }}", "{номер}"),
    *("<your name>", "<дата>", "<order number>", "<...>"),
    *("____", "«___»"),
    *("TODO:", "TBD", "XXX", "ХХХХ", "№ …", "no. ..."),
]

MEANT = [
    "[URGENT] the site is down",
    "[Sev2] API 503",
    "Re: [JIRA-12] /path[0]",
    "see [1] and [2, 3]",
    "it said “wrong [sic]”",
    "The manual says “press [Enter]”",
    "[x] done, [ ] not done",
    "see [the order](https://shop.example/4821)",
    "items[name] is empty",
    "[EXTERNAL] this message came from outside",
    "[This email is from outside the company]",
    "[имя скрыто] ответил отказом",
    "вы писали: «возврат […] невозможен»",
    'you wrote: "a refund [...] is not possible"',
    "GET /v2/orders/{id} gives 503",
    'the body is {"error": 503} or {}',
    "${HOME}/log and %{host} and a{2,3}",
    "2026-11-22 10:40:01 [email] {queue} send failed",
    "ERROR [account] not found",
    "the tag <name>Ivan</name> is empty",
    "write to <anna@example.ru> or <https://shop.example>",
    "a < b and c > d, <b>bold</b>, <stdin>",
    "Подпись: ____________ / А. Петрова /",
    "________________________________",
    "__init__ and foo___bar",
    "My TODO list app does not sync",
    "TODO app 8.1 crashes",
    "todo está mal",
    "card XXXX XXXX XXXX 1234, account XXX-77",
    "serials …41/…42, +44 …",
    "the XXL size and the XXI century",
    "и так далее...",
    "№ 4821-77 … потом отказ",
    "Возврат — заказ №…",
]


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in placeholders(text)]


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize("around", ["Прошу вернуть {} на карту", "{}", "Dear Sirs,\n{}\nRegards"])
def test_a_blank_is_found_exactly(blank: str, around: str) -> None:
    text = around.replace("{}", blank)
    assert [one.strip(":") for one in marked(text)] == [blank.strip(":")]


@pytest.mark.parametrize("text", MEANT)
def test_what_only_looks_like_a_blank_is_left_alone(text: str) -> None:
    assert marked(text) == []


def test_several_blanks_are_found_in_their_order() -> None:
    text = "I am [your name], order {order}, paid on <date>: ____."
    assert marked(text) == ["[your name]", "{order}", "<date>", "____"]


@pytest.mark.parametrize("part", Part)
def test_the_place_counts_within_the_part(part: Part) -> None:
    letter = {**CLAIM, part: f"{CLAIM[part]} [дата]"}
    (finding,) = check_letter(letter)
    assert (finding.id, finding.severity, finding.part) == ("L04", Severity.ERROR, part)
    assert letter[part][finding.start : finding.end] == finding.text == "[дата]"


def test_in_a_plain_text_the_place_counts_from_its_beginning() -> None:
    letter = {**ESCALATION, Part.RESULT: ESCALATION[Part.RESULT] + " Call [phone number]."}
    text = "Subject: " + "\n\n".join(letter.values())
    (finding,) = check_text(text)
    assert finding.part is Part.RESULT
    assert text[finding.start : finding.end] == finding.text == "[phone number]"


@given(st.text(st.sampled_from('[]{}<>_.…XХ№TODname дата/\\"«»“” \n1:'), max_size=80))
def test_of_any_text_the_places_lie_within_it_and_apart(text: str) -> None:
    last = 0
    for start, end in placeholders(text):
        assert last <= start < end <= len(text)
        last = end
