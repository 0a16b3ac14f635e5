"""What the figures of a report say of each other: sums, shares, changes, numbers of things."""
