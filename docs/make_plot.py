"""Makes docs/a1-plot.png, the README's picture: the countries and trade words as a1's reference notebook draws them."""

import base64
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from grading.build import HOME, copy_utils

PLOT = 1  # the second picture of the notebook that plots words; the first is of the counts, this one of trained vectors


def main() -> None:
    """Run the reference notebook and keep the picture."""
    notebook = nbformat.read(HOME / "source/a1/a1.ipynb", as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        copy_utils(Path(folder))
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": folder}}).execute()
    pictures = [
        output.data["image/png"]
        for cell in notebook.cells
        if cell.cell_type == "code" and "plot_embeddings(" in cell.source
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    (HOME / "docs/a1-plot.png").write_bytes(base64.b64decode(pictures[PLOT]))


if __name__ == "__main__":
    main()
