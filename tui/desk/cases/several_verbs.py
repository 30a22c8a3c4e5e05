"""What concerns several cases, as verbs of the desk: links, their order, one change of many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.links import LinkKind
from tui.desk.later import later
from tui.desk.verbs import Verbs
from tui.desk.views import CardView, LinkView

if TYPE_CHECKING:
    from tui.advice.figures.urgency_parts import Part
    from tui.desk.board import ordering
    from tui.desk.board.ordering import Order
    from tui.desk.cases import linked, linking, many
    from tui.desk.evidence.bundle import BundleWish, Gathered
    from tui.desk.keeping import settings
else:
    ordering, settings = later("board.ordering"), later("keeping.settings")
    linked, linking = later("cases.linked"), later("cases.linking")
    many = later("cases.many")

_SHOWN = 8  # cases that are offered while words are typed


class SeveralVerbs(Verbs):
    """Cases together, and beside each other."""

    def edit_many(self, case_ids: Iterable[int], texts: Mapping[str, str]) -> tuple[Case, ...]:
        """Change facts of several cases at once, as one change."""
        return self._done(many.edit_many(self._office, case_ids, texts))

    def retag(self, case_ids: Iterable[int], typed: str) -> tuple[Case, ...]:
        """Put tags on cases, and take away those with a `-` before them, as one change."""
        return self._done(many.retag(self._office, case_ids, typed))

    def links(self, case_id: int) -> tuple[LinkView, ...]:
        """What a case is linked with, told from its side. Raises NotFound."""
        return linked.links_of(self._office, self.card(case_id))

    def link_with(self, case_id: int, other_id: int) -> LinkKind | None:
        """How a case stands to another now; None where they are not linked."""
        links = self.links(case_id)
        return next((one.kind for one in links if one.card and one.card.id == other_id), None)

    def link(self, case_id: int, other_id: int, kind: LinkKind) -> Case:
        return self._done(linking.link(self._office, case_id, other_id, kind))

    def unlink(self, case_id: int, other: int | str) -> Case:
        """Part two cases; the other by its number, or by its uid where it is gone."""
        return self._done(linking.unlink(self._office, case_id, other))

    def forget_gone_links(self, case_id: int) -> Case:
        """Take away the links with cases that are not in the book."""
        return self._done(linking.forget_gone(self._office, case_id))

    def case_meant(self, case_id: int, typed: str) -> int:
        """Which other case is meant by a number or by words. Raises BadInput, NotFound."""
        return linking.meant(self._office, case_id, typed)

    def cases_meant(self, case_id: int, typed: str) -> tuple[Card, ...]:
        """The cases that may be meant, while it is typed: the open ones first, a few of them."""
        try:
            return linking.candidates(self._office, case_id, typed)[:_SHOWN]
        except BadInput:
            return ()

    def cases_as(self, case_ids: tuple[int, ...], ending: str) -> bytes:
        """These cases, or all, as a .json or .csv file holds them. Raises NotFound."""
        from tui.desk.cases.exporting import content_of

        return content_of(self._office, case_ids, ending)

    def write_cases(self, content: bytes, where: str, ending: str) -> Path:
        """Write that into a new file, or a folder; where it is. Raises BadInput."""
        from tui.desk.cases.exporting import write_cases

        return write_cases(content, where, ending)

    def gather_bundles(self, case_ids: Iterable[int], wish: BundleWish) -> tuple[Gathered, ...]:
        """A bundle of each, not written yet; see `bundle.gather`."""
        from tui.desk.cases.exporting import gather_bundles

        return gather_bundles(self._office, case_ids, wish)

    def write_bundles(self, gathered: Iterable[Gathered], where: str) -> tuple[Path, ...]:
        """Write them into a folder, all or none. Needs no book: it may take its time."""
        from tui.desk.cases.exporting import write_bundles

        return write_bundles(gathered, where)

    @property
    def order(self) -> Order:
        """What stands first on the board."""
        return ordering.order_of(self._office)

    def save_order(self, order: Order) -> Order:
        """Keep it in config.toml. Raises BadInput where that cannot be written."""
        settings.save_setting(self._office.settings, "order", order.value)
        return self._done(order)

    def points(self, view: CardView) -> int:
        """The sum of them, for one of many cases."""
        return ordering.points(self._office, view.card, view.today)

    def urgency(self, case_id: int) -> tuple[Part, ...]:
        """What makes a case urgent today, and what takes from it, the most points first."""
        card = self._office.at_present(self.card(case_id))
        blocked = linked.blocking(self._office, card)
        from tui.advice.figures.urgency import parts_of

        return parts_of(card, self._office.today(card), blocked)
