"""What cannot be answered is said in words, with the status that tells the page what to do: try again, ask, give up."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rapport.errors import InputError, OutputError, RapportError, RefusedError, reason
from rapport.webb.arbete import Arbete
from rapport.webb.hamtat import UnbuiltError
from rapport.webb.strid import StridError, UnknownError
from rapport.webb.svar import strid_data
from rapport.webb.vakt import RefusedRequestError

Answer = Callable[[Arbete, Request], Awaitable[Response]]
Given = Callable[[Request], Awaitable[Response]]
_BUG = "Ett fel i programmet: {}. Det du har skrivit finns kvar i fliken. Ladda om sidan."


def answered(arbete: Arbete, answer: Answer) -> Given:
    """Return what answers a question about a report, in words too where it cannot be done."""

    async def of_report(request: Request) -> Response:
        return await answer(arbete, request)

    return answered_by(of_report, arbete.failed)


def answered_by(answer: Given, failed: Callable[[Exception], None]) -> Given:
    """Return what answers a question, in words too where it cannot be done; ``failed`` is told of a fault of ours."""

    async def given(request: Request) -> Response:
        try:
            return await answer(request)
        except (StridError, UnbuiltError) as error:
            return JSONResponse({"fel": str(error), **_more(error)}, 409)
        except RefusedRequestError as error:
            return JSONResponse({"fel": str(error)}, error.status)
        except RapportError as error:
            return JSONResponse({"fel": str(error)}, _status(error))
        except OSError as error:
            return JSONResponse({"fel": f"Filerna kan inte användas: {reason(error)}."}, 507)
        except Exception as error:  # noqa: BLE001 - one answer less is all that a fault of ours may cost
            failed(error)
            return JSONResponse({"fel": _BUG.format(type(error).__name__)}, 500)

    return given


def _more(error: StridError | UnbuiltError) -> dict[str, Any]:
    return {"strid": strid_data(error.strid)} if isinstance(error, StridError) else {"kvar": error.data}


def _status(error: RapportError) -> int:
    if isinstance(error, RefusedError):
        return 410 if isinstance(error, UnknownError) else 409
    if isinstance(error, OutputError):
        return 507
    return 400 if isinstance(error, InputError) else 500


async def body_of(request: Request) -> dict[str, Any]:
    """Return what a page sends, by its keys; InputError where it is nothing of the kind."""
    try:
        data = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise InputError("Frågan är inte JSON.") from error
    if not isinstance(data, dict):
        raise InputError("Frågan är inte JSON med nycklar.")
    return data
