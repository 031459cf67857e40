# %% [markdown]
# Answers to *Make it grey*. The set-up and `load` have run before each.

# %% the mean over the channels verdict="right"
gray = img.mean(dim=0)

# %% one channel kept verdict="right"
gray = img.mean(dim=0, keepdim=True)

# %% a sum, divided verdict="right"
gray = img.sum(dim=0) / 3

# %% red, green and blue verdict="right"
red, green, blue = img
gray = (red + green + blue) / 3

# %% channels last verdict="right"
gray = img.permute(1, 2, 0).mean(dim=-1)

# %% the mean over dimension 1 of a batch verdict="right"
gray = img[None].mean(dim=1)

# %% a loop over the channels verdict="right"
gray = torch.zeros(512, 512)
for channel in img:
    gray += channel / 3

# %% weights of four digits verdict="right"
gray = 0.3333 * img[0] + 0.3333 * img[1] + 0.3333 * img[2]

# %% einsum verdict="right"
gray = torch.einsum("c,chw->hw", torch.full((3,), 1 / 3), img)

# %% a convolution of 1 by 1 verdict="right"
gray = F.conv2d(img[None], torch.full((1, 3, 1, 1), 1 / 3))[0]

# %% a layer of 1 by 1 verdict="right"
layer = nn.Conv2d(3, 1, kernel_size=1, bias=False)
nn.init.constant_(layer.weight, 1 / 3)
gray = layer(img)

# %% NumPy and float64 verdict="right"
gray = torch.from_numpy(img.numpy().astype(np.float64).mean(axis=0))

# %% pooled over depth verdict="right"
gray = F.avg_pool3d(img[None], (3, 1, 1))[0]

# %% a picture that is not square verdict="right"
img = img[:, :300]
gray = img.mean(dim=0)

# %% a product of matrices verdict="right"
gray = (torch.ones(1, 3) / 3 @ img.flatten(start_dim=1)).reshape(img.shape[1:])

# %% a linear layer over the last dimension verdict="right"
layer = nn.Linear(3, 1, bias=False)
nn.init.constant_(layer.weight, 1 / 3)
gray = layer(img.movedim(0, -1)).squeeze(-1)

# %% turned on its side, and back verdict="right"
gray = img.permute(2, 1, 0).mean(2).T

# %% divided by 255, and multiplied again verdict="right"
small = img.clone()
small /= 255
gray = torch.mean(small, 0) * 255

# %% whole numbers added, then divided verdict="right"
gray = img.int().sum(dim=0) / 3

# %% a mean that runs along, row by row verdict="right"
gray = torch.zeros_like(img[0])
for y, row in enumerate(img.unbind(dim=1)):
    for number, channel in enumerate(row, start=1):
        gray[y] += (channel - gray[y]) / number

# %% dimension 0 of the batch verdict="wrong"
gray = img[None].mean(dim=0)

# ✗ grayscale: `gray` has the shape (3, 96, 96), not (96, 96).

# %% a mean over everything verdict="wrong"
gray = img.mean()

# ✗ grayscale: `gray` has the shape (), not (96, 96).

# %% a mean over the rows verdict="wrong"
gray = img.mean(dim=1)

# ✗ grayscale: `gray` has the shape (3, 96), not (96, 96).

# %% a mean over rows and columns verdict="wrong"
gray = img.mean(dim=(1, 2))

# ✗ grayscale: `gray` has the shape (3,), not (96, 96).

# %% divided, but not added verdict="wrong"
gray = img / 3

# ✗ grayscale: `gray` has the shape (3, 96, 96), not (96, 96).

# %% still a batch verdict="wrong"
gray = img[None].mean(dim=1, keepdim=True)

# ✗ grayscale: `gray` has the shape (1, 1, 96, 96), not (96, 96).

# %% the mean in all three channels verdict="wrong"
gray = img.mean(dim=0).expand(3, -1, -1)

# ✗ grayscale: `gray` has the shape (3, 96, 96), not (96, 96).

# %% the sum verdict="wrong"
gray = img.sum(dim=0)

# ✗ grayscale: `gray` is the sum of the channels, not their mean.

# %% the sum, less 1 verdict="wrong"
gray = img.sum(dim=0) - 1

# ✗ grayscale: `gray` is the mean of the channels, times 3, plus -1.

# %% only red verdict="wrong"
gray = img[0]

# ✗ grayscale: `gray` is the red channel alone.

# %% only green verdict="wrong"
gray = img[1:2]

# ✗ grayscale: `gray` is the green channel alone.

