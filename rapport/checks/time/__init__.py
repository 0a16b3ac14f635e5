"""Dates: those that cannot be, and what is told of as done, planned or of another year."""
