"""Weighing with four uncertainties: child and family protection decisions in the Netherlands.

The main job in four lines:

>>> from datetime import date
>>> from afweging import Dossier, Pack, assess
>>> dossier = Dossier.from_json('{"format": "afweging/dossier/1", "id": "d1", "entries": []}')
>>> assess(dossier, Pack.nl(), at=date(2026, 3, 31))  # doctest: +ELLIPSIS
<Assessment of ... bytes>

The modules have the names of the core's modules: `pack`, `dossier`, `perspective`, `assess`, `error`.
"""

# `assess` is a module and the function in it. The module is imported first, so that the name ends as the function.
from .assess import Assessment, assess
from .dossier import Dossier
from .error import AfwegingError, InputError, PackError, Refusal
from .pack import Pack
from .perspective import Perspective, PerspectiveName

__all__ = [
    "AfwegingError",
    "Assessment",
    "Dossier",
    "InputError",
    "Pack",
    "PackError",
    "Perspective",
    "PerspectiveName",
    "Refusal",
    "assess",
]
