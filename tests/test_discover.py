"""What `discover` says of its kernels is so, and is no accident of a machine.

How much of a pattern is an edge, as a number: the coherence of its structure tensor, 1 where all
slopes (from pixel to pixel) go one way, 0 where none is preferred. Of the mandrill's 36 patterns 32
or 33 are above 0.8, with the starts 0 to 5 and after 30 to 200 steps; of noise with the same
covariance 0 or 1 is, and 0 before the first step. Kurtosis of the answers (8.5 and 3.0 in the
middle) parts picture and noise as well, but a spot has it too, and so have whitened patches (4.8).
"""

import warnings
from contextlib import suppress

import numpy as np
import pytest
import torch
from sklearn.decomposition import FastICA
from torch.nn import functional as F

from notebooks import namespace

NAMES = namespace("load", "discover-decorrelated", "discover-find", "discover", "discover-noise")
IMG, FIND_KERNELS = NAMES["img"], NAMES["find_kernels"]
PATCHES, KERNELS = NAMES["patches"], NAMES["kernels"]
NOISE_KERNELS, NOISE = NAMES["control"](PATCHES)
ROWS = KERNELS.flatten(1).double()


def cut(img):
    """Return the patches of a picture, each less its mean."""
    patches = F.unfold(img[None], 8, stride=4)[0].T
    return patches - patches.mean(dim=1, keepdim=True)


def moved(kernels):
    """Return how far a weight is from the solution's at most, as a share of the largest there."""
    return float((kernels - KERNELS).abs().max() / KERNELS.abs().max())


def whitened():
    """Return the whitened patches, the start, and what makes kernels of a rotation."""
    patches = PATCHES.double()
    variances, directions = torch.linalg.eigh(patches.T @ patches / len(patches))
    variances, directions = variances[-36:], directions[:, -36:]
    start = torch.randn(36, 192, generator=torch.Generator().manual_seed(3)).double()
    unwhiten = directions.T / variances.sqrt()[:, None]
    return patches @ unwhiten.T, NAMES["decorrelated"](start @ directions), unwhiten


def fitted(rows, *components, **settings):
    """Return the components that scikit-learn's FastICA finds, after so many steps as are said."""
    with warnings.catch_warnings(action="ignore"):  # it says that it has not converged
        ica = FastICA(*components, tol=1e-12, **settings).fit(rows.double().numpy())
    return torch.from_numpy(ica.components_)


def edges(kernels, patches):
    """Return how many of 36 patterns are edges, measured as the first lines above say."""
    patterns = ((patches @ kernels.flatten(1).float().T).T @ patches).reshape(36, 3, 8, 8)
    down = patterns[..., 1:, 1:] - patterns[..., :-1, :-1]
    up = patterns[..., :-1, 1:] - patterns[..., 1:, :-1]
    one, other, both = ((a * b).sum(dim=(1, 2, 3)) for a, b in ((down, down), (up, up), (down, up)))
    return int((torch.hypot(one - other, 2 * both) / (one + other) > 0.8).sum())


@pytest.mark.parametrize("seed", range(2))
def test_the_kernels_are_the_same_whatever_signs_the_directions_have(seed, monkeypatch):
    eigh, chance, signs = torch.linalg.eigh, torch.Generator().manual_seed(seed), []

    def flipped(matrix):
        variances, directions = eigh(matrix)
        signs.append(2.0 * torch.randint(2, (192,), generator=chance) - 1)
        return variances, directions * signs[-1]

    monkeypatch.setattr(torch.linalg, "eigh", flipped)
    assert moved(FIND_KERNELS(PATCHES)) < 1e-6
    assert signs and set(signs[0][-36:].tolist()) == {-1, 1}


@pytest.mark.parametrize("seed", range(2))
def test_a_change_of_a_thousandth_in_the_pixels_moves_no_weight_by_more(seed):
    noise = torch.randn(IMG.shape, generator=torch.Generator().manual_seed(seed))
    assert 0 < moved(FIND_KERNELS(cut(IMG + 1e-3 * noise))) < 1e-3


def test_every_kernel_sums_to_0():
    assert ROWS.sum(dim=1).abs().max() < 1e-5 * ROWS.abs().max()


def test_a_convolution_is_the_product_of_every_patch_with_every_kernel():
    maps, products = F.conv2d(IMG[None], KERNELS, stride=4), PATCHES @ KERNELS.flatten(1).T
    assert (maps[0].flatten(1).T - products).abs().max() < 1e-4 * maps.abs().max()


def test_scikit_learn_finds_the_same_36():
    white, start, unwhiten = whitened()
    settings = {"whiten": False, "fun": "logcosh", "max_iter": 60, "w_init": start.numpy()}
    theirs, ours = F.normalize(fitted(white, **settings) @ unwhiten), F.normalize(ROWS)
    likeness, twins = (ours @ theirs.T).abs().max(dim=1)
    assert likeness.min() > 0.9999 and len(set(twins.tolist())) == 36


def test_scikit_learns_own_whitening_spans_the_same_space():
    settings = {"whiten": "unit-variance", "whiten_solver": "eigh", "random_state": 0}
    theirs = fitted(PATCHES, 36, max_iter=1, **settings)  # no step leaves the space
    bases = [np.linalg.qr(one.T)[0] for one in (theirs, ROWS)]
    cosines = np.linalg.svd(bases[0].T @ bases[1], compute_uv=False)
    assert cosines.min() > 0.9999  # not 1: it takes column means off, too


def test_nearly_all_patterns_of_the_picture_are_edges_and_hardly_one_of_noise():
    assert edges(KERNELS, PATCHES) >= 30
    assert edges(NOISE_KERNELS, NOISE) <= 3


def test_before_the_first_step_there_are_no_edges():
    _, start, unwhiten = whitened()
    assert edges(start @ unwhiten, PATCHES) <= 3


def test_the_noise_is_correlated_as_the_patches_are():
    theirs, ours = (one.T @ one / len(one) for one in (NOISE, PATCHES))
    assert (theirs - ours).norm() < 0.05 * ours.norm()


@pytest.mark.parametrize("img", [0 * IMG + 90, IMG[:, :24, :24]], ids=["flat", "tiny"])
def test_a_picture_that_is_too_small_or_too_flat_gets_a_sentence(img):
    with pytest.raises(ValueError, match=r"^This picture is too small or too flat for 36 kernels"):
        FIND_KERNELS(cut(img))


@pytest.mark.parametrize("patches", [PATCHES[:999], 0 * PATCHES], ids=["found", "an error"])
def test_afterwards_torch_has_as_many_threads_as_before(patches):
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    with suppress(ValueError):
        FIND_KERNELS(patches)
    after = torch.get_num_threads()
    torch.set_num_threads(before)
    assert after == 2
