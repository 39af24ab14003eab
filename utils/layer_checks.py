"""How test cells talk to an answer that is a class: make an object, call its methods, look at its params and grads.

All of it runs in one piece where the student's objects live (`utils.checks.on_students_side`), because a model keeps
the arrays that a layer had in `params` and `grads` when it was made, and what counts is what happens to these.
"""

from __future__ import annotations

import numpy as np

from utils.checks import CheckFailed, Outcome, fresh, on_students_side
from utils.show import shown

SEEN = ("result", "params", "grads", "held grads")
_ABSENT = object()


def play(make, args: tuple, *steps: tuple, tables: tuple = (), **names) -> Story:
    """Make an object with `make(*args)` and take one step after another.

    A step is a method and its arguments, ("forward", idx); or ("params[0] +=", values), what an optimiser does; or
    ("argument 0 +=", values), which changes the first argument of `make` in place. `tables` are written into `params`
    before the first step, in place. `names` of the notebook are replaced while it runs, as in `utils.calls.with_names`.
    """
    first, lines = _lines(make, args, steps, tables)
    text = "\n".join(f"{number} | {line}" for number, line in enumerate([*first, *lines], 1))
    try:
        told = _play(make, args, steps, tables, names)
    except Exception as error:
        error.add_note(f"in\n{text}")
        raise
    return Story(text, len(first) + 1, len(lines), told)


def check_refusal(error_type, make, args: tuple, *steps: tuple, hint: str = "") -> None:
    """Check that a play ends with an exception of the given type; other exceptions pass through."""
    try:
        story = play(make, args, *steps)
    except error_type:
        return
    story.result(len(steps) - 1).fail(f"a {error_type.__name__} with a sentence that says why", hint)


class Story:
    """What happened in one `play`: its methods give Outcomes. Steps count from 0.

    Attribute `notes`: for each replaced name that notes something (`utils.standins.Noting`), its notes.
    """

    def __init__(self, text: str, first_step: int, steps: int, told):
        self._text, self._first_step = text, first_step
        self._seen, self.notes = told if _is_told(told, steps) else ([dict.fromkeys(SEEN)] * steps, {})

    def result(self, step: int = 0) -> Outcome:
        """What a step returned."""
        return self._part(step, "result", None)

    def param(self, step: int, number: int = 0) -> Outcome:
        """One of the params, as it is after a step."""
        return self._part(step, "params", number)

    def grad(self, step: int, number: int = 0) -> Outcome:
        """One of the grads, as it is after a step."""
        return self._part(step, "grads", number)

    def held_grad(self, step: int, number: int = 0) -> Outcome:
        """The array that was at this place of grads when the object was made, as it is after a step."""
        return self._part(step, "held grads", number)

    def _part(self, step: int, what: str, number: int | None) -> Outcome:
        found = self._seen[step][what]
        shown_as = {"result": "the result", "held grads": f"the first array in grads[{number}]"}
        name = shown_as.get(what, f"{what}[{number}]") + f" of line {step + self._first_step}" * (len(self._seen) > 1)
        return Outcome(self._text, found if number is None else _item(found, number), name)

    def counts(self, number: int) -> None:
        """Check that params and grads are lists of so many arrays."""
        for name in ("params", "grads"):
            found = self._seen[0][name]
            if not isinstance(found, list | tuple) or len(found) != number:
                arrays = f"{number} array{'s' * (number != 1)}"
                Outcome(self._text, found, name).fail(f"a list of {arrays}, made in __init__ and kept from then on")


def _is_told(told, steps: int) -> bool:
    """Whether this is what `_play` returns; where a student's process answers, it might be anything."""
    if not isinstance(told, tuple | list) or len(told) != 2 or not isinstance(told[1], dict):
        return False
    seen = told[0]
    return isinstance(seen, list) and len(seen) == steps and all(isinstance(s, dict) and {*SEEN} <= {*s} for s in seen)


def _lines(make, args, steps, tables) -> tuple[list[str], list[str]]:
    """The play as one would type it: (lines before the first step, a line for each step)."""
    first = [f"made = {getattr(make, '__name__', 'the class')}({', '.join(map(shown, args))})"]
    first += [f"made.params[{number}][...] = {shown(table)}" for number, table in enumerate(tables)]
    lines = []
    for method, *given in steps:
        if method.startswith("argument"):
            lines.append(f"{method} {shown(given[0])}")
        elif method.startswith("params"):
            lines.append(f"made.{method} {shown(given[0])}")
        else:
            lines.append(f"made.{method}({', '.join(map(shown, given))})")
    return first, lines


@on_students_side
def _play(make, args, steps, tables, names) -> tuple:
    for value in names.values():
        if hasattr(value, "notes"):
            value.notes.clear()
    before = [(space, name, space.get(name, _ABSENT)) for space in _spaces(make) for name in names]
    try:
        for space, name, value in before:
            if value is not make:  # a class may name itself
                space[name] = names[name]
        seen = _take_steps(make, fresh(args), fresh(steps), fresh(tables))
    finally:
        for space, name, value in before:
            if value is _ABSENT:
                space.pop(name, None)
            else:
                space[name] = value
    return seen, {name: value.notes for name, value in names.items() if hasattr(value, "notes")}


def _spaces(make) -> list[dict]:
    """The global names that the methods of a class (or a function) use."""
    found = [make, *(value for kind in getattr(make, "__mro__", ()) for value in vars(kind).values())]
    spaces = {}
    for value in found:
        space = getattr(getattr(value, "__func__", value), "__globals__", None)
        if isinstance(space, dict):
            spaces[id(space)] = space
    return list(spaces.values())


def _take_steps(make, args, steps, tables) -> list[dict]:
    made = make(*args)
    params, grads = _listed(made, "params"), _listed(made, "grads")
    for number, table in enumerate(tables):
        _array(params, number, table.shape)[...] = table
    seen = []
    for method, *given in steps:
        result = None
        if method.startswith("argument"):
            args[int(method.split()[1])][...] += given[0]
        elif method.startswith("params"):
            _array(params, int(method[len("params[") : method.index("]")]), given[0].shape)[...] += given[0]
        else:
            result = _copy(_method(made, method)(*given))
        state = {"params": _listed(made, "params"), "grads": _listed(made, "grads"), "held grads": grads}
        seen.append({"result": result} | {name: _copies(found) for name, found in state.items()})
    return seen


def _method(made, name: str):
    found = getattr(made, name, None)
    if not callable(found):
        raise CheckFailed(f"{type(made).__name__} has no method {name}: keep the names of the answer cell.")
    return found


def _listed(made, name: str):
    found = getattr(made, name, None)
    return list(found) if isinstance(found, list | tuple) else found


def _item(found, number: int):
    return found[number] if isinstance(found, list | tuple) and len(found) > number else None


def _array(found, number: int, shape: tuple) -> np.ndarray:
    array = _item(found, number)
    if not isinstance(array, np.ndarray) or array.shape != shape or array.dtype.kind != "f":
        came = f"an array of shape {array.shape}" if isinstance(array, np.ndarray) else shown(array)
        raise CheckFailed(f"params[{number}] is {came}; an array of floats of shape {shape} is wanted.")
    return array


def _copies(found):
    return [_copy(item) for item in found] if isinstance(found, list) else found


def _copy(value):
    return value.copy() if isinstance(value, np.ndarray) else value
