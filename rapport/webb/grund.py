"""What a text that a page has sent grew out of: the newest that both it and the answer as it stands go on from."""

from collections.abc import Mapping
from typing import NamedTuple

from rapport.webb.strid import Sending
from rapport.workflow.answering import SvarPost, stamp
from rapport.workflow.skrivna import Skrivna


class Grund(NamedTuple):
    """What is said of it beside how it was sent: the version's name, the version where it is known here, an older one.

    ``was`` was in the file at some time, and all that its writer has written since then is in what she has sent.
    """

    version: str
    known: SvarPost | None
    was: SvarPost | None


def base_of(fraga: str, grund: Grund, sending: Sending, skrivna: Skrivna) -> SvarPost | None:
    """Return what a text grew out of; None where that has to be told.

    That is what its writer had sent before it, where she has not been answered; she will have gone on from that. Where
    the program has been started anew, it is what she had been answered with, if all that was in that came into the
    file; else the newest that the file can have of what she had.
    """
    last = skrivna.last(sending.skrivare, fraga)
    sent = last.post if last else None
    if last and sent and (last.nummer > sending.svarat or stamp(sent) == grund.version):
        return sent
    if grund.known:
        return grund.known
    if sending.grund and sending.sett is not None and _has(skrivna.numbers(fraga), sending.sett):
        has_gone_on = last and sent and last.nummer > sending.sett.get(sending.skrivare, 0)
        return sent if has_gone_on else sending.grund
    return sent if last and sent and grund.was and last.nummer > sending.disk else grund.was


def _has(received: Mapping[str, int], numbers: Mapping[str, int]) -> bool:
    return all(received.get(writer, 0) >= nummer for writer, nummer in numbers.items())
