"""Measure how long the playground takes from a change to new bytes, beside `interact`.

Both run in one Jupyter kernel, on the 512 × 512 mandrill, in turns: the playground of the
notebook, the usual way to build one, `ipywidgets.interact` with `plt.imshow`, and what neither can
avoid, the bare convolution and the bare JPEG.
"""

from in_kernel import measure
from timing import header, row

MEASURE = """
%matplotlib inline
import io, json, time
import ipywidgets as widgets
from practical.playground import apply_kernel, playground, read_kernel

KERNELS = known_kernels
box = playground(KERNELS, lambda: img)
names, numbers, divide, status, row, column, lens = box.children[0].children
choice = widgets.Dropdown(options=list(KERNELS))

@widgets.interact(name=choice)
def usual(name):
    plt.imshow(apply_kernel(img, read_kernel(KERNELS[name]), True)[0])
    plt.show()

def bare(name):
    w = torch.eye(3)[:, :, None, None] * kernels[name]
    levels = F.conv2d(img[None], w)[0].clamp(0, 255).to(torch.uint8)
    Image.fromarray(levels.permute(1, 2, 0).numpy()).save(io.BytesIO(), format="JPEG")

def seconds(change):
    start = time.perf_counter()
    change()
    return time.perf_counter() - start

kernels = {name: read_kernel(text) for name, text in KERNELS.items()}
times = {"playground": [], "lens": [], "interact": [], "bare": []}
for name in [*[*KERNELS][1:], "identity"] * 4:  # never the same twice in a row
    times["playground"].append(seconds(lambda: setattr(names, "value", name)))
    times["lens"].append(seconds(lambda: setattr(column, "value", (column.value + 7) % 500)))
    times["interact"].append(seconds(lambda: setattr(choice, "value", name)))
    times["bare"].append(seconds(lambda: bare(name)))
print(json.dumps(times))
"""


def main():
    times = measure("playground", ["load", "playground-kernels"], MEASURE)
    floor = "bare convolution and bare JPEG", times["bare"]
    print(header("from a change to new bytes"))
    print(row("the playground", times["playground"], *floor))
    print(row("its lens, at another place", times["lens"], *floor))
    print(row("`interact` with `plt.imshow`", times["interact"], *floor))


if __name__ == "__main__":
    main()
