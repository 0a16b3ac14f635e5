"""Authorities, departments, programmes and other bodies, and the names and acronyms they go by."""
