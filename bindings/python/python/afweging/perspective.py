"""Perspectives: where the account of each person stands.

The states are frozen dataclasses under one closed union, made for `match`. A text is `None` when nobody said it, or
when the law had it erased.

>>> from afweging.perspective import Declined, Heard, Perspective
>>> def line(state: Perspective) -> str:
...     match state:
...         case Declined(reason):
...             return f"declined: {reason}"
...         case _:
...             return str(state.name)
>>> line(Declined("wants her lawyer there first"))
'declined: wants her lawyer there first'
>>> line(Heard())
'Heard'
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias, Union

from ._enum import StrEnum


class PerspectiveName(StrEnum):
    """The name of each state, as it stands in the JSON."""

    UNHEARD = "Unheard"
    INVITED = "Invited"
    HEARD = "Heard"
    CONFIRMED = "Confirmed"
    CONTESTED = "Contested"
    DECLINED = "Declined"
    NOT_HEARD = "NotHeard"


@dataclass(frozen=True, slots=True)
class Unheard:
    """Nobody has asked yet."""

    name: ClassVar[PerspectiveName] = PerspectiveName.UNHEARD


@dataclass(frozen=True, slots=True)
class Invited:
    """Asked, and not yet heard."""

    name: ClassVar[PerspectiveName] = PerspectiveName.INVITED


@dataclass(frozen=True, slots=True)
class Heard:
    """Heard; the person has not yet said whether the account is right."""

    name: ClassVar[PerspectiveName] = PerspectiveName.HEARD


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Heard, and the person agrees with the account."""

    name: ClassVar[PerspectiveName] = PerspectiveName.CONFIRMED


@dataclass(frozen=True, slots=True)
class Contested:
    """Heard, and the person objects; the correction is in their own words."""

    correction: str | None
    name: ClassVar[PerspectiveName] = PerspectiveName.CONTESTED


@dataclass(frozen=True, slots=True)
class Declined:
    """Invited, and the person would not; the reason is theirs, if they gave one."""

    reason: str | None
    name: ClassVar[PerspectiveName] = PerspectiveName.DECLINED


@dataclass(frozen=True, slots=True)
class NotHeard:
    """Not heard, with the ground for it."""

    ground: NotHeardGround
    reason: str | None
    name: ClassVar[PerspectiveName] = PerspectiveName.NOT_HEARD


@dataclass(frozen=True, slots=True)
class TooYoung:
    """Ground: too young to be heard."""


@dataclass(frozen=True, slots=True)
class Unsafe:
    """Ground: asking would bring somebody into danger."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Ground: could not be found, after so many attempts."""

    attempts: int


@dataclass(frozen=True, slots=True)
class Urgent:
    """Ground: there was no time; it is looked at again by this date."""

    look_back: date


@dataclass(frozen=True, slots=True)
class Other:
    """Ground: none of the others; the reason says which."""


NotHeardGround: TypeAlias = Union[TooYoung, Unsafe, Unreachable, Urgent, Other]
"""Why somebody was not heard."""

Perspective: TypeAlias = Union[Unheard, Invited, Heard, Confirmed, Contested, Declined, NotHeard]
"""The state of one perspective; a type checker knows that there are no others."""

__all__ = [
    "Confirmed",
    "Contested",
    "Declined",
    "Heard",
    "Invited",
    "NotHeard",
    "NotHeardGround",
    "Other",
    "Perspective",
    "PerspectiveName",
    "TooYoung",
    "Unheard",
    "Unreachable",
    "Unsafe",
    "Urgent",
]
