# %% [markdown]
# Answers to *Padding, stride and the size of the result*. The set-up has run before each.


# %% the formula verdict="right"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 2


# %% places for a stride of 1, every so many of them verdict="right"
def output_size(size, kernel, padding, stride):
    return len(range(size + 2 * padding - kernel + 1)[::stride])


padding = (5 - 1) // 2


# %% rounded up verdict="right"
def output_size(size, kernel, padding, stride):
    places = size + 2 * padding - kernel + 1
    return -(-places // stride)


padding = 5 // 2


# %% a fraction, cut off verdict="right"
def output_size(size, kernel, padding, stride):
    return int((size + 2 * padding - kernel) / stride + 1)


padding = (512 - output_size(512, 5, 0, 1)) // 2


# %% counted in a loop verdict="right"
def output_size(size, kernel, padding, stride):
    count, start = 0, -padding
    while start + kernel <= size + padding:
        count, start = count + 1, start + stride
    return count


padding = 2


# %% asked of torch verdict="right"
def output_size(size, kernel, padding, stride):
    picture, window = torch.zeros(1, 1, size, size), torch.zeros(1, 1, kernel, kernel)
    return F.conv2d(picture, window, stride=stride, padding=padding).shape[-1]


padding = 2


# %% whole numbers of NumPy verdict="right"
def output_size(size, kernel, padding, stride):
    return np.int64(np.floor((size + 2 * padding - kernel) / stride)) + 1


padding = np.int64(2)


# %% as PyTorch's manual has it, with a dilation of 1 verdict="right"
def output_size(size, kernel, padding, stride):
    from math import floor

    return floor((size + 2 * padding - 1 * (kernel - 1) - 1) / stride + 1)


padding = (1 * (5 - 1)) // 2


# %% a quotient, its remainder not used verdict="right"
def output_size(size, kernel, padding, stride):
    steps, _ = divmod(size + padding + padding - kernel, stride)
    return 1 + steps


padding = divmod(5, 2)[0]


# %% a tensor without a dimension verdict="right"
def output_size(size, kernel, padding, stride):
    room = torch.tensor(size + 2 * padding - kernel)
    return torch.div(room, stride, rounding_mode="floor") + 1


padding = 2


# %% windows of a padded row, counted verdict="right"
def output_size(size, kernel, padding, stride):
    return F.pad(torch.zeros(size), (padding, padding)).unfold(0, kernel, stride).shape[0]


padding = 2


# %% padded first, then a step at a time verdict="right"
def output_size(size, kernel, padding, stride):
    if padding:
        return output_size(size + 2 * padding, kernel, 0, stride)
    places = 0
    while size >= kernel:
        places, size = places + 1, size - stride
    return places


padding = next(p for p in range(5) if output_size(512, 5, p, 1) == 512)


# %% the number of first pixels verdict="right"
def output_size(size, kernel, padding, stride):
    return np.arange(-padding, size + padding - kernel + 1, stride).size


padding = 2


# %% places that the stride divides verdict="right"
def output_size(size, kernel, padding, stride):
    return sum(place % stride == 0 for place in range(size - kernel + 1 + 2 * padding))


padding = 2


# %% with values of its own when none are given verdict="right"
def output_size(size, kernel, padding=0, stride=1):
    rest = (size + 2 * padding - kernel) % stride
    return (size + 2 * padding - kernel - rest) // stride + 1


padding = (512 + 5 - 1 - 512) // 2


# %% asked of torch, without any pixels verdict="right"
def output_size(size, kernel, padding, stride):
    row, weights = torch.empty(1, 1, size, device="meta"), torch.empty(1, 1, kernel, device="meta")
    return F.conv1d(row, weights, stride=stride, padding=padding).size(-1)


padding = 2


# %% rounded up by the mathematics library verdict="right"
def output_size(size, kernel, padding, stride):
    import math

    return math.ceil((size - kernel + 1 + 2 * padding) / stride)


padding = np.arange(5).max() // 2


# %% one place too few verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 4; wanted 5.


# %% padding at one end only verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + padding - kernel) // stride + 1


padding = 4

# ✗ padding: `output_size(5, 1, 1, 1)` is 6; wanted 7.


# %% stride left out verdict="wrong"
def output_size(size, kernel, padding, stride):
    return size + 2 * padding - kernel + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 2)` is 5; wanted 3.


# %% rounded up a place too far verdict="wrong"
def output_size(size, kernel, padding, stride):
    return -(-(size + 2 * padding - kernel) // stride) + 1


padding = 2

# ✗ padding: `output_size(8, 1, 0, 2)` is 5; wanted 4.


# %% the 1 inside the division verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel + 1) // stride


padding = 2

# ✗ padding: `output_size(5, 1, 0, 2)` is 2; wanted 3.


# %% only divided by the stride verdict="wrong"
def output_size(size, kernel, padding, stride):
    return size // stride


padding = 2

# ✗ padding: `output_size(5, 2, 0, 1)` is 5; wanted 4.


# %% brackets forgotten verdict="wrong"
def output_size(size, kernel, padding, stride):
    return size + 2 * padding - kernel // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 2)` is 6; wanted 3.


