"""Every shared vector that this surface allows: its point, and the full list of codes (``docs/src/vectors.md``)."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from conftest import VECTORS

from afweging import Dossier, InputError, Pack, Refusal, assess

MANIFEST = json.loads((VECTORS / "manifest.json").read_text(encoding="utf-8"))
NAMES = [f"{level}/{name}" for level, names in MANIFEST["levels"].items() for name in names]

# What a vector can ask for and this package has no call for yet.
NOT_HERE = ("region", "beside")


def read(name: str) -> dict[str, Any]:
    vector: dict[str, Any] = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
    return vector


def codes(value: object) -> Iterator[str]:
    """The codes of findings and duties: whatever has a field ``code``."""
    if isinstance(value, list):
        for item in value:
            yield from codes(item)
    elif isinstance(value, dict):
        if isinstance(value.get("code"), str):
            yield value["code"]
        for field in value.values():
            yield from codes(field)


def said(vector: dict[str, Any], pack: Pack) -> tuple[str | None, dict[str, Any]]:
    """The code with which the door refuses it, or the assessment."""
    try:
        dossier = Dossier.from_json(json.dumps(vector["dossier"]))
        if "record" in vector:
            dossier.record(json.dumps(vector["record"]))
    except (InputError, Refusal) as error:
        return error.code, {}
    return None, json.loads(assess(dossier, pack, at=date.fromisoformat(vector["at"])).to_json())


def holds(expect: dict[str, Any], refused: str | None, assessment: dict[str, Any]) -> bool:
    """Whether the point of a vector holds."""
    ((kind, of),) = expect.items()
    if kind == "refused":
        return bool(refused == of)
    if refused is not None:
        return False
    steps = {step["step"]: step for step in assessment["steps"]}
    match kind:
        case "shows":
            return of in codes(assessment)
        case "lacks":
            return of not in codes(assessment)
        case "gate":
            gates = {gate["gate"]: gate["outcome"] for gate in steps[of["step"]]["gates"]}
            return bool(gates[of["gate"]] == of["outcome"])
        case "may":
            allowed = {may["who"].get("actor") for may in steps[of["step"]][f"who_may_{of['act']}"]}
            return (of["actor"] in allowed) is of["may"]
        case "due" | "not_due":
            days = [duty.get("due") for duty in assessment["duties"] if duty.get("reckoning", {}).get("term") == of["term"]]
            return of["last"] in days if kind == "due" else not days
        case "fact":
            (fact,) = [fact for fact in assessment["uncertainties"]["facts"] if fact["statement"] == of["statement"]]
            return all(fact[field] == of[field] for field in ("support", "roots_for", "roots_against"))
        case "stands":
            stands = steps[of["step"]]["stands"]
            return (stands["decision"], stands["execution"]) == (of["decision"], of["execution"])
    return False


@pytest.mark.parametrize("name", [name for name in NAMES if not any(need in read(name) for need in NOT_HERE)])
def test_a_vector_holds(name: str, pack: Pack) -> None:
    vector = read(name)
    assert vector["pack"] == pack.id
    refused, assessment = said(vector, pack)
    assert holds(vector["expect"], refused, assessment), vector["point"]
    assert sorted({refused} if refused else set(codes(assessment))) == vector["codes"]


def test_every_vector_is_run_or_named_as_not_here() -> None:
    there = {f"{level}/{file.stem}" for level in MANIFEST["levels"] for file in (VECTORS / level).glob("*.json")}
    assert there == set(NAMES)
    not_here = [name for name in NAMES if any(need in read(name) for need in NOT_HERE)]
    assert len(NAMES) >= 300
    assert len(not_here) <= 4, not_here


@pytest.mark.parametrize("name", MANIFEST["dossiers"])
def test_a_kept_dossier_reads_and_is_assessed(name: str, pack: Pack) -> None:
    kept = read(name.removesuffix(".json"))
    dossier = Dossier.from_json(json.dumps(kept.get("dossier", kept)))
    again = Dossier.from_json(dossier.to_json())
    assert again == dossier
    for at in (date(2015, 1, 1), date(2026, 1, 1)):
        assert assess(dossier, pack, at=at).to_json() == assess(again, pack, at=at).to_json()
