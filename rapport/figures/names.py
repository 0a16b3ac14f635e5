"""Names: what people call a file, a column or a value → what an expression calls it."""

import unicodedata

from rapport.domain.mall import file_word


def identifier(text: str) -> str:
    """Return a text as a name in an expression: ”Beviljat belopp” is beviljat_belopp; a digit gets _ before it."""
    word = file_word(unicodedata.normalize("NFC", text)).replace("-", "_")
    return f"_{word}" if word[:1].isdigit() else word
