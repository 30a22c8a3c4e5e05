"""Screens by name. Each is imported when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tui.screens.context import Context
from tui.screens.page import Page

ROUTES: dict[str, str] = {
    "board": "tui.screens.board.board:BoardScreen",
    "today": "tui.screens.board.today:TodayScreen",
    "inbox": "tui.screens.mail.inbox:InboxScreen",
    "mail": "tui.screens.mail.mail:MailScreen",
    "attach": "tui.screens.evidence.attach:AttachScreen",
    "offers": "tui.screens.mail.offers:OffersScreen",
    "companies": "tui.screens.figures.companies:CompaniesScreen",
    "company": "tui.screens.figures.company:CompanyScreen",
    "scoreboard": "tui.screens.figures.company_page:ScoreboardScreen",
    "statistics": "tui.screens.figures.statistics:StatisticsScreen",
    "calendar": "tui.screens.figures.calendar:CalendarScreen",
    "case": "tui.screens.case.case:CaseScreen",
    "happened": "tui.screens.case.happened:HappenedScreen",
    "new": "tui.screens.case.new:NewScreen",
    "same": "tui.screens.case.same:SameScreen",
    "facts": "tui.screens.case.facts:FactsScreen",
    "export": "tui.screens.board.export:ExportScreen",
    "links": "tui.screens.board.links:LinksScreen",
    "link": "tui.screens.board.link:LinkScreen",
    "tags": "tui.screens.board.tags:TagsScreen",
    "snooze": "tui.screens.board.snooze:SnoozeScreen",
    "every": "tui.screens.board.every:EveryScreen",
    "chase": "tui.screens.letter.chase:ChaseScreen",
    "chase_letter": "tui.screens.letter.chase_letter:ChaseLetterScreen",
    "prepare": "tui.screens.case.prepare:PrepareScreen",
    "channels": "tui.screens.ladder.channels:ChannelsScreen",
    "compose": "tui.screens.letter.compose:ComposeScreen",
    "kinds": "tui.screens.letter.kinds:KindsScreen",
    "letter": "tui.screens.letter.letter:LetterScreen",
    "send": "tui.screens.letter.send:SendScreen",
    "post": "tui.screens.mail.post:PostScreen",
    "password": "tui.screens.mail.password:PasswordScreen",
    "outbox": "tui.screens.mail.outbox:OutboxScreen",
    "outgoing": "tui.screens.mail.outgoing:OutgoingScreen",
    "override": "tui.screens.letter.override:OverrideScreen",
    "transcript": "tui.screens.letter.transcript:TranscriptScreen",
    "call": "tui.screens.letter.call:CallScreen",
    "record": "tui.screens.case.record:RecordScreen",
    "event": "tui.screens.case.event:EventScreen",
    "ladders": "tui.screens.ladder.ladders:LaddersScreen",
    "insist": "tui.screens.ladder.insist:InsistScreen",
    "plan": "tui.screens.ladder.plan:PlanScreen",
    "escalate": "tui.screens.ladder.escalate:EscalateScreen",
    "evidence": "tui.screens.evidence.evidence:EvidenceScreen",
    "extract": "tui.screens.evidence.extract:ExtractScreen",
    "take_out": "tui.screens.evidence.take_out:TakeOutScreen",
    "pick_file": "tui.screens.evidence.pick_file:PickFileScreen",
    "bundle": "tui.screens.evidence.bundle:BundleScreen",
    "working": "tui.screens.ladder.working:WorkingScreen",
    "rules": "tui.screens.ladder.rules:RulesScreen",
    "rule": "tui.screens.ladder.rule:RuleScreen",
    "profiles": "tui.screens.settings.profiles:ProfilesScreen",
    "profile": "tui.screens.settings.profile:ProfileScreen",
    "settings": "tui.screens.settings.settings:SettingsScreen",
    "setting": "tui.screens.settings.setting:SettingScreen",
    "find": "tui.screens.board.find:FindScreen",
    "keys": "tui.screens.keys:KeysScreen",
    "palette": "tui.screens.palette:PaletteScreen",
}


def screen_of(name: str, context: Context, /, **about: Any) -> Page:
    """A new screen of that name."""
    module, _, kind = ROUTES[name].partition(":")
    page: Page = getattr(import_module(module), kind)(context, **about)
    page.route = name
    return page
