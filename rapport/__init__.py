"""Rapport: the tool with which Sweden's regions write their yearly report to the government."""
