"""`NamedTuple`, made in a tenth of the time.

That of `typing` compiles a function for each class and an expression for each annotation, and needs `typing` itself: for
the classes of this package, 20 ms of every run. Type checkers see the original.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]  # what namedtuple uses, in C where there is C
from types import FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any
    from typing import NamedTuple as NamedTuple

_new = tuple.__new__
# One constructor for each number of fields: a class gets the code with its own names for the parameters.
_CONSTRUCTORS: dict[int, Callable[..., Any]] = {
    1: lambda _cls, a: _new(_cls, (a,)),
    2: lambda _cls, a, b: _new(_cls, (a, b)),
    3: lambda _cls, a, b, c: _new(_cls, (a, b, c)),
    4: lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
    5: lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
    6: lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
    7: lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
    8: lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
    9: lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
    10: lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
    11: lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
    12: lambda _cls, a, b, c, d, e, f, g, h, i, j, k, l: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, l)),  # noqa: E741
}


def _constructor(fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
    if len(fields) in _CONSTRUCTORS:
        code = _CONSTRUCTORS[len(fields)].__code__
    else:
        names = ", ".join(fields)
        code = eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__
    code = code.replace(co_varnames=("_cls", *fields), co_name="__new__", co_qualname="__new__")
    return FunctionType(code, {"_new": _new, "__builtins__": {}}, "__new__", defaults)


def _make(cls: Any, values: Iterable[Any]) -> Any:
    made = _new(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Any, /, **changes: Any) -> Any:
    made = _new(type(self), map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"unexpected field names: {list(changes)}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _plain(self: Any) -> tuple[Any, ...]:
    return tuple(self)


def _repr(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"


class _Maker(type):
    """Makes of a class statement below `NamedTuple` a subclass of tuple that has nothing of `NamedTuple`."""

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        if not bases:
            return type.__new__(cls, name, bases, space)
        # Strings, for every module has `from __future__ import annotations`: nothing is evaluated.
        fields = tuple(space["__annotations__"])
        defaults = tuple(space[field] for field in fields if field in space)
        for number, field in enumerate(fields):
            space[field] = _tuplegetter(number, None)
        shared: dict[str, Any] = {
            "_make": classmethod(_make),
            "_replace": _replace,
            "_asdict": _asdict,
            "__repr__": _repr,
            "__getnewargs__": _plain,
        }
        own = {
            "__slots__": (),
            "__match_args__": fields,
            "_fields": fields,
            "_field_defaults": dict(zip(fields[len(fields) - len(defaults) :], defaults, strict=True)),
            "__new__": _constructor(fields, defaults),
        }
        return type(name, (tuple,), shared | space | own)


if not TYPE_CHECKING:

    class NamedTuple(metaclass=_Maker):
        """As `typing.NamedTuple`: the fields are the annotations of the class, and values in it are their defaults."""
