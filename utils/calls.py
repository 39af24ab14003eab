"""Calls of an answer that must run whole on the student's side: with other names in place, or to look at the arguments.

Ordinary calls and all comparisons are the matter of `utils.checks`.
"""

from __future__ import annotations

import inspect

from utils.checks import fresh, on_students_side, told_with
from utils.show import shown_call

_ABSENT = object()


@on_students_side
def _run_with_names(function, names: dict, args: tuple, kwargs: dict):
    __tracebackhide__ = True  # here and below: a notebook's traceback then shows the answer's own lines
    space = getattr(inspect.unwrap(function), "__globals__", None)
    if space is None:
        return function(*args, **kwargs)
    before = {name: space.get(name, _ABSENT) for name in names}
    space.update(names)
    try:
        return function(*args, **kwargs)
    finally:
        for name, value in before.items():
            if value is _ABSENT:
                space.pop(name, None)
            else:
                space[name] = value


class WithNames:
    """A function of which some global names are replaced while it runs; `with_names` makes it."""

    def __init__(self, function, names: dict):
        self.function, self.names = function, names
        self.__name__ = getattr(function, "__name__", "the function")
        self.__wrapped__ = function  # for inspect.signature

    def __call__(self, *args, **kwargs):
        __tracebackhide__ = True
        return _run_with_names(self.function, self.names, args, kwargs)

    def __run_beside__(self, function, args: tuple, kwargs: dict):
        """What is to run where the answer lives runs there for this, too (`utils.checks.on_students_side`)."""
        __tracebackhide__ = True
        run_beside = getattr(type(self.function), "__run_beside__", None)
        if run_beside is None:
            return function.__wrapped__(*args, **kwargs)
        return run_beside(self.function, function, args, kwargs)


def with_names(function, **names) -> WithNames:
    """The function, with the given names of its notebook replaced while it runs.

    A test of one question so uses nothing of another: `with_names(negSamplingLossAndGradient, sigmoid=expit)` calls the
    answer with SciPy's sigmoid in place of the notebook's, whatever stands there.
    """
    if isinstance(function, WithNames):
        return WithNames(function.function, function.names | names)
    return WithNames(function, names)


@on_students_side
def _run_and_look(function, args: tuple) -> tuple:
    __tracebackhide__ = True
    function(*args)
    return args


def arguments_after(function, *args, **names) -> tuple:
    """Call a function with fresh copies of the arguments and return these as they are afterwards.

    Names of the notebook are replaced during the call as in `with_names`.
    """
    __tracebackhide__ = True
    with told_with(shown_call(function, args, {})):
        return tuple(_run_and_look(with_names(function, **names) if names else function, fresh(args)))
