"""The names of Sweden's regions, as they call themselves."""

import re

REGIONER = (
    *("Region Blekinge", "Region Dalarna", "Region Gotland", "Region Gävleborg", "Region Halland"),
    *("Region Jämtland Härjedalen", "Region Jönköpings län", "Region Kalmar län", "Region Kronoberg"),
    *("Region Norrbotten", "Region Skåne", "Region Stockholm", "Region Sörmland", "Region Uppsala"),
    *("Region Värmland", "Region Västerbotten", "Region Västernorrland", "Region Västmanland"),
    *("Region Örebro län", "Region Östergötland", "Västra Götalandsregionen"),
)
_LIKE = 75  # of 100, for what is left without Region and län: an invented name is none of these
_COMMON = re.compile(r"^region\b|\blän$", re.IGNORECASE)


def meant_region(name: str) -> str | None:
    """Return the region that a name is nearly that of; None where it is one's name, or like none."""
    from rapport.nearest import nearest

    if name in REGIONER:
        return None
    by_bare = {_COMMON.sub("", known).strip(): known for known in REGIONER}
    found = nearest(_COMMON.sub("", name).strip(), by_bare, least=_LIKE)
    return by_bare[found] if found else None
