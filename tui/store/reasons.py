"""Why the system refuses, in words that a person can act on."""

from __future__ import annotations

import errno

from tui.cases.sentence import Sentence, say


def reason(error: OSError) -> Sentence | str:
    """The end of a sentence, without its full stop; in the words of the system where it is rare."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return say("you have no right to it. Give yourself the right to read it")
        case errno.ENOENT:
            return say("it is not there")
        case errno.EISDIR:
            return say("it is a folder")
        case errno.ENOTDIR:
            return say("something in its path is no folder")
        case errno.EIO:
            return say("its disk does not answer well. Save what you can to another one")
        case errno.ENOSPC:
            return say("there is no room left. Free some space")
        case errno.EROFS:
            return say("its disk is read-only for you")
        case errno.ELOOP:
            return say("its links lead in a circle. Take one of them away")
    return error.strerror or type(error).__name__
