"""`python -m utils`: what a student or a class room's keeper types. Each command's work is done in its own module."""

from __future__ import annotations

import argparse
import sys


def parser() -> argparse.ArgumentParser:
    """The command line; a command is a sub-parser with a function `run(arguments) -> exit status`."""
    made = argparse.ArgumentParser(prog="python -m utils", description="The workbook's own commands.")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="run the visible tests of a saved notebook and count the points")
    check.add_argument("file", metavar="FILE", help="the notebook, such as a1.ipynb")
    check.set_defaults(run=_check)

    data = commands.add_parser("data", help="see, fetch and check corpora and vectors, before a class needs them")
    data.add_argument("action", choices=("list", "fetch", "check"), help="what to do")
    data.add_argument(
        "names", nargs="*", default=[], metavar="NAME", help="corpora and vectors; all that are known by default"
    )
    data.add_argument("--folder", help="fetch into this folder; students name it in the variable WORKBOOK_DATA")
    data.set_defaults(run=_data)
    return made


def _check(arguments: argparse.Namespace) -> int:
    from utils import local_check

    return local_check.main(arguments.file)


def _data(arguments: argparse.Namespace) -> int:
    from utils import stock

    return stock.run(arguments.action, arguments.names, arguments.folder)


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 if all went well, 1 if something is missing or damaged, 2 if the command is not understood."""
    arguments = parser().parse_args(words)
    try:
        return arguments.run(arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "utils":
            raise
        print(
            f"The package {error.name} is not installed for this Python ({sys.executable}). Activate the environment, "
            "as README.md says, or type python -m pip install -r requirements.txt; then try again."
        )
        return 2


if __name__ == "__main__":
    sys.exit(main())
