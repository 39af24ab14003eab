"""Calls of an answer that must run whole on the student's side: with other names in place, or to look at the arguments.

Ordinary calls and all comparisons are the matter of `utils.checks`.
"""

from __future__ import annotations

import inspect

from utils.checks import fresh, on_students_side

_ABSENT = object()


@on_students_side
def _run_with_names(function, names: dict, args: tuple, kwargs: dict):
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


def with_names(function, **names):
    """The function, with the given names of its notebook replaced while it runs.

    A test of one question so uses nothing of another: `with_names(negSamplingLossAndGradient, sigmoid=expit)` calls the
    answer with SciPy's sigmoid in place of the notebook's, whatever stands there.
    """

    def replaced(*args, **kwargs):
        return _run_with_names(function, names, args, kwargs)

    replaced.__name__ = getattr(function, "__name__", "the function")
    return replaced


@on_students_side
def _run_and_look(function, names: dict, args: tuple) -> tuple:
    if names:
        _run_with_names(function, names, args, {})
    else:
        function(*args)
    return args


def arguments_after(function, *args, **names) -> tuple:
    """Call a function with fresh copies of the arguments and return these as they are afterwards.

    Names of the notebook are replaced during the call as in `with_names`.
    """
    return tuple(_run_and_look(function, names, fresh(args)))