# %% at least two places verdict="wrong"
def output_size(size, kernel, padding, stride):
    return max(2, (size + 2 * padding - kernel) // stride + 1)


padding = 2

# ✗ padding: `output_size(5, 5, 0, 1)` is 2; wanted 1.


# %% a division with a fraction verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) / stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is of type float, not one whole number.


# %% height and width verdict="wrong"
def output_size(size, kernel, padding, stride):
    places = (size + 2 * padding - kernel) // stride + 1
    return places, places


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is of type tuple, not one whole number.


# %% no return verdict="wrong"
def output_size(size, kernel, padding, stride):
    places = size + 2 * padding - kernel
    places //= stride
    places += 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` returns None. Does it end in `return`?


# %% three arguments verdict="wrong"
def output_size(size, kernel, padding):
    return size + 2 * padding - kernel + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` stops with TypeError: output_size() takes 3 positional
# arguments but 4 were given.

# %% a number in place of a function verdict="wrong"
output_size = 512
padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` stops with TypeError: 'int' object is not callable.


# %% no padding verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 0

# ✗ padding: With a padding of 0, 512 pixels become 508; wanted 512.


# %% half of what is lost, at each end by half verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 1

# ✗ padding: With a padding of 1, 512 pixels become 510; wanted 512.


# %% all that is lost, at each end verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 4

# ✗ padding: With a padding of 4, 512 pixels become 516; wanted 512.


# %% a word that F.conv2d knows verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = "same"

# ✗ padding: `padding` is of type str, not one whole number.


# %% half the kernel, with a fraction verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 5 / 2

# ✗ padding: `padding` is of type float, not one whole number.


# %% one for each direction verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = (2, 2)

# ✗ padding: `padding` is of type tuple, not one whole number.


# %% an even kernel taken for the next larger odd one verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - 2 * (kernel // 2) - 1) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 2, 0, 1)` is 3; wanted 4.


# %% an even kernel taken for the next smaller odd one verdict="wrong"
def output_size(size, kernel, padding, stride):
    reach = (kernel - 1) // 2
    return (size + 2 * padding - 2 * reach - 1) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 2, 0, 1)` is 5; wanted 4.


# %% rounded up, but for odd kernels verdict="wrong"
def output_size(size, kernel, padding, stride):
    steps, rest = divmod(size + 2 * padding - kernel, stride)
    return steps + 1 + (rest > 0 and kernel % 2 == 0)


padding = 2

# ✗ padding: `output_size(5, 2, 0, 2)` is 3; wanted 2.


# %% an even kernel given a pixel more at one end verdict="wrong"
def output_size(size, kernel, padding, stride):
    places = size + 2 * padding - kernel + 1
    if kernel % 2 == 0:
        places += 1
    return (places - 1) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 2, 0, 1)` is 5; wanted 4.


# %% rounded to the nearest verdict="wrong"
def output_size(size, kernel, padding, stride):
    return round((size + 2 * padding - kernel) / stride) + 1


padding = 2

# ✗ padding: `output_size(8, 1, 0, 2)` is 5; wanted 4.


# %% rounded down by NumPy, still a float verdict="wrong"
def output_size(size, kernel, padding, stride):
    return np.floor((size + 2 * padding - kernel) / stride) + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is of type float64, not one whole number.


# %% rounded down before the division verdict="wrong"
def output_size(size, kernel, padding, stride):
    from math import floor

    return floor(size + 2 * padding - kernel) / stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is of type float, not one whole number.


# %% a tensor that holds a float verdict="wrong"
def output_size(size, kernel, padding, stride):
    return torch.floor(torch.tensor((size + 2 * padding - kernel) / stride)) + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is of type Tensor, not one whole number.


