"""Screens by name. Each is imported when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tui.screens.context import Context
from tui.screens.page import Page

ROUTES: dict[str, str] = {
    "board": "tui.screens.board:BoardScreen",
    "today": "tui.screens.today:TodayScreen",
    "companies": "tui.screens.companies:CompaniesScreen",
    "company": "tui.screens.company:CompanyScreen",
    "scoreboard": "tui.screens.company_page:ScoreboardScreen",
    "statistics": "tui.screens.statistics:StatisticsScreen",
    "calendar": "tui.screens.calendar:CalendarScreen",
    "case": "tui.screens.case:CaseScreen",
    "happened": "tui.screens.happened:HappenedScreen",
    "new": "tui.screens.new:NewScreen",
    "same": "tui.screens.same:SameScreen",
    "facts": "tui.screens.facts:FactsScreen",
    "tags": "tui.screens.tags:TagsScreen",
    "prepare": "tui.screens.prepare:PrepareScreen",
    "channels": "tui.screens.channels:ChannelsScreen",
    "compose": "tui.screens.compose:ComposeScreen",
    "kinds": "tui.screens.kinds:KindsScreen",
    "letter": "tui.screens.letter:LetterScreen",
    "send": "tui.screens.send:SendScreen",
    "override": "tui.screens.override:OverrideScreen",
    "transcript": "tui.screens.transcript:TranscriptScreen",
    "call": "tui.screens.call:CallScreen",
    "record": "tui.screens.record:RecordScreen",
    "event": "tui.screens.event:EventScreen",
    "ladders": "tui.screens.ladders:LaddersScreen",
    "plan": "tui.screens.plan:PlanScreen",
    "escalate": "tui.screens.escalate:EscalateScreen",
    "evidence": "tui.screens.evidence:EvidenceScreen",
    "extract": "tui.screens.extract:ExtractScreen",
    "take_out": "tui.screens.take_out:TakeOutScreen",
    "pick_file": "tui.screens.pick_file:PickFileScreen",
    "bundle": "tui.screens.bundle:BundleScreen",
    "working": "tui.screens.working:WorkingScreen",
    "rules": "tui.screens.rules:RulesScreen",
    "rule": "tui.screens.rule:RuleScreen",
    "profiles": "tui.screens.profiles:ProfilesScreen",
    "profile": "tui.screens.profile:ProfileScreen",
    "settings": "tui.screens.settings:SettingsScreen",
    "setting": "tui.screens.setting:SettingScreen",
    "find": "tui.screens.find:FindScreen",
    "keys": "tui.screens.keys:KeysScreen",
    "palette": "tui.screens.palette:PaletteScreen",
}


def screen_of(name: str, context: Context, /, **about: Any) -> Page:
    """A new screen of that name."""
    module, _, kind = ROUTES[name].partition(":")
    page: Page = getattr(import_module(module), kind)(context, **about)
    page.route = name
    return page
