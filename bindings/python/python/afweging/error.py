"""The exceptions. All are `AfwegingError`; what a program needs is in fields, never only in the text.

>>> from afweging import Dossier, InputError
>>> try:
...     Dossier.from_json("[")
... except InputError as error:
...     error.code
'AFW-INPUT-001'
"""


class AfwegingError(Exception):
    """The base of every exception of this package; `str()` of it is one line of text."""

    def __init__(self, text: str, *fields: object) -> None:
        # All of them are arguments, because that is what pickle hands back to the constructor.
        super().__init__(text, *fields)
        self.text = text

    def __str__(self) -> str:
        return self.text


class InputError(AfwegingError, ValueError):
    """What was read is not what its format says; nothing was changed.

    `code` is stable (`AFW-INPUT-…`), `path` names the place (`entries[12].event.origin`), `reason` is for people.
    """

    def __init__(self, text: str, code: str, path: str, reason: str) -> None:
        super().__init__(text, code, path, reason)
        self.code = code
        self.path = path
        self.reason = reason


class PackError(AfwegingError):
    """A law pack that cannot be used: which `file`, on which `line` (0 when it is about the whole), at which `key`."""

    def __init__(self, text: str, code: str, file: str, line: int, key: str, reason: str) -> None:
        super().__init__(text, code, file, line, key, reason)
        self.code = code
        self.file = file
        self.line = line
        self.key = key
        self.reason = reason


class Refusal(AfwegingError):
    """An entry that contradicts what is already recorded. The dossier is as it was.

    `path` names the place inside the entry. When a state machine refused it, `state` says where things stood and
    `allowed` what was possible from there; otherwise both are empty.
    """

    def __init__(
        self, text: str, code: str, path: str, reason: str, state: str, allowed: tuple[str, ...]
    ) -> None:
        super().__init__(text, code, path, reason, state, allowed)
        self.code = code
        self.path = path
        self.reason = reason
        self.state = state
        self.allowed = allowed


__all__ = ["AfwegingError", "InputError", "PackError", "Refusal"]
