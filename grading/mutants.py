"""Mutants: reference answers with one change each, made by mutmut's operators; each must fail a test or be explained.

What people write wrong stands in `wrong/` (`grading.catalogue`); this finds what nobody has written yet. A mutant that
is a right answer, too, is listed with the reason in `equivalent_mutants.toml` beside the master:

    [[mutant]]
    question = "q1_more"
    before = "return x + 1 + 0"
    after = ["return x + 1 - 0"]       # one or more, with the same reason
    reason = "To take nothing away is to add nothing."
"""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from grading.cases import DIED, STUB, Bounds, Case, cut, reference_answers, run_cases
from grading.local import LocalResult
from grading.master import BEGIN_SOLUTION, END_SOLUTION, Master, MasterError
from grading.verdicts import Status

LISTING = "equivalent_mutants.toml"
BOUNDS = Bounds(seconds=5.0, memory=2**30)  # the slowest test of a reference takes half a second
Key = tuple[str, str, str, int]


class NoMutationLibrary(Exception):
    """The library whose operators make the mutants is not installed."""

    def __init__(self):
        super().__init__("Mutants are made by mutmut's operators. Type: python -m pip install -r requirements-dev.txt")


@dataclass(frozen=True)
class Mutant:
    """One mutant: the statement `before` of the reference answer to `question` has become `after`.

    Statements are written as `ast.unparse` writes them, so that comments and line breaks of the master don't matter.
    `place` counts where the same change is possible in several places of the answer. `source` is the whole answer.
    """

    question: str
    before: str
    after: str
    place: int = 1
    source: str = ""

    @property
    def key(self) -> Key:
        """What identifies the mutant in a listing."""
        return self.question, self.before, self.after, self.place

    def __str__(self) -> str:
        return shown_key(self.key)


def shown_key(key: Key) -> str:
    """A mutant in words: its question, the statement before and after, and the place where there are several."""
    question, before, after, place = key
    return f"{question}: `{before}` → `{after}`" + (f" (place {place})" if place > 1 else "")


class _CodeAlone(ast.NodeTransformer):
    """Takes docstrings and annotations away, and defaults as well where the rest alone is wanted."""

    def __init__(self, keep_defaults: bool = True):
        self.keep_defaults = keep_defaults

    def _body(self, node):
        self.generic_visit(node)
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            node.body = node.body[1:] or [ast.Pass()]
        return node

    def visit_FunctionDef(self, node):
        node.returns = None
        return self._body(node)

    visit_ClassDef = _body

    def visit_arguments(self, node):
        self.generic_visit(node)
        if not self.keep_defaults:
            node.defaults, node.kw_defaults = [], [None for _ in node.kwonlyargs]
        return node

    def visit_arg(self, node):
        node.annotation = None
        return node

    def visit_AnnAssign(self, node):
        if node.value is None:
            return ast.Pass()
        return ast.copy_location(ast.Assign([node.target], node.value), node)


def code_of(source: str, keep_defaults: bool = True) -> str:
    """The code of a cell in one form, without comments, docstrings and annotations."""
    return ast.unparse(_CodeAlone(keep_defaults).visit(ast.parse(source)))


def _given(source: str) -> str:
    return code_of(cut(source, BEGIN_SOLUTION, END_SOLUTION, STUB), keep_defaults=False)


def mutants_of(question: str, answer: str) -> list[Mutant]:
    """All mutants of one reference answer: of what stands between the markers, and of defaults in its signatures.

    Raises NoMutationLibrary.
    """
    reference, given = code_of(answer), _given(answer)
    seen, places, mutants = {reference}, Counter(), []
    for source in rewrites(answer):
        try:
            code = code_of(source)
        except SyntaxError:
            continue
        if code in seen or _given(source) != given:
            continue
        seen.add(code)
        before, after = _change(reference.splitlines(), code.splitlines())
        places[before, after] += 1
        mutants.append(Mutant(question, before, after, places[before, after], source))
    return mutants


def _change(old: list[str], new: list[str]) -> tuple[str, str]:
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return "\n".join(map(str.strip, old)), "\n".join(map(str.strip, new))