# %% only blue verdict="wrong"
gray = img[-1]

# ✗ grayscale: `gray` is the blue channel alone.

# %% half a channel verdict="wrong"
gray = img[0] / 2

# ✗ grayscale: At [83, 12] `gray` is 59; the mean of the channels is 191.

# %% the eye's weights verdict="wrong"
gray = 0.299 * img[0] + 0.587 * img[1] + 0.114 * img[2]

# ✗ grayscale: `gray` is weighed as the eye does it, not a plain mean.

# %% Pillow's grey verdict="wrong"
gray = torch.tensor(np.array(picture.convert("L"))).float()

# ✗ grayscale: `gray` has the shape (512, 512), not (96, 96).

# %% the eye's weights, cut to whole numbers verdict="wrong"
gray = (0.299 * img[0] + 0.587 * img[1] + 0.114 * img[2]).floor()

# ✗ grayscale: At [48, 35] `gray` is 158; the mean of the channels is 127.33.

# %% the eye's weights, from television of 1990 verdict="wrong"
gray = 0.2126 * img[0] + 0.7152 * img[1] + 0.0722 * img[2]

# ✗ grayscale: At [48, 35] `gray` is 160.89; the mean of the channels is 127.33.

# %% only the last one divided verdict="wrong"
red, green, blue = img
gray = red + green + blue / 3

# ✗ grayscale: At [33, 34] `gray` is 517.67; the mean of the channels is 217.

# %% two channels of three verdict="wrong"
gray = img[:2].mean(dim=0)

# ✗ grayscale: At [41, 28] `gray` is 184; the mean of the channels is 123.

# %% the median verdict="wrong"
gray = img.median(dim=0).values

# ✗ grayscale: At [48, 35] `gray` is 163; the mean of the channels is 127.33.

# %% the brightest channel verdict="wrong"
gray = img.max(dim=0).values

# ✗ grayscale: At [44, 26] `gray` is 219; the mean of the channels is 120.

# %% an overflow of bytes verdict="wrong"
red, green, blue = img.to(torch.uint8)
gray = (red + green + blue) / 3

# ✗ grayscale: At [4, 29] `gray` is 0; the mean of the channels is 170.67.

# %% cut to whole numbers verdict="wrong"
gray = img.mean(dim=0).to(torch.uint8)

# ✗ grayscale: `gray` is the mean of the channels, rounded down.

# %% weights of three digits verdict="wrong"
gray = 0.333 * img[0] + 0.333 * img[1] + 0.333 * img[2]

# ✗ grayscale: `gray` is the mean of the channels, times 0.999.

# %% scaled to 0..1 verdict="wrong"
gray = img.mean(dim=0) / 255

# ✗ grayscale: `gray` is the mean of the channels, divided by 255.

# %% 0 divided by 0 verdict="wrong"
gray = img.sum(dim=0) / (img - img).sum(dim=0)

# ✗ grayscale: `gray` holds nan or infinity at 9216 of 9216 places.

# %% a NumPy array verdict="wrong"
gray = img.numpy().mean(axis=0)

# ✗ grayscale: `gray` is of type ndarray, not a torch tensor of real numbers.

# %% a PIL picture verdict="wrong"
gray = picture.convert("L")

# ✗ grayscale: `gray` is of type Image, not a torch tensor of real numbers.

# %% a list of rows verdict="wrong"
gray = img.mean(dim=0).tolist()

# ✗ grayscale: `gray` is of type list, not a torch tensor of real numbers.

# %% max gives values and places verdict="wrong"
gray = img.max(dim=0)

# ✗ grayscale: `gray` is of type max, not a torch tensor of real numbers.

# %% the method, not called verdict="wrong"
gray = img.mean

# ✗ grayscale: `gray` is of type builtin_function_or_method, not a torch tensor of real numbers.

# %% the picture itself divided by 3, then added up verdict="wrong"
img /= 3
gray = img.sum(dim=0)

# ✗ grayscale: `gray` is the sum of the channels, not their mean.

# %% added up in the red channel of the picture verdict="wrong"
img[0] += img[1] + img[2]
gray = img[0] / 3

# ✗ grayscale: At [90, 14] `gray` is 214.67; the mean of the channels is 371.67.

# %% height and width swapped verdict="wrong"
gray = img.permute(2, 1, 0).mean(2)

# ✗ grayscale: `gray` is the mean of the channels, on its side, rows for columns.

# %% rounded down verdict="wrong"
gray = img.mean(0).int()

