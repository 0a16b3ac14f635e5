"""Words around an announced number: what says that not all is counted up, and numbers that announce nothing."""

import re

from rapport.domain.mangder import Mangd

OPEN = re.compile(
    r"\b(?:bland annat|bl\.? ?a\b|bland dem|däribland|till exempel|t\.ex\.|exempelvis|såsom|främst|framför allt"
    r"|i första hand|med flera|m\.? ?fl|m\.? ?m|med mera|etc|osv|och så vidare|varav|inklusive|dels|antingen|respektive"
    r"|per|vardera|av)\b|…|\.\.\.|/",
    re.IGNORECASE,
)
SOME_OF = re.compile(r"(?<!består )(?<!bestod )(?<!bestående )(?:\bav (?:[\w-]+ ){1,4}|(?<!s )\bav )$", re.IGNORECASE)
NOT_COUNTED = re.compile(
    r"(?:år|dagar?|månad\w*|veck\w+|timm\w+|gånger|procent\w*|kr|kronor|mil|km|kilometer|meter|personer|sätt)\b"
)
_MOST = 15


def is_count(mangd: Mangd) -> bool:
    """Whether a quantity may say how many things follow."""
    return mangd.slag == "antal" and not mangd.is_rough and 1 < mangd.value <= _MOST and mangd.value % 1 == 0