def rewrites(source: str) -> Iterator[str]:
    """The source with one change, for every change that mutmut's operators make. Raises NoMutationLibrary."""
    try:
        import libcst
        from libcst.metadata import MetadataWrapper
        from mutmut.mutation.mutators import mutation_operators
    except ImportError as error:
        raise NoMutationLibrary from error

    def below(node: libcst.CSTNode) -> Iterator[libcst.CSTNode]:
        yield node
        for child in node.children:
            yield from below(child)

    module = MetadataWrapper(libcst.parse_module(source)).module  # a copy in which no node stands in two places
    for node in below(module):
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                for other in operator(node):
                    yield module.deep_replace(node, other).code


def read_listing(master: Master) -> dict[Key, str]:
    """The listed mutants of an assignment and why each is right: {key: reason}; {} where there is no listing.

    Raises MasterError where the file is not in the form that the module's docstring shows.
    """
    path = master.path.parent / LISTING
    if not path.exists():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])
    except tomllib.TOMLDecodeError as error:
        raise MasterError(path, 1, f"what is not TOML ({error})", "[[mutant]] tables") from error
    reasons: dict[Key, str] = {}
    wanted = {"question": str, "before": str, "after": list, "reason": str}
    for entry in entries:
        place = entry.pop("place", 1)
        if {name: type(value) for name, value in entry.items()} != wanted or not entry["reason"].strip():
            raise MasterError(
                path, 1, f"the entry {entry}", "question, before, after = [...], reason; place, if above 1"
            )
        for after in entry["after"]:
            key = (entry["question"], entry["before"], after, place)
            if key in reasons:
                raise MasterError(path, 1, f"{shown_key(key)} a second time", "each mutant once")
            reasons[key] = entry["reason"]
    return reasons


@dataclass
class Score:
    """How many mutants there are, and what became of them.

    `visible`: killed by visible tests alone; `killed`: by any tests, these among them; `explained`: listed survivors.
    """

    mutants: int
    visible: int = 0
    killed: int = 0
    explained: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def surviving(self) -> int:
        """How many mutants neither fail a test nor are explained."""
        return self.mutants - self.killed - self.explained


def score(
    master: Master,
    progress: Callable[[int, int], None] = lambda done, total: None,
    bounds: Bounds = BOUNDS,
) -> Score:
    """Run the tests of its own question on every mutant; `progress` is told how many have ended, of how many.

    A mutant that never ends or wants more memory than there is fails by that. Raises MasterError, NoMutationLibrary.
    """
    reference, listed = reference_answers(master), read_listing(master)
    mutants = {str(mutant): mutant for item in reference.items() for mutant in mutants_of(*item)}
    cases = [Case("reference", reference)]
    for name, mutant in mutants.items():
        answers = {**reference, mutant.question: mutant.source}
        cases.append(Case(name, answers, only=mutant.question))
    found = Score(len(mutants))
    for key in listed.keys() - {mutant.key for mutant in mutants.values()}:
        found.problems.append(f"{LISTING}: {shown_key(key)} is no mutant of the reference (any more)")
    for done, (case, results) in enumerate(run_cases(master, cases, bounds=bounds)):
        if case.name == "reference":
            found.problems += [
                f"reference: `{test}` {result.status} within the bounds of mutants ({result.reason})"
                for test, result in results.items()
                if result.status is not Status.PASSED
            ]
        else:
            _count(found, mutants[case.name], results, mutants[case.name].key in listed)
        progress(done, len(mutants))
    found.problems.sort()
    return found


def _count(found: Score, mutant: Mutant, results: dict[str, LocalResult], is_listed: bool) -> None:
    """Add what became of one mutant to the score. A process that died counts as killed, but not by visible tests."""
    died = DIED in results.values()
    faults = [
        f"{mutant}: `{test}` has a fault of its own ({result.reason})"
        for test, result in results.items()
        if result.status is Status.GRADER_FAULT and not died
    ]
    if faults:
        found.problems += faults
    elif died or any(result.status is not Status.PASSED for result in results.values()):
        found.killed += 1
        found.visible += not died and any(result.caught_by_visible for result in results.values())
        if is_listed:
            found.problems.append(f"{LISTING}: {mutant} fails a test, so it is not right")
    elif is_listed:
        found.explained += 1
    else:
        found.problems.append(f"{mutant}: passes every test. Improve the tests, or say in {LISTING} why it is right")