# ✗ grayscale: `gray` is the mean of the channels, rounded down.

# %% divided without a remainder verdict="wrong"
gray = img.sum(dim=0) // 3

# ✗ grayscale: `gray` is the mean of the channels, rounded down.

# %% rounded to the nearest whole number verdict="wrong"
gray = torch.round(img.mean(dim=0))

# ✗ grayscale: At [36, 37] `gray` is 15; the mean of the channels is 14.667.

# %% reshaped to channels last, not permuted verdict="wrong"
gray = img.reshape(512, 512, 3).mean(dim=2)

# ✗ grayscale: At [70, 262] `gray` is 246.67; the mean of the channels is 17.333.

# %% upside down verdict="wrong"
gray = img.mean(dim=0).flip(0)

# ✗ grayscale: `gray` is the mean of the channels, upside down.

# %% as in a mirror verdict="wrong"
gray = img.mean(dim=0, keepdim=True).flip(-1)

# ✗ grayscale: `gray` is the mean of the channels, mirrored.

# %% turned by a quarter verdict="wrong"
gray = torch.rot90(img.mean(dim=0))

# ✗ grayscale: `gray` is the mean of the channels, turned by 90° to the left.

# %% a mean of a mean verdict="wrong"
red, green, blue = img
gray = ((red + green) / 2 + blue) / 2

# ✗ grayscale: At [41, 28] `gray` is 92.5; the mean of the channels is 123.

# %% between the darkest and the brightest channel verdict="wrong"
gray = (img.amax(dim=0) + img.amin(dim=0)) / 2

# ✗ grayscale: At [48, 35] `gray` is 109.5; the mean of the channels is 127.33.

# %% the darkest channel verdict="wrong"
gray = img.amin(dim=0, keepdim=True)

# ✗ grayscale: At [41, 28] `gray` is 1; the mean of the channels is 123.

# %% the root of the mean square verdict="wrong"
gray = img.square().mean(dim=0).sqrt()

# ✗ grayscale: At [40, 27] `gray` is 151.01; the mean of the channels is 120.67.

# %% a norm, divided by 3 verdict="wrong"
gray = img.norm(dim=0) / 3

# ✗ grayscale: At [95, 6] `gray` is 127.1; the mean of the channels is 219.33.

# %% a third that is 0 verdict="wrong"
gray = 1 // 3 * img[0] + 1 // 3 * img[1] + 1 // 3 * img[2]

# ✗ grayscale: At [95, 6] `gray` is 0; the mean of the channels is 219.33.

# %% stretched from black to white verdict="wrong"
gray = img.mean(dim=0)
gray = 255 * (gray - gray.min()) / (gray.max() - gray.min())

# ✗ grayscale: `gray` is the mean of the channels, times 1.149, plus -0.38289.

# %% black and white turned round verdict="wrong"
gray = 255 - img.mean(dim=0)

# ✗ grayscale: `gray` is the mean of the channels, times -1, plus 255.

# %% a sum, cut at 255 verdict="wrong"
gray = img.sum(dim=0).clamp(max=255)

# ✗ grayscale: At [0, 309] `gray` is 255; the mean of the channels is 85.

# %% only black and white verdict="wrong"
gray = (img.mean(dim=0) > 127).float() * 255

# ✗ grayscale: At [0, 34] `gray` is 255; the mean of the channels is 127.33.

# %% the spread, which std_mean gives first verdict="wrong"
gray = torch.std_mean(img, dim=0)[0]

# ✗ grayscale: At [73, 37] `gray` is 0; the mean of the channels is 213.

# %% a layer that kept its random weights verdict="wrong"
torch.manual_seed(0)
gray = nn.Conv2d(3, 1, kernel_size=1)(img).detach()

# ✗ grayscale: At [90, 14] `gray` is -53.092; the mean of the channels is 214.67.

# %% a layer with a bias verdict="wrong"
layer = nn.Conv2d(3, 1, kernel_size=1)
nn.init.constant_(layer.weight, 1 / 3)
nn.init.constant_(layer.bias, 0.5)
gray = layer(img)[0]

# ✗ grayscale: `gray` is the mean of the channels, plus 0.5.

# %% the mean of the whole picture at each place verdict="wrong"
gray = torch.full(img.shape[1:], img.mean().item())

# ✗ grayscale: At [95, 6] `gray` is 100.16; the mean of the channels is 219.33.

# %% a sparse tensor verdict="wrong"
gray = img.mean(dim=0).to_sparse()

# ✗ grayscale: `gray` is not filled with real numbers.
