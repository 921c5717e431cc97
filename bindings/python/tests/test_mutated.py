"""Whatever comes in, a typed error comes out: never a panic, never another exception."""

import random

import pytest
from conftest import Vector

from afweging import AfwegingError, Dossier, Pack, assess

NASTY = ["", "\0", "\ud7ff", "\U0010ffff", "{", "]", '"', "\\u0000", "null", "[" * 2000]
NASTY += ["-1", "1e999", "99999999999999999999"]


def mutate(text: str, seed: int) -> str:
    """Changes one to four places: cuts, doubles, swaps or replaces a piece."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice([0, 1, 1, 4, 40]))
        piece = text[start:end]
        new = chance.choice(["", piece * 2, piece[::-1], chance.choice(NASTY), str(chance.randrange(10))])
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize("seed", range(200))
def test_no_input_panics(seed: int, vector: Vector, pack: Pack) -> None:
    # A panic would arrive as PanicException, which is no Exception and fails the test.
    try:
        dossier = Dossier.from_json(mutate(vector.dossier, seed))
    except AfwegingError as error:
        assert str(error) and "\n" not in str(error)
    else:
        assess(dossier, pack, vector.at)
        assert Dossier.from_json(dossier.to_json()) == dossier
    try:
        Dossier.from_json(vector.dossier).record(mutate('{"recorded":"2026-03-10T12:00:00Z","by":"w"}', seed))
    except AfwegingError:
        pass
    with pytest.raises(UnicodeEncodeError):
        Dossier.from_json("\ud800")
