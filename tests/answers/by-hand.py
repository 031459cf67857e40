# %% [markdown]
# Answers to *A convolution by hand*. The set-up and `load` have run before each.


# %% two loops and a patch verdict="right"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# %% four loops verdict="right"
def conv2d_by_hand(image, kernel):
    rows = image.shape[0] - kernel.shape[0] + 1
    columns = image.shape[1] - kernel.shape[1] + 1
    output = torch.zeros(rows, columns)
    for y in range(rows):
        for x in range(columns):
            for i in range(kernel.shape[0]):
                for j in range(kernel.shape[1]):
                    output[y, x] += kernel[i, j] * image[y + i, x + j]
    return output


# %% one shifted picture a weight verdict="right"
def conv2d_by_hand(image, kernel):
    rows, columns = (n - k + 1 for n, k in zip(image.shape, kernel.shape, strict=True))
    output = 0
    for (i, j), weight in np.ndenumerate(kernel.numpy()):
        output = output + float(weight) * image[i : i + rows, j : j + columns]
    return output


# %% a list of lists, then a tensor verdict="right"
def conv2d_by_hand(image, kernel):
    k_h, k_w = kernel.shape
    output = []
    for y in range(len(image) - k_h + 1):
        places = range(len(image[0]) - k_w + 1)
        output.append([float((image[y : y + k_h, x : x + k_w] * kernel).sum()) for x in places])
    return torch.tensor(output)


# %% all windows at once verdict="right"
def conv2d_by_hand(image, kernel):
    windows = image.unfold(0, kernel.shape[0], 1).unfold(1, kernel.shape[1], 1)
    return torch.einsum("yxij,ij->yx", windows, kernel)


