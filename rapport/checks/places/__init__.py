"""Municipalities and counties: which belong where, and how many there are."""
