"""Quotations made by the thousand, each known to be true or known to be false."""
