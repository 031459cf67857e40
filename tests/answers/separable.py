# %% [markdown]
# Answers to *Two thin blurs are cheaper than a large one*. The set-up, `load` and the cell that
# makes `gaussian` have run before each.

# %% None for the missing dimensions verdict="right"
row_kernel = gaussian[None, None, None, :]
column_kernel = gaussian[None, None, :, None]
cost_2d = 15 * 15
cost_1d = 15 + 15

# %% reshape verdict="right"
row_kernel = gaussian.reshape(1, 1, 1, 15)
column_kernel = row_kernel.mT
cost_2d, cost_1d = column_kernel.numel() * row_kernel.numel(), 2 * len(gaussian)

# %% the formula once more, in float64 verdict="right"
bell = torch.exp(-((torch.arange(15.0, dtype=torch.float64) - 7) ** 2) / 18)
row_kernel = (bell / bell.sum()).view(1, 1, 1, -1)
column_kernel = (bell / bell.sum()).view(1, 1, -1, 1)
cost_2d, cost_1d = 225, 30

# %% one pass twice as bright, the other half verdict="right"
row_kernel = 2 * gaussian.expand(1, 1, 1, -1)
column_kernel = gaussian[:, None].expand(1, 1, -1, -1) / 2
cost_2d = torch.outer(gaussian, gaussian).numel()
cost_1d = row_kernel.numel() + column_kernel.numel()

# %% costs as floats verdict="right"
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = 15.0**2, 2 * 15.0

# %% layers verdict="right"
row_layer = nn.Conv2d(1, 1, kernel_size=(1, 15), bias=False)
column_layer = nn.Conv2d(1, 1, kernel_size=(15, 1), bias=False)
row_layer.weight.data[0, 0, 0] = gaussian
column_layer.weight.data[0, 0, :, 0] = gaussian
row_kernel, column_kernel = row_layer.weight, column_layer.weight
cost_2d, cost_1d = np.prod((15, 15)), np.sum((15, 15))

# %% a standard deviation of 3.0008, rounded verdict="right"
bell = torch.softmax(-((torch.arange(15) - 7.0) ** 2) / (2 * 3.0008**2), dim=0)
row_kernel, column_kernel = bell[None, None, None, :], bell[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% both swapped verdict="wrong" hint=["`row_kernel` has the shape (1, 1, 15, 1)", "One row, 15"]
row_kernel = gaussian[None, None, :, None]
column_kernel = gaussian[None, None, None, :]
cost_2d, cost_1d = 225, 30

# %% row twice verdict="wrong" hint=["`column_kernel` has the shape (1, 1, 1, 15)", "15 rows, one"]
row_kernel = column_kernel = gaussian[None, None, None, :]
cost_2d, cost_1d = 225, 30

# %% without channels verdict="wrong" hint=["`row_kernel` has the shape (15,)"]
row_kernel = column_kernel = gaussian
cost_2d, cost_1d = 225, 30

# %% a matrix of one row verdict="wrong" hint=["`row_kernel` has the shape (1, 15)"]
row_kernel, column_kernel = gaussian[None], gaussian[:, None]
cost_2d, cost_1d = 225, 30

# %% the whole window twice verdict="wrong" hint=["`row_kernel` has the shape (1, 1, 15, 15)"]
row_kernel = torch.outer(gaussian, gaussian)[None, None]
column_kernel = row_kernel.mT
cost_2d, cost_1d = 225, 30

# %% a list verdict="wrong" hint=["`row_kernel` is of type list"]
row_kernel = [[[gaussian.tolist()]]]
column_kernel = gaussian[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% zeros left as they are verdict="wrong" hint=["kernel of zeros"]
row_kernel = torch.zeros(1, 1, 1, 15)
column_kernel = gaussian[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% not divided by the sum verdict="wrong" hint=["comes out as", "add up to"]
bell = torch.exp(-((torch.arange(15) - 7.0) ** 2) / 18)
row_kernel, column_kernel = bell[None, None, None, :], bell[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% divided by 15 once more verdict="wrong" hint=["comes out as 6.66667"]
row_kernel = gaussian[None, None, None, :] / 15
column_kernel = gaussian[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% two boxes verdict="wrong" hint=["do not make the Gaussian"]
row_kernel = torch.full((1, 1, 1, 15), 1 / 15)
column_kernel = torch.full((1, 1, 15, 1), 1 / 15)
cost_2d, cost_1d = 225, 30

# %% a box and a Gaussian verdict="wrong" hint=["do not make the Gaussian"]
row_kernel = torch.full((1, 1, 1, 15), 1 / 15)
column_kernel = gaussian[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% squared, then divided by the sum verdict="wrong" hint=["do not make the Gaussian"]
narrow = gaussian**2 / (gaussian**2).sum()
row_kernel, column_kernel = narrow[None, None, None, :], narrow[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% a standard deviation of 3.0015 verdict="wrong" hint=["do not make the Gaussian"]
bell = torch.softmax(-((torch.arange(15) - 7.0) ** 2) / (2 * 3.0015**2), dim=0)
row_kernel, column_kernel = bell[None, None, None, :], bell[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% one place too far to the right verdict="wrong" hint=["do not make the Gaussian"]
row_kernel = gaussian.roll(1)[None, None, None, :]
column_kernel = gaussian[None, None, :, None]
cost_2d, cost_1d = 225, 30

# %% only one side of the window verdict="wrong" hint=["`cost_2d` is 15."]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = 15, 30

# %% the two costs swapped verdict="wrong" hint=["`cost_2d` is 30."]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = 30, 225

# %% one pass counted verdict="wrong" hint=["`cost_1d` is 15."]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = 225, 15

# %% the passes multiplied verdict="wrong" hint=["`cost_1d` is 225."]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = 225, 15 * 15

# %% for the whole picture verdict="wrong" hint=["`cost_2d` is 55800900."]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = 498 * 498 * 225, 498 * 498 * 30

# %% additions counted as well verdict="wrong" hint=["`cost_1d` is 58."]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = 225, 2 * (15 + 14)

# %% as text verdict="wrong" hint=["each cost is one number"]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = "15 * 15", "15 + 15"

# %% nothing verdict="wrong" hint=["each cost is one number"]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = 225, None

# %% the windows, not their sizes verdict="wrong" hint=["each cost is one number"]
row_kernel, column_kernel = gaussian[None, None, None, :], gaussian[None, None, :, None]
cost_2d, cost_1d = row_kernel * column_kernel, row_kernel + column_kernel
