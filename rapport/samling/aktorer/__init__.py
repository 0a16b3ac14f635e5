"""Which bodies an answer names: those that are known, those that their words or their company show to be bodies."""
