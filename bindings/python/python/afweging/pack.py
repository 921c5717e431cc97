"""Law packs: dated law as data, parsed once."""

from ._native import Pack

__all__ = ["Pack"]