# %% in NumPy, float64 verdict="right"
def conv2d_by_hand(image, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(image.double().numpy(), kernel.shape)
    return torch.from_numpy((windows * kernel.numpy()).sum(axis=(2, 3)))


# %% unfolded, one product of matrices verdict="right"
def conv2d_by_hand(image, kernel):
    rows, columns = image.shape[0] - kernel.shape[0] + 1, image.shape[1] - kernel.shape[1] + 1
    patches = F.unfold(image[None, None], kernel.shape)[0]
    return (kernel.reshape(1, -1) @ patches).reshape(rows, columns)


# %% asked of torch verdict="right"
def conv2d_by_hand(image, kernel):
    return F.conv2d(image[None, None], kernel[None, None], padding="valid").squeeze(0).squeeze(0)


# %% a layer with the kernel as its weight verdict="right"
def conv2d_by_hand(image, kernel):
    layer = nn.Conv2d(1, 1, kernel.shape, bias=False)
    layer.weight.data = kernel[None, None].clone()
    return layer(image[None])[0]


# %% by the Fourier transform verdict="right"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    spectrum = torch.fft.rfft2(image) * torch.fft.rfft2(kernel, s=image.shape).conj()
    return torch.fft.irfft2(spectrum, s=image.shape)[: height - k_h + 1, : width - k_w + 1]


# %% one large matrix verdict="right"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    rows, columns = height - k_h + 1, width - k_w + 1
    matrix = torch.zeros(rows * columns, height, width, dtype=image.dtype)
    for place in range(rows * columns):
        y, x = divmod(place, columns)
        matrix[place, y : y + k_h, x : x + k_w] = kernel
    return (matrix.flatten(1) @ image.flatten()).view(rows, columns)


# %% row by row in one dimension verdict="right"
def conv2d_by_hand(image, kernel):
    rows = image.shape[0] - kernel.shape[0] + 1
    output = torch.zeros(rows, image.shape[1] - kernel.shape[1] + 1)
    for i, weights in enumerate(kernel):
        output += F.conv1d(image[i : i + rows, None], weights[None, None])[:, 0]
    return output


# %% NumPy's correlate, a row at a time verdict="right"
def conv2d_by_hand(image, kernel):
    image, kernel = image.numpy(), kernel.numpy()
    lines = []
    for y in range(len(image) - len(kernel) + 1):
        pairs = zip(image[y:], kernel, strict=False)
        lines.append(sum(np.correlate(row, weights, mode="valid") for row, weights in pairs))
    return torch.tensor(np.array(lines))


# %% lists and plain Python numbers verdict="right"
def conv2d_by_hand(image, kernel):
    pixels, weights = image.tolist(), kernel.tolist()
    output = []
    for y in range(len(pixels) - len(weights) + 1):
        line = []
        for x in range(len(pixels[0]) - len(weights[0]) + 1):
            total = 0.0
            for i, row in enumerate(weights):
                for j, weight in enumerate(row):
                    total += weight * pixels[y + i][x + j]
            line.append(total)
        output.append(line)
    return torch.tensor(output)


# %% turned twice verdict="right"
def conv2d_by_hand(image, kernel):
    turned = torch.rot90(kernel, 2)
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y in range(k_h - 1, height):
        for x in range(k_w - 1, width):
            for i in range(k_h):
                for j in range(k_w):
                    output[y - k_h + 1, x - k_w + 1] += turned[i, j] * image[y - i, x - j]
    return output


# %% padded, then the border cut off verdict="right"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    padded = F.pad(image, (k_w, k_w, k_h, k_h))
    full = torch.zeros(height + k_h, width + k_w)
    for y in range(height + k_h):
        for x in range(width + k_w):
            full[y, x] = torch.sum(padded[y : y + k_h, x : x + k_w] * kernel)
    return full[k_h : height + 1, k_w : width + 1]


# %% strides set by hand verdict="right"
def conv2d_by_hand(image, kernel):
    image = image.contiguous()
    places = [n - k + 1 for n, k in zip(image.shape, kernel.shape, strict=True)]
    windows = image.as_strided((*places, *kernel.shape), image.stride() * 2)
    return torch.tensordot(windows, kernel, dims=2)


# %% the kernel taken apart into columns and rows verdict="right"
def conv2d_by_hand(image, kernel):
    columns, scale, rows = torch.linalg.svd(kernel.double(), full_matrices=False)
    output = 0
    for column, factor, row in zip(columns.T, scale, rows, strict=True):
        across = image.double().unfold(1, len(row), 1) @ row
        output = output + factor * (across.unfold(0, len(column), 1) @ column)
    return output.float()


# %% stacked numbers, with a gradient verdict="right"
def conv2d_by_hand(image, kernel):
    weights = kernel.clone().requires_grad_()
    k_h, k_w = weights.size()
    lines = []
    for y in range(image.size(0) - k_h + 1):
        band = image[y : y + k_h]
        sums = [(band[:, x : x + k_w] * weights).sum() for x in range(band.size(1) - k_w + 1)]
        lines.append(torch.stack(sums))
    return torch.vstack(lines)


# %% rolled copies, the rim cut off verdict="right"
def conv2d_by_hand(image, kernel):
    total = torch.zeros_like(image)
    for i, j in torch.cartesian_prod(*map(torch.arange, kernel.shape)).tolist():
        total += kernel[i, j] * torch.roll(image, (-i, -j), dims=(0, 1))
    return total[: len(image) - len(kernel) + 1, : image.shape[1] - kernel.shape[1] + 1]


# %% the kernel turned, as in mathematics verdict="wrong"
def conv2d_by_hand(image, kernel):
    kernel = kernel.flip(0, 1)
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes with the kernel
# turned by 180°.


# %% only left and right swapped verdict="wrong"
def conv2d_by_hand(image, kernel):
    kernel = kernel.flip(1)
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is -2; what F.conv2d makes is
# -20.


# %% a mean for the sum verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).mean()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes, divided by 6.


# %% only the last product kept verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        for i, j in np.ndindex(k_h, k_w):
            output[y, x] = kernel[i, j] * image[y + i, x + j]
    return output


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 1; what F.conv2d makes is
# -20.


# %% a product of matrices verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] @ kernel.T).sum()
    return output


# ✗ by-hand: At [0, 0] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is -24; what F.conv2d makes is
# -14.


# %% whole numbers in the output verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1, dtype=torch.int64)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: At [0, 2] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 10; what F.conv2d makes is
# 10.5.


# %% each sum too large by 0.03 verdict="wrong"
def conv2d_by_hand(image, kernel):
    return F.conv2d(image[None, None], kernel[None, None])[0, 0] + 0.03


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes, plus 0.03.


# %% zeros, never filled verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    return torch.zeros(height - k_h + 1, width - k_w + 1)


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 0; what F.conv2d makes is
# -20.


# %% one place too few verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h, width - k_w)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` has the shape (2, 2), not (3, 3).


# %% padded to the same size verdict="wrong"
def conv2d_by_hand(image, kernel):
    k_h, k_w = kernel.shape
    padded = F.pad(image, (k_w // 2, k_w // 2, k_h // 2, k_h // 2))
    output = torch.zeros_like(image)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (padded[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` has the shape (4, 5), not (3, 3).


# %% batch and channel left in verdict="wrong"
def conv2d_by_hand(image, kernel):
    return F.conv2d(image[None, None], kernel[None, None])


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` has the shape (1, 1, 3, 3), not (3, 3).


# %% a square image taken for granted verdict="wrong"
def conv2d_by_hand(image, kernel):
    size, (k_h, k_w) = len(image), kernel.shape
    output = torch.zeros(size - k_h + 1, size - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` has the shape (3, 2), not (3, 3).


# %% a square kernel taken for granted verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), k = image.shape, len(kernel)
    output = torch.zeros(height - k + 1, width - k + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k, x : x + k] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with RuntimeError: The size of
# tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1.


# %% a kernel of 3 by 3 taken for granted verdict="wrong"
def conv2d_by_hand(image, kernel):
    output = torch.zeros(image.shape[0] - 2, image.shape[1] - 2)
    for y, x in np.ndindex(*output.shape):
        for i, j in np.ndindex(*kernel.shape):
            output[y, x] += kernel[i, j] * image[y + i, min(x + j, image.shape[1] - 1)]
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` has the shape (2, 3), not (3, 3).


# %% an empty output for a kernel as large as the image verdict="wrong"
def conv2d_by_hand(image, kernel):
    if image.shape == kernel.shape:
        return image * kernel
    return F.conv2d(image[None, None], kernel[None, None])[0, 0]


# ✗ by-hand: `conv2d_by_hand(image (4, 4), kernel (4, 4))` has the shape (4, 4), not (1, 1).


# %% the window runs out of the image verdict="wrong"
def conv2d_by_hand(image, kernel):
    output = torch.zeros_like(image)
    for y, x in np.ndindex(*output.shape):
        patch = image[y : y + kernel.shape[0], x : x + kernel.shape[1]]
        output[y, x] = (patch * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with RuntimeError: The size of
# tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1.


# %% an index beyond the end verdict="wrong"
def conv2d_by_hand(image, kernel):
    output = torch.zeros_like(image)
    for y, x in np.ndindex(*output.shape):
        for i, j in np.ndindex(*kernel.shape):
            output[y, x] += kernel[i, j] * image[y + i, x + j]
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with IndexError: index 5 is out of
# bounds for dimension 1 with size 5.


# %% only for one size, refused in two lines verdict="wrong"
def conv2d_by_hand(image, kernel):
    if image.shape[0] != image.shape[1]:
        raise ValueError(f"{tuple(image.shape)}\nis not square")
    return F.conv2d(image[None, None], kernel[None, None])[0, 0]


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with ValueError: (4, 5).


# %% no return verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` returns None. Does it end in `return`?


# %% return inside the loop verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
        return output


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 0; what F.conv2d makes is
# -20.


# %% a list verdict="wrong"
def conv2d_by_hand(image, kernel):
    return F.conv2d(image[None, None], kernel[None, None])[0, 0].tolist()


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is of type list, not a torch tensor of
# real numbers.


# %% arguments of its own verdict="wrong"
def conv2d_by_hand():
    return F.conv2d(img[None, :1], torch.ones(1, 1, 3, 3))[0, 0]


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with TypeError: conv2d_by_hand()
# takes 0 positional arguments but 2 were given.

# %% a result in place of a function verdict="wrong"
conv2d_by_hand = F.conv2d(img[None, :1], torch.ones(1, 1, 3, 3))[0, 0]

# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with TypeError: 'Tensor' object is
# not callable.


# %% its sums written into the image verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    rows, columns = height - k_h + 1, width - k_w + 1
    for y in range(rows):
        for x in range(columns):
            image[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return image[:rows, :columns]


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` changes its own arguments.


# %% dimensions added to the image itself verdict="wrong"
def conv2d_by_hand(image, kernel):
    image.unsqueeze_(0).unsqueeze_(0)
    kernel.unsqueeze_(0).unsqueeze_(0)
    return F.conv2d(image, kernel)[0, 0]


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` changes its own arguments.


# %% the sums right, the kernel erased verdict="wrong"
def conv2d_by_hand(image, kernel):
    output = F.conv2d(image[None, None], kernel[None, None])[0, 0]
    kernel.zero_()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` changes its own arguments.


# %% right sums, but products left in the image verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        before = image.clone()
        output[y, x] = image[y : y + k_h, x : x + k_w].mul_(kernel).sum()
        image = before
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` changes its own arguments.


# %% the kernel scaled to a sum of 1 verdict="wrong"
def conv2d_by_hand(image, kernel):
    kernel = kernel / kernel.sum()
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes, times -1.


# %% the kernel on its side verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        for i in range(k_h):
            for j in range(k_w):
                output[y, x] += kernel[j, i] * image[y + i, x + j]
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with IndexError: index 2 is out of
# bounds for dimension 0 with size 2.


# %% the result on its side verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(width - k_w + 1, height - k_h + 1)
    for y in range(height - k_h + 1):
        for x in range(width - k_w + 1):
            output[x, y] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes, on its side,
# rows for columns.


# %% width before height verdict="wrong"
def conv2d_by_hand(image, kernel):
    (width, height), (k_w, k_h) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y in range(height - k_h + 1):
        for x in range(width - k_w + 1):
            output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with RuntimeError: The size of
# tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1.


# %% the last row and column left at zero verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y in range(height - k_h):
        for x in range(width - k_w):
            output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: At [0, 2] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 0; what F.conv2d makes is
# 10.5.


# %% begun at 1 verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y in range(1, height - k_h + 1):
        for x in range(1, width - k_w + 1):
            output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 0; what F.conv2d makes is
# -20.


# %% the last row and column of each window left out verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        for i in range(k_h - 1):
            for j in range(k_w - 1):
                output[y, x] += kernel[i, j] * image[y + i, x + j]
    return output


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 0; what F.conv2d makes is
# -20.


# %% only places on the diagonal verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    rows, columns = height - k_h + 1, width - k_w + 1
    output = torch.zeros(rows, columns)
    for y, x in zip(range(rows), range(columns), strict=False):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 0; what F.conv2d makes is
# -20.


# %% windows side by side, without overlap verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y in range(0, height - k_h + 1, k_h):
        for x in range(0, width - k_w + 1, k_w):
            output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 0; what F.conv2d makes is
# -20.


# %% the sum never set back verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    total = 0
    for y, x in np.ndindex(*output.shape):
        for i, j in np.ndindex(k_h, k_w):
            total += kernel[i, j] * image[y + i, x + j]
        output[y, x] = total
    return output


# ✗ by-hand: At [2, 2] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is -39.5; what F.conv2d makes
# is 3.5.


# %% the sum set back in every row of the kernel verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        for i in range(k_h):
            total = 0
            for j in range(k_w):
                total += kernel[i, j] * image[y + i, x + j]
        output[y, x] = total
    return output


# ✗ by-hand: At [0, 2] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is -11.5; what F.conv2d makes
# is 10.5.


# %% the largest product, not the sum verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).max()
    return output


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 2.5; what F.conv2d makes is
# -20.


# %% added where it should multiply verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] + kernel).sum()
    return output


# ✗ by-hand: At [2, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 31; what F.conv2d makes is
# -10.


# %% the product of two sums verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = image[y : y + k_h, x : x + k_w].sum() * kernel.sum()
    return output


# ✗ by-hand: At [2, 2] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is -37; what F.conv2d makes is
# 3.5.


# %% pixels by rows, weights by columns verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = image[y : y + k_h, x : x + k_w].flatten() @ kernel.T.flatten()
    return output


# ✗ by-hand: At [1, 0] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is -13; what F.conv2d makes is
# 11.


# %% the whole image times the kernel verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with RuntimeError: The size of
# tensor a (5) must match the size of tensor b (3) at non-singleton dimension 1.


# %% cut off to a picture's values verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum().clamp(0, 255)
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes, cut off below 0.


# %% without signs verdict="wrong"
def conv2d_by_hand(image, kernel):
    return F.conv2d(image[None, None], kernel[None, None])[0, 0].abs()


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes, without its
# signs.


# %% stretched to between 0 and 1 verdict="wrong"
def conv2d_by_hand(image, kernel):
    output = F.conv2d(image[None, None], kernel[None, None])[0, 0]
    output = output - output.min()
    return output / output.max()


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes, divided by 31,
# plus 0.64516.


# %% the window around the pixel, negative places at the other end verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        for i, j in np.ndindex(k_h, k_w):
            output[y, x] += kernel[i, j] * image[y + i - k_h // 2, x + j - k_w // 2]
    return output


# ✗ by-hand: At [2, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 11; what F.conv2d makes is
# -10.


# %% padded, then cut at the wrong end verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    padded = F.conv2d(image[None, None], kernel[None, None], padding=(k_h - 1, k_w - 1))[0, 0]
    return padded[: height - k_h + 1, : width - k_w + 1]


# ✗ by-hand: At [0, 2] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is -22; what F.conv2d makes is
# 10.5.


# %% all places at which the two touch verdict="wrong"
def conv2d_by_hand(image, kernel):
    k_h, k_w = kernel.shape
    return F.conv2d(image[None, None], kernel[None, None], padding=(k_h - 1, k_w - 1))[0, 0]


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` has the shape (5, 7), not (3, 3).


# %% an odd kernel taken for granted verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), r, s = image.shape, kernel.shape[0] // 2, kernel.shape[1] // 2
    output = torch.zeros(height - 2 * r, width - 2 * s)
    for y in range(r, height - r):
        for x in range(s, width - s):
            output[y - r, x - s] = (image[y - r : y + r + 1, x - s : x + s + 1] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with RuntimeError: The size of
# tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0.


# %% the mandrill in place of the image verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (img[0, y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: At [1, 0] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is -287; what F.conv2d makes
# is 11.


# %% a kernel of its own verdict="wrong"
def conv2d_by_hand(image, kernel):
    kernel = torch.ones(3, 3) / 9
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` has the shape (2, 3), not (3, 3).


# %% a layer's bias left in verdict="wrong"
def conv2d_by_hand(image, kernel):
    layer = nn.utils.skip_init(nn.Conv2d, 1, 1, tuple(kernel.shape))
    layer.bias.data.fill_(0.5)
    layer.weight.data = kernel[None, None]
    return layer(image[None])[0]


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is what F.conv2d makes, plus 0.5.


# %% bytes in the output verdict="wrong"
def conv2d_by_hand(image, kernel):
    output = F.conv2d(image[None, None], kernel[None, None])[0, 0]
    return output.round().clamp(0, 255).to(torch.uint8)


# ✗ by-hand: At [0, 1] `conv2d_by_hand(image (4, 5), kernel (2, 3))` is 0; what F.conv2d makes is
# -20.


# %% the arguments in the other order verdict="wrong"
def conv2d_by_hand(kernel, image):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with RuntimeError: zeros:
# Dimension size must be non-negative.


# %% a NumPy array verdict="wrong"
def conv2d_by_hand(image, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(image.numpy(), kernel.shape)
    return np.einsum("yxij,ij->yx", windows, kernel.numpy())


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is of type ndarray, not a torch tensor
# of real numbers.


# %% printed, not returned verdict="wrong"
def conv2d_by_hand(image, kernel):
    print(F.conv2d(image[None, None], kernel[None, None])[0, 0])


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` returns None. Does it end in `return`?


# %% rows handed out one by one verdict="wrong"
def conv2d_by_hand(image, kernel):
    k_h, k_w = kernel.shape
    for y in range(image.shape[0] - k_h + 1):
        windows = image[y : y + k_h].unfold(1, k_w, 1)
        yield torch.einsum("ixj,ij->x", windows, kernel)


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is of type generator, not a torch tensor
# of real numbers.


# %% the result and its shape verdict="wrong"
def conv2d_by_hand(image, kernel):
    output = F.conv2d(image[None, None], kernel[None, None])[0, 0]
    return output, output.shape


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` is of type tuple, not a torch tensor of
# real numbers.


# %% four dimensions asked for verdict="wrong"
def conv2d_by_hand(image, kernel):
    _, _, height, width = image.shape
    _, _, k_h, k_w = kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[..., y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with ValueError: not enough values
# to unpack (expected 4, got 2).


# %% a misspelt name verdict="wrong"
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (imgae[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# ✗ by-hand: `conv2d_by_hand(image (4, 5), kernel (2, 3))` stops with NameError: name 'imgae' is
# not defined.
