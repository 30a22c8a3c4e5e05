"""`upheld check` on another letter than the usual one, and on what stands in none yet."""

from __future__ import annotations

from cli_ran import Upheld

CARD = "4111 1111 1111 1111"


def test_a_secret_in_the_details_is_found_whichever_letter_is_next(refund: Upheld) -> None:
    refund("edit", "1", f"details=The kettle came broken. I paid by card {CARD}.")
    assert "L11" in refund("check", "1").out
    refund("record", "1", "sent", "--channel", "email", "--anyway")
    later = "2027-01-15"
    assert CARD not in refund("letter", "1", on=later).out
    checked = refund("check", "1", on=later)
    assert checked.status == 1
    assert "L11 error  The problem in detail:" in checked.out
    assert "1111" not in checked.out
    found = refund("check", "1", "--step", "request", "--kind", "claim", on=later).out
    assert found.count("L11") == 1  # there it stands in the letter itself
    written = refund("letter", "1", "--kind", "claim", on=later)
    assert CARD in written.out
    assert "L11" in written.err


def test_a_step_belongs_to_a_case(refund: Upheld) -> None:
    assert refund("check", "-", "--step", "request", stdin="Hello").status == 2