# %% as TensorFlow has it for SAME verdict="wrong"
def output_size(size, kernel, padding, stride):
    return -(-size // stride)


padding = 2

# ✗ padding: `output_size(5, 2, 0, 1)` is 5; wanted 4.


# %% places counted for a stride of 1, then divided verdict="wrong"
def output_size(size, kernel, padding, stride):
    places = size + 2 * padding - kernel + 1
    return places // stride


padding = 2

# ✗ padding: `output_size(5, 1, 0, 2)` is 2; wanted 3.


# %% the kernel less 1, the other 1 forgotten verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - (kernel - 1)) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 6; wanted 5.


# %% a range that ends one place early verdict="wrong"
def output_size(size, kernel, padding, stride):
    return len(range(0, size + 2 * padding - kernel, stride))


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 4; wanted 5.


# %% a loop that stops one place early verdict="wrong"
def output_size(size, kernel, padding, stride):
    count, end = 0, kernel
    while end < size + 2 * padding:
        count, end = count + 1, end + stride
    return count


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 4; wanted 5.


# %% the padding left out verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size - kernel) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 1, 1)` is 5; wanted 7.


# %% the padding taken off verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size - 2 * padding - kernel) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 1, 1)` is 3; wanted 7.


# %% the padding squared verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + padding**2 - kernel) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 1, 1)` is 6; wanted 7.


# %% the padding added behind the division verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size - kernel) // stride + 2 * padding + 1


padding = 2

# ✗ padding: `output_size(5, 1, 1, 2)` is 5; wanted 4.


# %% each part divided by itself verdict="wrong"
def output_size(size, kernel, padding, stride):
    return size // stride + 2 * padding // stride - kernel // stride + 1


padding = 2

# ✗ padding: `output_size(8, 1, 0, 2)` is 5; wanted 4.


# %% the size divided first verdict="wrong"
def output_size(size, kernel, padding, stride):
    return size // stride + 2 * padding - kernel + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 2)` is 2; wanted 3.


# %% multiplied by the stride verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size - 1) * stride - 2 * padding + kernel


padding = 2

# ✗ padding: `output_size(5, 2, 0, 1)` is 6; wanted 4.


# %% kernel and stride in each other's place verdict="wrong"
def output_size(size, stride, padding, kernel):
    return (size + 2 * padding - kernel) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 2, 0, 1)` is 3; wanted 4.


# %% padding and stride in each other's place verdict="wrong"
def output_size(size, kernel, stride, padding):
    return (size + 2 * padding - kernel) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` stops with ZeroDivisionError: integer division or modulo by
# zero.


# %% the padding of the cell, not the argument verdict="wrong"
def output_size(size, kernel, p, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 9; wanted 5.


# %% a stride of 2 taken for granted verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // 2 + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 3; wanted 5.


# %% a kernel of 5 taken for granted verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - 5) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 1; wanted 5.


# %% the size of the mandrill taken for granted verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (img.shape[-1] + 2 * padding - kernel) // stride + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 96; wanted 5.


# %% always the same number verdict="wrong"
def output_size(size, kernel, padding, stride):
    return 508


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 508; wanted 5.


# %% the letters of the text, not the arguments verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (n + 2 * p - k) // s + 1


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` stops with NameError: name 'n' is not defined.


# %% strides that do not divide refused verdict="wrong"
def output_size(size, kernel, padding, stride):
    steps, rest = divmod(size + 2 * padding - kernel, stride)
    if rest:
        raise ValueError("the window does not fit")
    return steps + 1


padding = 2

# ✗ padding: `output_size(8, 1, 0, 2)` stops with ValueError: the window does not fit.


# %% strides looked up in a table verdict="wrong"
def output_size(size, kernel, padding, stride):
    places = size + 2 * padding - kernel + 1
    return {1: places, 2: (places + 1) // 2}[stride]


padding = 2

# ✗ padding: `output_size(5, 1, 0, 3)` stops with KeyError: 3.


# %% a function that calls itself without end verdict="wrong"
def output_size(size, kernel, padding, stride):
    return 1 + output_size(size - stride, kernel, padding, stride)


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` stops with RecursionError: maximum recursion depth exceeded.


# %% all pixels of the result verdict="wrong"
def output_size(size, kernel, padding, stride):
    return ((size + 2 * padding - kernel) // stride + 1) ** 2


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is 25; wanted 5.


# %% the shape that torch returns verdict="wrong"
def output_size(size, kernel, padding, stride):
    picture, window = torch.zeros(1, 1, size, size), torch.zeros(1, 1, kernel, kernel)
    return F.conv2d(picture, window, stride=stride, padding=padding).shape


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is of type Size, not one whole number.


# %% the answer in words verdict="wrong"
def output_size(size, kernel, padding, stride):
    return f"{(size + 2 * padding - kernel) // stride + 1}"


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` is of type str, not one whole number.


# %% the answer only printed verdict="wrong"
def output_size(size, kernel, padding, stride):
    print((size + 2 * padding - kernel) // stride + 1)


padding = 2

# ✗ padding: `output_size(5, 1, 0, 1)` returns None. Does it end in `return`?


# %% a layer that pads verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = nn.ZeroPad2d(2)

# ✗ padding: `padding` is of type ZeroPad2d, not one whole number.


# %% half of what is lost, by a division with a fraction verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = (5 - 1) / 2

# ✗ padding: `padding` is of type float, not one whole number.


# %% the size that comes out, in place of the padding verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = output_size(512, 5, 2, 1)

# ✗ padding: With a padding of 512, 512 pixels become 1532; wanted 512.


# %% half the kernel, rounded up verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = -(-5 // 2)

# ✗ padding: With a padding of 3, 512 pixels become 514; wanted 512.


# %% what is lost, with its sign verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = (508 - 512) // 2

# ✗ padding: With a padding of -2, 512 pixels become 504; wanted 512.


# %% no number at all for the padding verdict="wrong"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = None

# ✗ padding: `padding` is of type NoneType, not one whole number.
