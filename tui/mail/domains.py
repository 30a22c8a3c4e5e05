"""Whose domain an address is of: compared by what one can register, never by its ending alone.

There is no list of all public suffixes here. Where one is missing, two hosts count as
strangers to each other at worst when they are not: a mail is then suggested instead of taken.
"""

from __future__ import annotations

from urllib.parse import urlsplit

# Second labels under which anybody may register a name, in the countries that have such.
_SECOND = frozenset({
    *("co", "com", "org", "net", "gov", "edu", "ac", "mil", "nom", "ltd", "plc", "nhs", "me"),
    *("police", "sch", "gob", "gub", "gouv", "go", "or", "ne", "gen", "id", "web", "in", "firm"),
    *("msk", "spb", "nov", "nsk", "int", "pp", "biz", "info", "name", "asso", "tm", "priv"),
})  # fmt: skip

# Where every customer of a service gets a name of his own: help desks, hosts, builders of sites.
_SHARED = frozenset({
    *("zendesk.com", "freshdesk.com", "helpscoutapp.com", "helpscout.net", "intercom-mail.com"),
    *("intercom.io", "omnidesk.ru", "usedesk.ru", "atlassian.net", "salesforce.com", "force.com"),
    *("service-now.com", "hubspot.com", "hubspotemail.net", "gorgias.com", "kayako.com"),
    *("zohodesk.com", "zohosupport.com", "jivosite.com", "bitrix24.ru", "bitrix24.com"),
    *("amocrm.ru", "groovehq.com", "reamaze.com", "teamwork.com", "uservoice.com", "front.com"),
    *("deskpro.com", "happyfox.com", "supportbee.com", "onmicrosoft.com", "myshopify.com"),
    *("github.io", "gitlab.io", "herokuapp.com", "web.app", "vercel.app", "netlify.app"),
    *("pages.dev", "workers.dev", "azurewebsites.net", "amazonaws.com", "amazonses.com"),
    *("blogspot.com", "wordpress.com", "tilda.ws", "wixsite.com", "nethouse.ru", "ucoz.ru"),
    *("narod.ru", "sendgrid.net", "mailgun.org", "mcsv.net", "unisender.com", "sendpulse.com"),
    *("mindbox.ru", "us.com", "uk.com", "eu.com", "ru.com", "gb.net", "co.com", "de.com"),
})  # fmt: skip

# Where anybody has a mailbox: such a domain says nothing of who writes.
_FREE = frozenset({
    *("gmail.com", "googlemail.com", "ya.ru", "yandex.ru", "yandex.com", "yandex.by", "yandex.kz"),
    *("yandex.ua", "yandex.uz", "narod.ru", "mail.ru", "bk.ru", "inbox.ru", "list.ru"),
    *("internet.ru", "xmail.ru", "vk.com", "rambler.ru", "lenta.ru", "autorambler.ru", "ro.ru"),
    *("myrambler.ru", "outlook.com", "hotmail.com", "live.com", "msn.com", "passport.com"),
    *("icloud.com", "me.com", "mac.com", "yahoo.com", "ymail.com", "rocketmail.com", "aol.com"),
    *("gmx.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de"),
    *("proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.io", "tuta.com", "zoho.com"),
    *("fastmail.com", "fastmail.fm", "hey.com", "mail.com", "email.com", "ukr.net", "i.ua"),
    *("meta.ua", "tut.by", "mail.by", "mail.kz", "qq.com", "163.com", "126.com", "naver.com"),
    *("orange.fr", "free.fr", "laposte.net", "wanadoo.fr", "libero.it", "virgilio.it", "wp.pl"),
    *("o2.pl", "onet.pl", "interia.pl", "seznam.cz", "btinternet.com", "sky.com", "comcast.net"),
    *("verizon.net", "att.net", "sbcglobal.net", "cox.net", "duck.com", "mailinator.com"),
})  # fmt: skip
_FREE_NAMES = frozenset({"yahoo", "hotmail", "outlook", "live", "yandex", "gmx"})


def host_of(text: str) -> str:
    """The host of an address or of a page, in lower case and as ASCII; "" where there is none."""
    text = text.strip().lower()
    if "@" in text and "//" not in text:
        host = text.rpartition("@")[2]
    else:
        try:
            host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
        except ValueError:
            return ""
    try:
        host = host.strip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return host if "." in host and " " not in host else ""


def registered(host: str) -> str:
    """What of a host was registered by its owner: “mail.acme.co.uk” is of “acme.co.uk”."""
    labels = host.split(".")
    if len(labels) > 2 and ".".join(labels[-2:]) in _SHARED:
        return ".".join(labels[-3:])
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:]) if len(labels) > 1 else ""


def company_domain(text: str) -> str:
    """The registered domain of an address or page; "" where anybody may have one there."""
    host = host_of(text)
    domain = registered(host) if host else ""
    name = domain.partition(".")[0]
    is_anybodys = domain in _FREE or domain in _SHARED or name in _FREE_NAMES
    # “co.uk” alone is nobody's.
    is_suffix = domain.count(".") == 1 and name in _SECOND and len(domain.rpartition(".")[2]) == 2
    return "" if is_anybodys or is_suffix else domain
