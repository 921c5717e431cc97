"""The same bytes as every other language."""

from conftest import Vector

from afweging import Assessment, Dossier, Pack, assess


def test_the_shared_vector(vector: Vector, dossier: Dossier, pack: Pack) -> None:
    assessment = assess(dossier, pack, at=vector.at)
    assert isinstance(assessment, Assessment)
    assert assessment.to_json().encode() == vector.assessment


def test_a_dossier_comes_back_as_it_went(dossier: Dossier) -> None:
    assert Dossier.from_json(dossier.to_json()) == dossier
