# @title The checks of Going further: each raises Mistake where the answer is wrong
import numpy as np
import torch
from torch.nn import functional as F

from practical.one_line import Mistake
from practical.probes import alike, require, require_sums, require_tensor

SECRET = torch.tensor([[-2.0, -1, 0], [-1, 1, 1], [0, 1, 2]])  # do not look
SOBEL = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])


def by_hand(answer):
    noise = torch.Generator().manual_seed(0)
    for size, k in [((6, 6), (3, 3)), ((5, 9), (3, 3)), ((8, 7), (2, 4)), ((4, 4), (4, 4))]:
        image, kernel = (torch.randn(shape, generator=noise) for shape in (size, k))
        truth = F.conv2d(image[None, None], kernel[None, None])[0, 0]
        turned = F.conv2d(image[None, None], kernel.flip(0, 1)[None, None])[0, 0]
        result = answer.result("conv2d_by_hand", image, kernel)
        case = f"The image was {size}, the kernel {k}."
        output = require_tensor("conv2d_by_hand(…)", result, truth.shape, hint=case)
        require(not alike(output, turned), "The kernel is flipped. F.conv2d does not turn it.")
        require(alike(output, truth), f"The sums are not those of F.conv2d. {case}")


def padding(answer):
    for case in (512, 5, 0, 1), (9, 3, 1, 1), (10, 3, 0, 2), (11, 4, 3, 5), (3, 3, 0, 7):
        size, k, border, stride = case
        row = F.conv1d(torch.zeros(1, 1, size), torch.zeros(1, 1, k), None, stride, border)
        found, wanted = answer.result("output_size", *case), row.shape[2]
        kind = f"`output_size` returns a {type(found).__name__}, not one whole number."
        require(isinstance(found, (int, np.integer)), kind)
        require(found == wanted, f"output_size{case} returns {found}; F.conv2d makes {wanted}.")
    value = answer.value("padding")
    require(isinstance(value, (int, np.integer)), "`padding` is one whole number.")
    require(value == 2, f"With a padding of {value}, 512 pixels become {512 + 2 * value - 4}.")


def sobel(answer):
    x, y = (answer.tensor(name, (3, 3)) for name in ("sobel_x", "sobel_y"))
    for name, kernel, to in ("sobel_x", x, "left to right"), ("sobel_y", y.T, "top to bottom"):
        kernel = kernel / kernel.abs().max() * 2
        is_x, is_y = (
            min((kernel - one).abs().max() for one in (right, -right)) < 0.01
            for right in (SOBEL, SOBEL.T)
        )
        require(not is_y, f"`{name}` should answer to changes from {to}.")
        require(is_x, f"`{name}` is not Sobel's: a difference from {to}, times 1, 2, 1.")
    same = alike(x.abs().max() / y.abs().max(), torch.ones(()))
    require(same, "The two kernels have not the same scale.")
    batch = answer.picture()[None].mean(dim=1, keepdim=True)
    g_x, g_y = (F.conv2d(batch, kernel[None, None])[0, 0] for kernel in (x, y))
    shapes = [(*ones, *g_x.shape) for ones in ((), (1,), (1, 1))]
    strength = answer.tensor("magnitude", *shapes, hint="Take the grey picture, no padding.")
    if alike(strength, torch.hypot(g_x, g_y)):
        return
    require(not alike(strength, g_x.abs() + g_y.abs()), "This adds the two without squares.")
    require(not alike(strength, g_x**2 + g_y**2), "The square root is missing.")
    raise Mistake("`magnitude` does not follow the formula.")


def separable(answer):
    row = answer.tensor("row_kernel", (1, 1, 1, 15), hint="One row, 15 columns.")
    column = answer.tensor("column_kernel", (1, 1, 15, 1), hint="15 rows, one column.")
    require((row * column).any(), "A kernel of zeros makes everything black.")
    require_sums((row * column)[0], 1)
    bell = torch.exp(-((torch.arange(15) - 7.0) ** 2) / (2 * 3.0**2))
    truth = torch.outer(bell, bell) / bell.sum() ** 2
    require(alike((row * column)[0, 0], truth, 1e-5), "Two passes do not make the Gaussian blur.")
    costs = answer.value("cost_2d"), answer.value("cost_1d")
    known = all(isinstance(cost, (int, float, np.integer)) for cost in costs)
    require(known, "Each cost is one number.")
    require(costs[0] == 225, f"`cost_2d` is {costs[0]}. How many weights has 15 × 15?")
    require(costs[1] == 30, f"`cost_1d` is {costs[1]}. Add up two windows.")


def learn(answer):
    learned = answer.tensor("learned", (1, 1, 3, 3), (3, 3))
    require(learned.any(), "`learned` is still all zeros: no step has moved it.")
    require(not alike(learned, SECRET.flip(0, 1)), "This is the kernel upside down.")
    off = (learned - SECRET).abs().max()
    require(off < 10, "The values run away. Is the old gradient forgotten before the new one?")
    require(off <= 0.01, f"A weight is still off by {off:.2g}. More steps, or larger ones?")
