"""The handles and values behave as Python values do: they print, compare, copy and pickle."""

import copy
import pickle
from collections.abc import Callable
from datetime import datetime, timezone
from threading import Thread

import pytest
from conftest import Vector

from afweging import Dossier, InputError, Pack, Refusal, assess
from afweging.perspective import Declined


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling(protocol: int, vector: Vector, dossier: Dossier, pack: Pack) -> None:
    for value in (dossier, pack, assess(dossier, pack, at=vector.at), dossier.perspective_on("mother", vector.at)):
        again = pickle.loads(pickle.dumps(value, protocol))
        assert again == value and type(again) is type(value)


def test_pickling_errors(dossier: Dossier, entry: Callable[..., str]) -> None:
    for kind, text in ((InputError, "{}"), (Refusal, entry("account_confirmed", person="mother"))):
        with pytest.raises(kind) as caught:
            dossier.record(text)
        again = pickle.loads(pickle.dumps(caught.value))
        assert type(again) is kind and vars(again) == vars(caught.value) and str(again) == str(caught.value)


def test_a_pack_of_another_version_does_not_unpickle(pack: Pack) -> None:
    frozen = pickle.dumps(pack, protocol=0).replace(pack.hash.encode(), b"0" * 64)
    with pytest.raises(ValueError, match="pickled with pack"):
        pickle.loads(frozen)


def test_a_view_of_the_past_stays_one(dossier: Dossier, entry: Callable[..., str]) -> None:
    known = dossier.known_at(datetime(2026, 3, 4, tzinfo=timezone.utc))
    for view in (known, pickle.loads(pickle.dumps(known))):
        assert view == known
        with pytest.raises(Refusal):
            view.record(entry("invited", person="mother", forum="talk"))


def test_a_copy_is_independent(dossier: Dossier, entry: Callable[..., str]) -> None:
    twin = copy.copy(dossier)
    twin.record(entry("invited", person="mother", forum="talk"))
    assert twin != dossier


def test_readable_repr(vector: Vector, dossier: Dossier, pack: Pack) -> None:
    assert repr(dossier).startswith("<Dossier of 6 entries, head ")
    assert repr(pack).startswith("<Pack nl")
    state = dossier.perspective_on("mother", vector.at)
    assert repr(state) == "Declined(reason='wants “Zoë”, her lawyer, there first')"


def test_values_are_frozen(pack: Pack) -> None:
    with pytest.raises(AttributeError):
        setattr(Declined("a"), "reason", "b")
    with pytest.raises(AttributeError):
        setattr(pack, "id", "b")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Dossier.from_json('{"format": "afweging/dossier/1", "id": "d1", "entries": []}'))


def test_assessing_while_others_record(vector: Vector, dossier: Dossier, pack: Pack, entry: Callable[..., str]) -> None:
    """The lock and the GIL never wait for each other, and an assessment sees whole entries only."""
    texts: set[str] = set()
    threads = [
        Thread(target=lambda: texts.update(assess(dossier, pack, vector.at).to_json() for _ in range(200))),
        Thread(target=lambda: [dossier.record(entry("invited", person="mother", forum="talk")) for _ in range(200)]),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
        assert not thread.is_alive()
    assert len(dossier) == 206 and texts
