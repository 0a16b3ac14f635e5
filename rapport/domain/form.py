"""Form: what every part of a form, as data from outside, has in common."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Form(BaseModel):
    """A part of a form: it is read once and never changed."""

    # A model is built when the first of its kind is read: of the form's, only Mall is read by itself.
    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=False, validate_by_alias=True, defer_build=True
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return another with some fields changed, validated as any is.

        pydantic's own copy checks nothing, and takes along what the first has found out about itself.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        copy = type(self).model_validate({**fields, **(update or {})}, by_name=True, by_alias=False)
        return super(Form, copy).model_copy(deep=True) if deep else copy
