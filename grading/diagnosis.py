"""Which known mistake a submission makes: compares what its tests saw with what they saw of the catalogue's answers.

What is seen of a result, and when two are alike, stands in `utils.diagnosis`. Two tables are kept, made from one run of
the catalogue: `grading/data/mistakes.json` holds all tests, and `utils/data/mistakes.json`, which travels to students,
the visible ones. Counting over a class is the matter of `grading.mistakes`.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from grading.catalogue import Entry
from grading.local import LocalResult
from grading.verdicts import Status, question_of
from utils import diagnosis
from utils.diagnosis import Seen, alike, either, is_raised

TABLE = Path(__file__).parent / "data" / "mistakes.json"


@dataclass(frozen=True)
class Outcome:
    """What is known of one test: how it ended, in which part, and what it saw when it failed."""

    test: str
    status: Status
    hidden: bool
    seen: Seen | None

    @property
    def question(self) -> str:
        return question_of(self.test)


class Knowledge:
    """What tests see of known mistakes, {test: {mistake: [hidden, call, fingerprint]}}, and the texts for students."""

    def __init__(self, tests: dict[str, dict[str, list]], texts: dict[str, str]):
        self.tests, self.texts = tests, texts

    def mistakes(self, outcomes: Iterable[Outcome]) -> dict[str, tuple[str, ...]]:
        """For each failed test of a submission the known mistakes that explain it; none for most unknown ones.

        A mistake explains a question when each of its tests ends as it does with that mistake, at least one of them by
        a value that came back: exceptions alone tell nothing. Where none does (two mistakes in one answer, say), each
        test with a value is explained by itself, by the few mistakes that fit and fail no test that was passed: a right
        answer that misses one edge is not told another mistake.
        """
        questions: dict[str, list[Outcome]] = {}
        for outcome in outcomes:
            questions.setdefault(outcome.question, []).append(outcome)
        found = {}
        for own in questions.values():
            known = sorted({mistake for outcome in own for mistake in self.tests.get(outcome.test, {})})
            values = [outcome for outcome in own if outcome.seen is not None and not is_raised(outcome.seen)]
            whole = [
                mistake
                for mistake in known
                if all(self._fits(mistake, outcome) for outcome in own)
                and any(self._explains(mistake, outcome) for outcome in values)
            ]
            ruled_out = {mistake for mistake in known for outcome in own if self._is_ruled_out(mistake, outcome)}
            for outcome in own:
                if outcome.seen is not None and outcome.status is not Status.PASSED:
                    alone = tuple(m for m in known if m not in ruled_out and self._explains(m, outcome))
                    both = tuple(mistake for mistake in alone if mistake in whole)
                    found[outcome.test] = both or (alone if self.text(alone) and outcome in values else ())
        return found

    def text(self, mistakes: Iterable[str]) -> str:
        """What a student is told; "" where it is not clear which mistake it is."""
        return either(self.texts[mistake] for mistake in mistakes)

    def _is_ruled_out(self, mistake: str, outcome: Outcome) -> bool:
        """Whether the test went further than it does with this mistake."""
        known = self.tests.get(outcome.test, {}).get(mistake)
        return known is not None and (outcome.status is Status.PASSED or (outcome.hidden and not known[0]))

    def _fits(self, mistake: str, outcome: Outcome) -> bool:
        if outcome.status is Status.PASSED:
            return not self._is_ruled_out(mistake, outcome)
        return outcome.seen is None or self._explains(mistake, outcome)

    def _explains(self, mistake: str, outcome: Outcome) -> bool:
        known = self.tests.get(outcome.test, {}).get(mistake)
        if known is None or outcome.seen is None:
            return False
        hidden, call, fingerprint = known
        return (hidden, call) == (outcome.hidden, outcome.seen[0]) and alike(fingerprint, outcome.seen[1])


def gather(results: Iterable[tuple[Entry, Mapping[str, LocalResult]]]) -> Knowledge:
    """The knowledge from a run of the catalogue's wrong answers: (entry, {test: result}) each.

    Mistakes that show by exceptions alone are left out.
    """
    tests: dict[str, dict[str, list]] = {}
    texts = {}
    for entry, ended in sorted(results, key=lambda pair: pair[0].path):
        name = f"{entry.question}/{entry.name}"
        own = {
            test: result
            for test, result in ended.items()
            if result.seen is not None and question_of(test) == entry.question
        }
        if all(is_raised(result.seen) for result in own.values()):
            continue
        texts[name] = " ".join(entry.explanation.split())
        for test, result in own.items():
            tests.setdefault(test, {})[name] = [result.hidden, *result.seen]
    return Knowledge(tests, texts)


@functools.cache
def knowledge() -> Knowledge:
    """What is kept, of all assignments."""
    kept = json.loads(TABLE.read_text(encoding="utf-8"))
    return Knowledge(kept["tests"], kept["texts"])


def differences(kept: Knowledge, now: Knowledge, questions: Iterable[str]) -> list[str]:
    """The mistakes of these questions of which the tests see something else now, or whose text is another one."""
    tests = sorted(test for test in kept.tests.keys() | now.tests.keys() if question_of(test) in set(questions))
    found = set()
    for test in tests:
        one, other = kept.tests.get(test, {}), now.tests.get(test, {})
        for mistake in one.keys() | other.keys():
            same = mistake in one and mistake in other and one[mistake][:2] == other[mistake][:2]
            if not (same and alike(one[mistake][2], other[mistake][2]) and kept.texts[mistake] == now.texts[mistake]):
                found.add(mistake)
    return sorted(found)


def keep(now: Knowledge, questions: Iterable[str]) -> None:
    """Write both tables anew: these questions' part from `now`, the others' as it was."""
    questions = set(questions)
    before = knowledge() if TABLE.exists() else Knowledge({}, {})
    tests = {test: known for test, known in before.tests.items() if question_of(test) not in questions} | now.tests
    texts = {name: text for name, text in before.texts.items() if name.split("/")[0] not in questions} | now.texts
    _write(TABLE, {"tests": dict(sorted(tests.items())), "texts": dict(sorted(texts.items()))})
    seen: dict[str, list] = {}
    for test in sorted(tests):
        for mistake, (hidden, call, fingerprint) in tests[test].items():
            if is_raised((call, fingerprint)):
                continue  # a notebook gives no reason for it
            if not hidden and [mistake, fingerprint] not in seen.setdefault(call, []):
                seen[call].append([mistake, fingerprint])
    visible = sorted({mistake for known in seen.values() for mistake, _ in known})
    fails: dict[str, list[str]] = {mistake: [] for mistake in visible}
    for test in sorted(tests):
        for mistake, (hidden, *_) in tests[test].items():
            if not hidden and mistake in fails:
                fails[mistake].append(test)
    _write(diagnosis.TABLE, {"seen": seen, "texts": {name: texts[name] for name in visible}, "fails": fails})
    knowledge.cache_clear()


def _write(path: Path, table: dict[str, dict]) -> None:
    """A line for each entry, so that a change is small."""
    parts = []
    for name, entries in table.items():
        lines = ",\n".join(
            f"{json.dumps(key)}:{json.dumps(value, separators=(',', ':'))}" for key, value in entries.items()
        )
        parts.append(f"{json.dumps(name)}:{{\n{lines}\n}}")
    path.parent.mkdir(exist_ok=True)
    path.write_text('{"made by":"workbook fingerprints",\n' + ",\n".join(parts) + "}\n", encoding="utf-8")
