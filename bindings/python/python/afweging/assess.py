"""A dossier, a law pack and a date in; an assessment out."""

from ._native import Assessment, assess

__all__ = ["Assessment", "assess"]
