"""How a rule names its article and its law, for letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cases.errors import BadInput
from tui.cases.words import Problem
from tui.deadlines.rule import Rule
from tui.playbooks.law import Law

CITED = [rule for rule in Law().rules() if rule.cites]


def test_some_rules_are_cited() -> None:
    assert {"ru.zpp.22", "eu.gdpr.12", "uk.s75", "us.fcra"} <= {rule.id for rule in CITED}


@pytest.mark.parametrize("rule", CITED, ids=lambda rule: rule.id)
def test_only_certain_law_is_cited_and_in_both_languages(rule: Rule) -> None:
    assert rule.certainty in {"A", "B"}
    assert set(rule.cites) == {"en", "ru"}
    assert any(source.kind in {"law", "regulator", "legal_db"} or source.where or source.address
               for source in rule.sources)  # fmt: skip
    for text in rule.cites.values():
        assert not text.endswith(".")
        assert any(sign.isdigit() for sign in text) or "О связи" in text


def own(folder: Path, text: str) -> Law:
    (folder / "my.toml").write_text(text, "utf-8")
    return Law(folder)


def test_a_person_cites_their_own_rule_in_one_language(tmp_path: Path) -> None:
    law = own(
        tmp_path,
        '[rule."my.shop"]\ntitle.en = "x"\nowner = "theirs"\nperiod = "5wd"\n'
        'starts_on = "demand"\ncertainty = "own"\ncite.en = "clause 5"\ncite_for = ["refund"]\n',
    )
    rule = law.rule("my.shop")
    assert rule.cites == {"en": "clause 5", "ru": "clause 5"}
    assert rule.cite_for == (Problem.REFUND,)


def test_one_language_of_a_shipped_one_can_be_told_otherwise(tmp_path: Path) -> None:
    law = own(tmp_path, '[rule."ru.zpp.22"]\ncite.en = "article 22"\n')
    assert law.rule("ru.zpp.22").cites["en"] == "article 22"
    assert "ст." in law.rule("ru.zpp.22").cites["ru"]
    assert law.rule("ru.zpp.22").certainty == "A"


@pytest.mark.parametrize("line", ["cite_for = ['moon']", "cite_for = 'refund'", "cite = 'x'"])
def test_faults_are_named(tmp_path: Path, line: str) -> None:
    law = own(tmp_path, f'[rule."ru.zpp.22"]\n{line}\n')
    with pytest.raises(BadInput, match="field") as caught:
        law.rule("ru.zpp.22")
    assert str(caught.value.sentence.values["field"]).startswith("cite")
