"""Reading, recording, and what was known when."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from afweging import AfwegingError, Dossier, InputError, Refusal
from afweging.perspective import Declined, Invited, NotHeard, PerspectiveName, Unheard, Urgent

DAY = date(2026, 3, 31)


def test_recording_an_entry(dossier: Dossier, entry: Callable[..., str]) -> None:
    before = dossier.head
    assert dossier.record(entry("invited", person="mother", forum="talk")) == len(dossier) == 7
    assert dossier.head != before
    assert dossier.perspective_on("mother", DAY) == Invited()


def test_a_state_carries_its_data(dossier: Dossier) -> None:
    assert dossier.perspective_on("mother", DAY) == Declined("wants “Zoë”, her lawyer, there first")
    assert dossier.perspective_on("child", DAY) == NotHeard(
        Urgent(look_back=date(2026, 3, 17)), reason="moved in the night"
    )
    assert dossier.perspective_on("nobody", DAY) == Unheard()


def test_a_state_is_read_on_a_day(dossier: Dossier) -> None:
    state = dossier.perspective_on("mother", day=date(2026, 3, 2))
    assert state == Invited()
    assert state.name is PerspectiveName.INVITED and str(state.name) == "Invited"
    with pytest.raises(TypeError, match="expected a date, not a datetime"):
        dossier.perspective_on("mother", datetime(2026, 3, 2))


def test_a_person_is_an_id(dossier: Dossier) -> None:
    with pytest.raises(ValueError, match="64 characters"):
        dossier.perspective_on("Jan Jansen", DAY)


def test_known_at_shows_nothing_that_came_later(dossier: Dossier) -> None:
    recorded = datetime(2026, 3, 3, 10, 30, 0, 123456, tzinfo=timezone.utc)
    assert len(dossier.known_at(recorded)) == 5
    assert len(dossier.known_at(recorded - timedelta(microseconds=1))) == 4
    assert len(dossier.known_at(recorded.astimezone(timezone(timedelta(hours=2))))) == 5
    assert len(dossier) == 6


def test_known_at_refuses_a_naive_datetime(dossier: Dossier) -> None:
    with pytest.raises(ValueError, match="time zone"):
        dossier.known_at(datetime(2026, 3, 3))


def test_a_wrong_input_names_the_place() -> None:
    with pytest.raises(InputError) as caught:
        Dossier.from_json('{"format": "afweging/dossier/1", "id": "d1", "entries": [{"seq": "one"}]}')
    error = caught.value
    assert isinstance(error, AfwegingError) and isinstance(error, ValueError)
    assert (error.code, error.path) == ("AFW-INPUT-001", "entries[0].seq")
    assert "one" in error.reason
    assert "\n" not in str(error) and error.path in str(error)


def test_a_wrong_entry_changes_nothing(dossier: Dossier) -> None:
    before = dossier.to_json()
    with pytest.raises(InputError):
        dossier.record("{}")
    assert dossier.to_json() == before


def test_a_refusal_says_what_was_allowed(dossier: Dossier, entry: Callable[..., str]) -> None:
    before = dossier.to_json()
    with pytest.raises(Refusal) as caught:
        dossier.record(entry("account_confirmed", person="mother"))
    refusal = caught.value
    assert (refusal.code, refusal.state) == ("AFW-INPUT-008", "Declined")
    assert "heard" in refusal.allowed and "account_confirmed" not in refusal.allowed
    assert refusal.reason in str(refusal)
    assert dossier.to_json() == before
