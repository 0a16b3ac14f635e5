"""The bytes of a text file, from Excel or an agency's system → text."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(raw: bytes) -> str | None:
    """Return the text: by its byte order mark, or else UTF-8, or Windows-1252; None when it is none of them."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _try(raw[len(mark) :], encoding)
    if b"\0" in raw:
        # In Swedish text every other byte of UTF-16 is zero; which half says the byte order.
        is_little = raw[1::2].count(0) >= raw[::2].count(0)
        text = _try(raw, "utf-16-le" if is_little else "utf-16-be")
    else:
        text = _try(raw, "utf-8")
        text = _try(raw, "cp1252") if text is None else text
    return None if text is None or "\0" in text else text


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
