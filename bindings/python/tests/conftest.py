"""What the tests share: the vector that every binding reads, and small inputs."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from afweging import Dossier, Pack

# The vectors lie at the root of the repository, because they are shared by all languages.
VECTORS = Path(__file__).resolve().parents[3] / "tests" / "vectors"


@dataclass(frozen=True)
class Vector:
    """One shared case: a dossier, a date, and the bytes of the assessment that every language must give."""

    dossier: str
    at: date
    assessment: bytes


@pytest.fixture(scope="session")
def vector() -> Vector:
    folder = VECTORS / "slice"
    return Vector(
        dossier=(folder / "dossier.json").read_text(encoding="utf-8"),
        at=date.fromisoformat((folder / "at.txt").read_text(encoding="ascii").strip()),
        assessment=(folder / "assessment.json").read_bytes(),
    )


@pytest.fixture
def dossier(vector: Vector) -> Dossier:
    """A fresh one for each test, since a dossier can be written to."""
    return Dossier.from_json(vector.dossier)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return Pack.nl()


@pytest.fixture(scope="session")
def entry() -> Callable[..., str]:
    """Builds the JSON of one entry: its kind and what it says."""

    def build(kind: str, **says: object) -> str:
        return json.dumps(
            {"recorded": "2026-03-10T12:00:00Z", "occurred": "2026-03-10", "by": "worker-1", "event": {kind: says}}
        )

    return build
