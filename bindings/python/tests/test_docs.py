"""Every example in a docstring runs, those of the native classes too."""

import doctest
from inspect import isroutine
from types import ModuleType

import pytest

import afweging
from afweging import error, perspective


@pytest.mark.parametrize("module", [afweging, error, perspective])
def test_the_examples_run(module: ModuleType) -> None:
    outcome = doctest.testmod(module)
    assert outcome.attempted > 0 and outcome.failed == 0


@pytest.mark.parametrize("kind", [afweging.Pack, afweging.Dossier, afweging.Assessment])
def test_the_native_classes_have_examples(kind: type) -> None:
    examples = doctest.DocTestFinder().find(kind, kind.__name__)
    runner = doctest.DocTestRunner()
    for example in examples:
        runner.run(example)
    assert runner.tries > 0 and runner.failures == 0


def test_everything_public_is_documented() -> None:
    for name in afweging.__all__:
        thing = getattr(afweging, name)
        if not (isinstance(thing, type) or isroutine(thing)):
            continue  # a union of types cannot carry a docstring
        assert thing.__doc__, name
        members = getattr(thing, "__dict__", {})  # a native function has none
        public = [getattr(thing, member) for member in members if not member.startswith("_")]
        assert all(member.__doc__ for member in public if callable(member)), name
