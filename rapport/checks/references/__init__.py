"""References to what a report does not have."""
