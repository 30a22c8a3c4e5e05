"""What stands in an empty field: an example of the country, and said to be one."""

from __future__ import annotations

from typing import NamedTuple

from tui.wording.wording import Wording


class Examples(NamedTuple):
    """How things are written in a country. The phones are nobody's, or of the usual form."""

    amount: str
    timezone: str
    phone: str
    country: str


_ELSEWHERE = Examples("124.90 EUR", "Europe/Berlin", "+49 30 23125 000", "DE-BY, GB-SCT, RU")
_BY_COUNTRY = {
    "RU": Examples("12490.50 RUB", "Europe/Moscow", "+7 900 000-00-00", "RU, GB-SCT, DE-BY"),
    "GB": Examples("124.90 GBP", "Europe/London", "+44 20 7946 0000", "GB-SCT, RU, DE-BY"),
    "US": Examples("124.90 USD", "America/New_York", "+1 202 555 0143", "US, GB-SCT, DE-BY"),
}
_BY_LANGUAGE = {"ru": "RU"}


def examples_of(words: Wording, *countries: str) -> Examples:
    """Those of the first country that is known; else what whoever reads this language expects."""
    country = next(filter(None, countries), _BY_LANGUAGE.get(words.language, ""))
    return _BY_COUNTRY.get(country[:2].upper(), _ELSEWHERE)


def example(words: Wording, text: str) -> str:
    """The text as an example: nobody takes it for a value that is there."""
    return words.t("e.g. {example}", example=text)
