"""Compile articles and event notes into a static, sourced timeline."""

__version__ = "0.1.0"
