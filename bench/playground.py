"""Measure how long the playground takes from a change to new bytes, beside `interact`.

Both run in one Jupyter kernel, on the 512 × 512 mandrill, in turns: the playground of the
notebook, and the usual way to build one, `ipywidgets.interact` with `plt.imshow`.
"""

import sys
from pathlib import Path

import nbformat
from jupyter_client.manager import run_kernel

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = nbformat.read(ROOT / "convolution_101_solutions.ipynb", as_version=4)
CELLS = ["load", "playground-kernels", "playground"]
MEASURE = """
%matplotlib inline
import statistics, time

box = playground()
names, numbers, divide, status = box.children[0].children
choice = widgets.Dropdown(options=list(PLAYGROUND))

@widgets.interact(name=choice)
def usual(name):
    plt.imshow(apply_kernel(img, read_kernel(PLAYGROUND[name]), True)[0])
    plt.show()

def milliseconds(change, values):
    start = time.perf_counter()
    change.value = values
    return 1000 * (time.perf_counter() - start)

times = {"playground": [], "interact": []}
for name in [*[*PLAYGROUND][1:], "identity"] * 4:  # never the same twice in a row
    times["playground"].append(milliseconds(names, name))
    times["interact"].append(milliseconds(choice, name))
for name, values in times.items():
    low, middle, high = min(values), statistics.median(values), max(values)
    print(f"{name:12}{middle:6.1f} ms   ({low:.1f} to {high:.1f})")
ratio = statistics.median(times["playground"]) / statistics.median(times["interact"])
print(f"playground / interact = {ratio:.2f}, medians of {len(times['interact'])} changes")
"""


def main():
    sources = {cell.id: cell.source for cell in SOLUTIONS.cells if cell.cell_type == "code"}
    setup = [source for name, source in sources.items() if name.startswith("setup-")]
    printed = []

    def collect(message):
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])
        if message["msg_type"] == "error":
            sys.exit("\n".join(message["content"]["traceback"]))

    with run_kernel(cwd=ROOT) as client:
        for source in [*setup, *(sources[name] for name in CELLS), MEASURE]:
            printed.clear()
            client.execute_interactive(source, output_hook=collect, timeout=300)
    print("".join(printed), end="")


if __name__ == "__main__":
    main()
