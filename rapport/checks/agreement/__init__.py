"""Agreement: whether a determiner, its adjectives and its noun are inflected alike."""
