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


# %% one place too few verdict="wrong" hint=["output_size(512, 5, 0, 1) returns 507", "makes 508"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride


padding = 2


# %% padding at one end only verdict="wrong" hint=["output_size(9, 3, 1, 1) returns 8"]
def output_size(size, kernel, padding, stride):
    return (size + padding - kernel) // stride + 1


padding = 4


# %% stride left out verdict="wrong" hint=["output_size(10, 3, 0, 2) returns 8"]
def output_size(size, kernel, padding, stride):
    return size + 2 * padding - kernel + 1


padding = 2


# %% rounded up a place too far verdict="wrong" hint=["output_size(10, 3, 0, 2) returns 5"]
def output_size(size, kernel, padding, stride):
    return -(-(size + 2 * padding - kernel) // stride) + 1


padding = 2


# %% the 1 inside the division verdict="wrong" hint=["output_size(11, 4, 3, 5) returns"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel + 1) // stride


padding = 2


# %% only divided by the stride verdict="wrong" hint=["output_size(512, 5, 0, 1) returns 512"]
def output_size(size, kernel, padding, stride):
    return size // stride


padding = 2


# %% brackets forgotten verdict="wrong" hint=["output_size(10, 3, 0, 2) returns 10"]
def output_size(size, kernel, padding, stride):
    return size + 2 * padding - kernel // stride + 1


padding = 2


# %% at least two places verdict="wrong" hint=["output_size(3, 3, 0, 7) returns 2"]
def output_size(size, kernel, padding, stride):
    return max(2, (size + 2 * padding - kernel) // stride + 1)


padding = 2


# %% a division with a fraction verdict="wrong" hint=["float", "whole number"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) / stride + 1


padding = 2


# %% height and width verdict="wrong" hint=["tuple", "whole number"]
def output_size(size, kernel, padding, stride):
    places = (size + 2 * padding - kernel) // stride + 1
    return places, places


padding = 2


# %% no return verdict="wrong" hint=["returns nothing"]
def output_size(size, kernel, padding, stride):
    places = size + 2 * padding - kernel
    places //= stride
    places += 1


padding = 2


# %% three arguments verdict="wrong" hint=["stops with TypeError"]
def output_size(size, kernel, padding):
    return size + 2 * padding - kernel + 1


padding = 2

# %% a number in place of a function verdict="wrong" hint=["`output_size` is not a function"]
output_size = 512
padding = 2


# %% no padding verdict="wrong" hint=["padding of 0, 512 pixels become 508"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 0


# %% half of what is lost, at each end by half verdict="wrong" hint=["512 pixels become 510"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 1


# %% all that is lost, at each end verdict="wrong" hint=["padding of 4, 512 pixels become 516"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 4


# %% a word that F.conv2d knows verdict="wrong" hint=["`padding` is one whole number"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = "same"


# %% half the kernel, with a fraction verdict="wrong" hint=["`padding` is one whole number"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = 5 / 2


# %% one for each direction verdict="wrong" hint=["`padding` is one whole number"]
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


padding = (2, 2)
