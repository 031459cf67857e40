"""Measure how the time of a convolution grows with the picture and with the kernel.

The notebook's own functions run in a Jupyter kernel, beside the bare `F.conv2d` of the same sizes.
"""

from in_kernel import measure
from timing import spell

SIDES = [256, 512, 1024, 2048, 4096]
KERNELS = [3, 5, 9, 17, 31, 63]
MEASURE = """
import io, json, time
from practical.playground import apply_kernel

def seconds(action):
    action()  # not counted: the first call of a size makes plans
    times = []
    for _ in range(7):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return times

def new_bytes(img, kernel):
    apply_kernel(img, kernel, True)[0].save(io.BytesIO(), format="JPEG")

def wide(kernel):
    return torch.eye(3)[:, :, None, None] * kernel

pictures, kernels = {{}}, {{}}
box = torch.ones(5, 5)
for side in {sides}:
    resized = jpg_to_torch(torch_to_jpg(img).resize((side, side)))
    pictures[side] = {{
        "notebook": seconds(lambda: new_bytes(resized, box)),
        "conv2d": seconds(lambda: F.conv2d(resized[None], wide(box))),
    }}
gray = img[None].mean(dim=1, keepdim=True)
for k in {sizes}:
    row, column = torch.ones(1, 1, 1, k) / k, torch.ones(1, 1, k, 1) / k
    kernels[k] = {{
        "notebook": seconds(lambda: new_bytes(img, torch.ones(k, k))),
        "conv2d": seconds(lambda: F.conv2d(img[None], wide(torch.ones(k, k)))),
        "direct": seconds(lambda: F.conv2d(gray, row * column)),
        "two passes": seconds(lambda: two_passes(gray, row, column)),
        "FFT": seconds(lambda: by_fft(gray, row * column)),
    }}
print(json.dumps({{"pictures": pictures, "kernels": kernels}}))
"""


def print_table(what, columns, rows):
    """Print a table with a row for each size; `columns` are `{title: way}`."""
    print(f"| {what} | {' | '.join(columns)} |\n|--:|{'--:|' * len(columns)}")
    for size, times in rows.items():
        print(f"| {size} | {' | '.join(spell(times[way]) for way in columns.values())} |")


def main():
    code = MEASURE.format(sides=SIDES, sizes=KERNELS)
    times = measure("growth", ["load", "separable-time"], code)
    floors = {"playground's picture": "notebook", "bare `F.conv2d`, 3 to 3 channels": "conv2d"}
    print_table("picture, with 5 × 5", floors, {f"{s}²": t for s, t in times["pictures"].items()})
    print()
    ways = {"`F.conv2d`, 1 channel": "direct", "two passes": "two passes", "FFT": "FFT"}
    rows = {f"{k} × {k}": t for k, t in times["kernels"].items()}
    print_table("kernel, on 512²", floors | ways, rows)


if __name__ == "__main__":
    main()
