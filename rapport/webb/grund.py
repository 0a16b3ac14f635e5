"""What a text that a page has sent grew out of: the newest that both it and the answer as it stands go on from."""

from collections.abc import Mapping
from typing import NamedTuple

from rapport.webb.strid import Sending
from rapport.workflow.answering import SvarPost, stamp
from rapport.workflow.skrivna import Sent, Skrivna


class Grund(NamedTuple):
    """What is said of it beside how it was sent: the version's name, the version where it is known here, an older one.

    ``was`` was in the file at some time, and all that its writer has written since then is in what she has sent.
    """

    version: str
    known: SvarPost | None
    was: SvarPost | None


class Base(NamedTuple):
    """What a text grew out of, None where that has to be told; whether nothing that has come since is in both.

    Where it ``is_whole``, all that the text has of others comes with it, too.
    """

    post: SvarPost | None
    is_sure: bool = True
    is_whole: bool = False


def base_of(fraga: str, grund: Grund, sending: Sending, skrivna: Skrivna) -> Base:
    """Return what a text grew out of.

    That is what its writer had sent before it, where she has not been answered; she will have gone on from that.
    """
    last = skrivna.last(sending.skrivare, fraga) or Sent(0, None)
    if last.post and (last.nummer > sending.svarat or stamp(last.post) == grund.version):
        return Base(last.post, last.sett <= last.nummer)
    if grund.known:
        return Base(grund.known)
    return _anew(grund, sending, last, skrivna.numbers(fraga))


def _anew(grund: Grund, sending: Sending, last: Sent, have: Mapping[str, int]) -> Base:
    """Return what it grew out of where the program has been started anew, and what was not on disk is lost.

    That is what she had been answered with, if all that was in that came into the file, or all of hers: what was lost
    of others comes by themselves. Else it is what was on disk then, and she brings all that she had seen: but where
    some of others' came into the file, too, it would be there twice.
    """
    sett, me = sending.sett or {}, sending.skrivare
    others = [writer for writer in sett if writer != me]
    is_shared = any(min(sett[writer], have.get(writer, 0)) > sending.disk_sett.get(writer, 0) for writer in others)
    is_kept = all(have.get(writer, 0) >= sett[writer] for writer in others)
    has_hers = have.get(me, 0) >= sett.get(me, 0)
    is_whole = not (sending.grund and sending.sett is not None and has_hers and (is_kept or is_shared))
    number, post = (sending.disk, grund.was) if is_whole else (sett.get(me, 0), sending.grund)
    if last.post and grund.was and last.nummer > number:
        number, post = last.nummer, last.post
    return Base(post, have.get(me, 0) <= number and not (is_whole and is_shared), is_whole)
