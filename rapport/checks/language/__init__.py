"""Language: words that are missing, doubled or of the wrong form, and what is sure of them."""
