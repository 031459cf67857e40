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


# %% the kernel turned, as in mathematics verdict="wrong" hint=["kernel is flipped"]
def conv2d_by_hand(image, kernel):
    kernel = kernel.flip(0, 1)
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# %% only left and right swapped verdict="wrong" hint=["sums are not", "(6, 6)"]
def conv2d_by_hand(image, kernel):
    kernel = kernel.flip(1)
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# %% a mean for the sum verdict="wrong" hint=["sums are not"]
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).mean()
    return output


# %% only the last product kept verdict="wrong" hint=["sums are not"]
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        for i, j in np.ndindex(k_h, k_w):
            output[y, x] = kernel[i, j] * image[y + i, x + j]
    return output


# %% a product of matrices verdict="wrong" hint=["sums are not"]
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] @ kernel.T).sum()
    return output


# %% whole numbers in the output verdict="wrong" hint=["sums are not"]
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1, dtype=torch.int64)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# %% each sum too large by 0.03 verdict="wrong" hint=["sums are not"]
def conv2d_by_hand(image, kernel):
    return F.conv2d(image[None, None], kernel[None, None])[0, 0] + 0.03


# %% zeros, never filled verdict="wrong" hint=["sums are not"]
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    return torch.zeros(height - k_h + 1, width - k_w + 1)


# %% one place too few verdict="wrong" hint=["the shape (3, 3), not (4, 4)"]
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h, width - k_w)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# %% padded to the same size verdict="wrong" hint=["the shape (6, 6), not (4, 4)"]
def conv2d_by_hand(image, kernel):
    k_h, k_w = kernel.shape
    padded = F.pad(image, (k_w // 2, k_w // 2, k_h // 2, k_h // 2))
    output = torch.zeros_like(image)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (padded[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# %% batch and channel left in verdict="wrong" hint=["the shape (1, 1, 4, 4), not (4, 4)"]
def conv2d_by_hand(image, kernel):
    return F.conv2d(image[None, None], kernel[None, None])


# %% a square image taken for granted verdict="wrong" hint=["(3, 3), not (3, 7)", "(5, 9)"]
def conv2d_by_hand(image, kernel):
    size, (k_h, k_w) = len(image), kernel.shape
    output = torch.zeros(size - k_h + 1, size - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
    return output


# %% a square kernel taken for granted verdict="wrong" hint=["stops with RuntimeError"]
def conv2d_by_hand(image, kernel):
    (height, width), k = image.shape, len(kernel)
    output = torch.zeros(height - k + 1, width - k + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k, x : x + k] * kernel).sum()
    return output


# %% a kernel of 3 by 3 taken for granted verdict="wrong" hint=["(6, 5), not (7, 4)", "(2, 4)"]
def conv2d_by_hand(image, kernel):
    output = torch.zeros(image.shape[0] - 2, image.shape[1] - 2)
    for y, x in np.ndindex(*output.shape):
        for i, j in np.ndindex(*kernel.shape):
            output[y, x] += kernel[i, j] * image[y + i, min(x + j, image.shape[1] - 1)]
    return output


# %% an empty output for a kernel as large as the image verdict="wrong" hint=["(4, 4), not (1, 1)"]
def conv2d_by_hand(image, kernel):
    if image.shape == kernel.shape:
        return image * kernel
    return F.conv2d(image[None, None], kernel[None, None])[0, 0]


# %% the window runs out of the image verdict="wrong" hint=["stops with RuntimeError"]
def conv2d_by_hand(image, kernel):
    output = torch.zeros_like(image)
    for y, x in np.ndindex(*output.shape):
        patch = image[y : y + kernel.shape[0], x : x + kernel.shape[1]]
        output[y, x] = (patch * kernel).sum()
    return output


# %% an index beyond the end verdict="wrong" hint=["stops with IndexError"]
def conv2d_by_hand(image, kernel):
    output = torch.zeros_like(image)
    for y, x in np.ndindex(*output.shape):
        for i, j in np.ndindex(*kernel.shape):
            output[y, x] += kernel[i, j] * image[y + i, x + j]
    return output


# %% only for one size, refused in two lines verdict="wrong" hint=["stops with ValueError: (5, 9)"]
def conv2d_by_hand(image, kernel):
    if image.shape[0] != image.shape[1]:
        raise ValueError(f"{tuple(image.shape)}\nis not square")
    return F.conv2d(image[None, None], kernel[None, None])[0, 0]


# %% no return verdict="wrong" hint=["returns nothing"]
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()


# %% return inside the loop verdict="wrong" hint=["sums are not"]
def conv2d_by_hand(image, kernel):
    (height, width), (k_h, k_w) = image.shape, kernel.shape
    output = torch.zeros(height - k_h + 1, width - k_w + 1)
    for y, x in np.ndindex(*output.shape):
        output[y, x] = (image[y : y + k_h, x : x + k_w] * kernel).sum()
        return output


# %% a list verdict="wrong" hint=["`conv2d_by_hand(…)` is of type list"]
def conv2d_by_hand(image, kernel):
    return F.conv2d(image[None, None], kernel[None, None])[0, 0].tolist()


# %% arguments of its own verdict="wrong" hint=["stops with TypeError"]
def conv2d_by_hand():
    return F.conv2d(img[None, :1], torch.ones(1, 1, 3, 3))[0, 0]


# %% a result in place of a function verdict="wrong" hint=["is not a function"]
conv2d_by_hand = F.conv2d(img[None, :1], torch.ones(1, 1, 3, 3))[0, 0]
