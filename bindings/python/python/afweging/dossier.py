"""The dossier: an append-only log that is read once and grows entry by entry."""

from ._native import Dossier

__all__ = ["Dossier"]
