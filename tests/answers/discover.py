# %% [markdown]
# Answers to *Kernels that nobody chose*. The set-up, `load`, `find_kernels` have run before each.

# %% step by step verdict="right"
columns = F.unfold(img[None], 8, stride=4)
patches = columns[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% convolved in half precision verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None].half(), kernels.half(), stride=4)

# %% on the whole picture, the number of patches asserted verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
assert patches.shape == (16129, 192)
patches = patches - patches.mean(1)[:, None]
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% the mean taken off in columns, before they become rows verdict="right"
columns = F.unfold(img[None], 8, stride=4)
columns = columns - columns.mean(dim=1, keepdim=True)
patches = columns.squeeze(0).transpose(0, 1)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% in place verdict="right"
patches = F.unfold(img[None], (8, 8), stride=(4, 4)).squeeze().T.contiguous()
patches -= patches.mean(-1).unsqueeze(-1)
kernels = find_kernels(patches)
features = F.conv2d(img.unsqueeze(0), kernels, None, 4)

# %% permuted, with modules verdict="right"
columns = nn.Unfold(kernel_size=8, stride=4)(img[None])
patches = columns.permute(0, 2, 1)[0]
patches = patches - torch.mean(patches, 1, True)
kernels = find_kernels(patches)
conv = nn.Conv2d(3, 36, 8, stride=4, bias=False)
conv.weight = nn.Parameter(kernels)
features = conv(img[None])

# %% a layer that copies the kernels, with a bias of zeros verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
conv = nn.Conv2d(3, 36, kernel_size=8, stride=4)
with torch.no_grad():
    conv.weight.copy_(kernels)
    conv.bias.zero_()
    features = conv(img[None])

# %% windows by the tensor's own unfold verdict="right"
windows = img.unfold(1, 8, 4).unfold(2, 8, 4)
patches = windows.permute(1, 2, 0, 3, 4).reshape(-1, 192)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = torch.einsum("cyxij,ocij->oyx", windows, kernels)[None]

# %% loops verdict="right"
rows = []
for y in range(0, img.shape[1] - 7, 4):
    for x in range(0, img.shape[2] - 7, 4):
        patch = img[:, y : y + 8, x : x + 8].flatten()
        rows.append(patch - patch.mean())
patches = torch.stack(rows)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% loops, down before across verdict="right"
rows = [
    img[:, y : y + 8, x : x + 8].ravel()
    for x in range(0, img.shape[2] - 7, 4)
    for y in range(0, img.shape[1] - 7, 4)
]
patches = torch.stack([row - row.sum() / len(row) for row in rows])
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% strides verdict="right"
n, (height, width) = img.contiguous(), img.shape[1:]
size = (height - 4) // 4, (width - 4) // 4, 3, 8, 8
windows = n.as_strided(size, (4 * width, 4, height * width, width, 1))
patches = windows.reshape(-1, 3 * 8 * 8)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% NumPy's windows verdict="right"
windows = np.lib.stride_tricks.sliding_window_view(img.numpy(), (3, 8, 8))[0, ::4, ::4]
patches = windows.reshape(-1, 3 * 8 * 8)
patches = torch.from_numpy(patches - patches.mean(axis=1, keepdims=True))
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% rows in random order verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
torch.manual_seed(0)
patches = patches[torch.randperm(len(patches))]
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% from the last patch to the first verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T.flip(0)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% the mean as a projection verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
n = 3 * 8 * 8
patches = patches @ (torch.eye(n) - torch.ones(n, n) / n)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% the mean by pooling verdict="right"
means = F.avg_pool2d(img.mean(dim=0, keepdim=True), 8, stride=4).flatten()
patches = F.unfold(img[None], 8, stride=4)[0].T - means[:, None]
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% patches by a kernel of ones and zeros verdict="right"
copies = torch.eye(3 * 8 * 8).unflatten(1, (3, 8, 8))
patches = F.conv2d(img[None], copies - 1 / len(copies), stride=4)[0].flatten(1).T
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% patches in float64 verdict="right"
patches = F.unfold(img[None].double(), 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% all in float64 verdict="right"
patches = F.unfold(img[None].double(), 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches).double()
features = F.conv2d(img[None].double(), kernels, stride=4)

# %% features as a product verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
products = patches @ kernels.reshape(36, -1).T
rows, columns = ((n - 8) // 4 + 1 for n in img.shape[1:])
features = products.T.reshape(1, 36, rows, columns)

# %% features as a product of the columns, folded verdict="right"
columns = F.unfold(img[None], 8, stride=4)
patches = columns[0].T - columns[0].mean(dim=0)[:, None]
kernels = find_kernels(patches)
rows = (img.shape[1] - 8) // 4 + 1
features = (kernels.flatten(1) @ columns).unflatten(2, (rows, -1))

# %% features of the picture less its mean verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None] - img.mean(), kernels, stride=4)

# %% features at a stride of 1, every fourth kept verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels)[:, :, ::4, ::4]

# %% features channel by channel verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = 0
for c in range(3):
    features = features + F.conv2d(img[None, c : c + 1], kernels[:, c : c + 1], stride=4)

# %% divided by 255, and multiplied again verdict="right"
patches = F.unfold(img[None] / 255, 8, stride=4)[0].T
patches = 255 * (patches - patches.mean(dim=1, keepdim=True))
kernels = find_kernels(patches)
features = 255 * F.conv2d(img[None] / 255, kernels, stride=4)

# %% a wide picture verdict="right"
img = img[:, 100:164, 40:200]
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% a tall picture with odd sides verdict="right"
img = img[:, :203, 30:101]
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# %% a grey picture verdict="right"
img = img[:, 100:200, 200:300].mean(dim=0).expand(3, -1, -1)
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)


# %% another start, and more steps verdict="right"
def other_kernels(patches):
    variances, directions = torch.linalg.eigh(patches.T @ patches / len(patches))
    variances, directions = variances[-36:], directions[:, -36:]
    white = patches @ directions / variances.sqrt()
    start = torch.randn(36, 36, generator=torch.Generator().manual_seed(7))
    rotation = decorrelated(start.to(patches))
    for _ in range(80):
        answers = torch.tanh(white @ rotation.T)
        slope = (1 - answers**2).mean(dim=0)[:, None]
        rotation = decorrelated(answers.T @ white / len(white) - slope * rotation)
    return (rotation / variances.sqrt() @ directions.T).float().reshape(36, 3, 8, 8)


patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = other_kernels(patches.double())
features = F.conv2d(img[None], kernels, stride=4)

# %% kernels in another order, some with the other sign verdict="right"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches).flip(0)
kernels[::2] *= -1
features = F.conv2d(img[None], kernels, stride=4)

# %% no mean taken off verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch with no mean taken off.

# %% the mean computed, not taken off verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
means = patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches - means)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch with no mean taken off.

# %% a mean a channel verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T.reshape(-1, 3, 64)
patches = (patches - patches.mean(dim=2, keepdim=True)).reshape(-1, 3 * 8 * 8)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch less a mean for each colour.

# %% a mean a column verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=0)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch less the mean of all patches.

# %% a mean a column, before the columns become rows verdict="wrong"
columns = F.unfold(img[None], 8, stride=4)
columns = columns - columns.mean(dim=2, keepdim=True)
patches = columns[0].T
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch less the mean of all patches.

# %% one mean of all verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean()
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch less one mean of all numbers.

# %% the mean of the picture verdict="wrong"
centred = img - img.mean()
patches = F.unfold(centred[None], 8, stride=4)[0].T
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [507, 0] `patches` is 12.837; each patch, in F.unfold's order, less its mean is
# -86.458.

# %% each channel less its mean in the picture verdict="wrong"
centred = img - img.mean(dim=(1, 2), keepdim=True)
patches = F.unfold(centred[None], 8, stride=4)[0].T
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [507, 128] `patches` is 130.51; each patch, in F.unfold's order, less its mean is
# 23.542.

# %% both means, a row and a column verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True) - patches.mean(dim=0)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [5, 126] `patches` is -153.49; each patch, in F.unfold's order, less its mean is
# -42.688.

# %% a mean for each pixel, of its three colours verdict="wrong"
patches = F.unfold((img - img.mean(dim=0))[None], 8, stride=4)[0].T
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [253, 42] `patches` is 10.333; each patch, in F.unfold's order, less its mean is
# 158.39.

# %% the median verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.median(dim=1, keepdim=True).values
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [329, 0] `patches` is -7; each patch, in F.unfold's order, less its mean is
# -43.422.

# %% the mean taken off the wrong way round verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches.mean(dim=1, keepdim=True) - patches
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch, in F.unfold's order, less its mean, times -1.

# %% the mean added verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches + patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [507, 0] `patches` is 312.46; each patch, in F.unfold's order, less its mean is
# -86.458.

# %% patches at a stride of 8 verdict="wrong"
patches = F.unfold(img[None], 8, stride=8)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=8)

# ✗ discover: `patches` is each patch, in F.unfold's order, less its mean, at a stride of 8.

# %% patches at a stride of 2 verdict="wrong"
patches = F.unfold(img[None], 8, stride=2)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (2025, 192), not (529, 192).

# %% patches at a stride of 1 verdict="wrong"
patches = F.unfold(img[None], 8)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (7921, 192), not (529, 192).

# %% a patch a column verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0]
patches = patches - patches.mean(dim=0)
kernels = find_kernels(patches.T)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch, in F.unfold's order, less its mean, on its side, rows for
# columns.

# %% the batch left in front verdict="wrong"
patches = F.unfold(img[None], 8, stride=4).mT
patches = patches - patches.mean(dim=2, keepdim=True)
kernels = find_kernels(patches[0])
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (1, 529, 192), not (529, 192).

# %% torn apart, not turned on its side verdict="wrong"
patches = F.unfold(img[None], 8, stride=4).reshape(-1, 3 * 8 * 8)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [460, 1] `patches` is 164.23; each patch, in F.unfold's order, less its mean is
# -105.92.

# %% the colour last verdict="wrong"
windows = img.unfold(1, 8, 4).unfold(2, 8, 4)
patches = windows.permute(1, 2, 3, 4, 0).reshape(-1, 3 * 8 * 8)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch, in F.unfold's order, less its mean, with the colour last.

# %% each patch on its side verdict="wrong"
windows = img.unfold(1, 8, 4).unfold(2, 8, 4)
patches = windows.permute(1, 2, 0, 4, 3).reshape(-1, 3 * 8 * 8)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [442, 143] `patches` is 115.41; each patch, in F.unfold's order, less its mean is
# -101.59.

# %% the windows torn apart verdict="wrong"
windows = img.unfold(1, 8, 4).unfold(2, 8, 4)
patches = windows.reshape(-1, 3 * 8 * 8)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [260, 170] `patches` is 129.83; each patch, in F.unfold's order, less its mean is
# -105.77.

# %% still as small pictures verdict="wrong"
windows = img.unfold(1, 8, 4).unfold(2, 8, 4).permute(1, 2, 0, 3, 4)
patches = windows.reshape(-1, 3, 8, 8)
patches = patches - patches.mean(dim=(1, 2, 3), keepdim=True)
kernels = find_kernels(patches.flatten(1))
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (529, 3, 8, 8), not (529, 192).

# %% of a picture from 0 to 1 verdict="wrong"
patches = F.unfold(img[None] / 255, 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(100 * patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch, in F.unfold's order, less its mean, divided by 255.

# %% patches of 7 × 7 verdict="wrong"
patches = F.unfold(img[None], 7, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
torch.manual_seed(0)
kernels = nn.init.kaiming_normal_(torch.empty(36, 3, 8, 8))
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (529, 147), not (529, 192).

# %% a single channel verdict="wrong"
patches = F.unfold(img[None, :1], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches.repeat(1, 3))
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (529, 64), not (529, 192).

# %% the grey picture, three times verdict="wrong"
gray = img.mean(dim=0).expand(3, -1, -1)
patches = F.unfold(gray[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [213, 172] `patches` is 6.4583; each patch, in F.unfold's order, less its mean is
# -115.54.

# %% blue first verdict="wrong"
patches = F.unfold(img[None].flip(1), 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [212, 39] `patches` is -119.8; each patch, in F.unfold's order, less its mean is
# 99.198.

# %% a padding of 4 verdict="wrong"
patches = F.unfold(img[None], 8, stride=4, padding=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (625, 192), not (529, 192).

# %% the last row of patches forgotten verdict="wrong"
rows = [
    img[:, y : y + 8, x : x + 8].flatten()
    for y in range(0, img.shape[1] - 8, 4)
    for x in range(0, img.shape[2] - 8, 4)
]
patches = torch.stack([row - row.mean() for row in rows])
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (484, 192), not (529, 192).

# %% patches that end one pixel early verdict="wrong"
windows = F.pad(img, (-1, 0, -1, 0)).unfold(1, 8, 4).unfold(2, 8, 4)
patches = windows.permute(1, 2, 0, 3, 4).reshape(-1, 3 * 8 * 8)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (484, 192), not (529, 192).

# %% each pixel twice verdict="wrong"
patches = F.unfold(img[None], 4, stride=4)[0].T.reshape(-1, 3, 4, 4)
patches = F.interpolate(patches, scale_factor=2).flatten(1)
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` has the shape (576, 192), not (529, 192).

# %% patches of one strength verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
patches = patches / patches.std(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [253, 106] `patches` is 3.1403; each patch, in F.unfold's order, less its mean is
# 163.39.

# %% divided by their deviation verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
patches = patches / patches.std()
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch, in F.unfold's order, less its mean, divided by 41.53.

# %% without signs verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = (patches - patches.mean(dim=1, keepdim=True)).abs()
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is each patch, in F.unfold's order, less its mean, without its signs.

# %% whole numbers verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = (patches - patches.mean(dim=1, keepdim=True)).long()
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [158, 0] `patches` is -8; each patch, in F.unfold's order, less its mean is
# -8.9948.

# %% NumPy's patches verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T.numpy()
patches = patches - patches.mean(axis=1, keepdims=True)
kernels = find_kernels(torch.from_numpy(patches))
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is of type ndarray, not a torch tensor of real numbers.

# %% a list of patches verdict="wrong"
patches = [row - row.mean() for row in F.unfold(img[None], 8, stride=4)[0].T]
kernels = find_kernels(torch.stack(patches))
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `patches` is of type list, not a torch tensor of real numbers.

# %% one patch twice, in place of another verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
patches[40] = patches[41]
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [40, 184] `patches` is -21.099; each patch, in F.unfold's order, less its mean is
# 77.151.

# %% kernels found with the mean left on verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
kernels = find_kernels(patches)
patches = patches - patches.mean(dim=1, keepdim=True)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 0.921 to 1.04;
# wanted 1 for each.

# %% kernels of another picture verdict="wrong"
own = img[:, 100:196, 200:296]
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
cut = F.unfold(own[None], 8, stride=4)[0].T
kernels = find_kernels(cut - cut.mean(dim=1, keepdim=True))
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 0.616 to 2.24;
# wanted 1 for each.

# %% kernels of the picture turned on its side verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches).mT
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 0.597 to 1.54;
# wanted 1 for each.

# %% kernels of sparser patches verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches[::4])
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 0.901 to 1.19;
# wanted 1 for each.

# %% random kernels verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
torch.manual_seed(0)
kernels = nn.init.kaiming_normal_(torch.empty(36, 3, 8, 8))
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 37.5 to 103;
# wanted 1 for each.

# %% kernels that are all zeros verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = torch.zeros(36, 3, 8, 8)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 0 to 0; wanted
# 1 for each.

# %% kernels with the colour last verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches).reshape(36, 8, 8, 3)
features = F.conv2d(img[None], kernels.permute(0, 3, 1, 2), stride=4)

# ✗ discover: `kernels` has the shape (36, 8, 8, 3), not (36, 3, 8, 8).

# %% kernels whose colours were torn apart verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches).permute(0, 2, 3, 1).reshape(36, 3, 8, 8)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 0.243 to 1.81;
# wanted 1 for each.

# %% kernels with red and blue exchanged verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)[:, [2, 1, 0]]
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 0.748 to 1.28;
# wanted 1 for each.

# %% the first patches as kernels verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = patches[:36].reshape(36, 3, 8, 8)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 2.76e+04 to
# 9.98e+04; wanted 1 for each.

# %% the strongest directions as kernels verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
variances, directions = torch.linalg.eigh(patches.T @ patches / len(patches))
kernels = directions[:, -36:].T.reshape(36, 3, 8, 8)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 36.3 to 325;
# wanted 1 for each.

# %% the patterns in place of the kernels verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
answers = patches @ find_kernels(patches).flatten(1).T
kernels = (answers.T @ patches / len(patches)).reshape(36, 3, 8, 8)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 4.21e+03 to
# 4.14e+04; wanted 1 for each.

# %% kernels as rows verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)
kernels = kernels.flatten(1)

# ✗ discover: `kernels` has the shape (36, 192), not (36, 3, 8, 8).

# %% the first kernel alone verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)[:1]
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `kernels` has the shape (1, 3, 8, 8), not (36, 3, 8, 8).

# %% kernels for a picture from 0 to 1 verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = 255 * find_kernels(patches)
features = F.conv2d(img[None] / 255, kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 255 to 255;
# wanted 1 for each.

# %% kernels of length 1 verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = F.normalize(find_kernels(patches).flatten(1)).reshape(36, 3, 8, 8)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 43 to 99.5;
# wanted 1 for each.

# %% a kernel repeated verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
kernels[1] = kernels[0]
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have correlations of up to 1; wanted 0 for
# each two.

# %% the absolute values of the kernels verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches).abs()
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: To these patches the answers of `kernels` have root mean squares from 0.432 to 1.38;
# wanted 1 for each.

# %% the function in place of its result verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels
features = F.conv2d(img[None], kernels(patches), stride=4)

# ✗ discover: `kernels` is of type function, not a torch tensor of real numbers.

# %% features at a stride of 1 verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels)

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, at a stride of 1.

# %% features at a stride of 8 verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=8)

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, at a stride of 8.

# %% features at a stride of 2 verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=2)

# ✗ discover: `features` has the shape (1, 36, 45, 45), not (1, 36, 23, 23).

# %% features of a picture from 0 to 1 verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None] / img.max(), kernels, stride=4)

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, divided by 255.

# %% features without a batch verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img, kernels, stride=4)

# ✗ discover: `features` has the shape (36, 23, 23), not (1, 36, 23, 23).

# %% features without signs verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4).abs()

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, without its signs.

# %% ReLU behind the features verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.relu(F.conv2d(img[None], kernels, stride=4))

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, cut off below 0.

# %% features with a border verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4, padding=4)

# ✗ discover: `features` has the shape (1, 36, 25, 25), not (1, 36, 23, 23).

# %% features with a border of two verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4, padding=2)[:, :, :23, :23]

# ✗ discover: At [0, 26, 13, 13] `features` is 4.8968; what F.conv2d makes of the picture and
# `kernels` is -8.161.

# %% features with the kernels turned verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels.flip(2, 3), stride=4)

# ✗ discover: At [0, 23, 11, 12] `features` is -2.4635; what F.conv2d makes of the picture and
# `kernels` is 9.3545.

# %% features with the kernels on their sides verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels.mT, stride=4)

# ✗ discover: At [0, 0, 15, 21] `features` is 4.5117; what F.conv2d makes of the picture and
# `kernels` is -5.219.

# %% features with the other sign verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = -F.conv2d(img[None], kernels, stride=4)

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, times -1.

# %% features as maps alone verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)[0]

# ✗ discover: `features` has the shape (36, 23, 23), not (1, 36, 23, 23).

# %% the product of patches and kernels as it is verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = patches @ kernels.flatten(1).T

# ✗ discover: `features` has the shape (529, 36), not (1, 36, 23, 23).

# %% the product, torn apart verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = (patches @ kernels.flatten(1).T).reshape(1, 36, 23, 23)

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, torn apart as by
# `reshape`.

# %% the product of patches in another order verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
patches = patches[torch.randperm(len(patches), generator=torch.Generator().manual_seed(0))]
kernels = find_kernels(patches)
features = (kernels.flatten(1) @ patches.T).reshape(1, 36, 23, 23)

# ✗ discover: At [0, 6, 9, 16] `features` is 6.9543; what F.conv2d makes of the picture and
# `kernels` is -4.208.

# %% a layer with a bias verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
torch.manual_seed(0)
conv = nn.Conv2d(3, 36, 8, stride=4)
conv.weight.data = kernels
features = conv(img[None])

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, plus (-0.040313,
# -0.011532, -0.057146, -0.062448, 0.020886, -0.019805, -0.039081, 0.033283, 0.056376, 0.008092,
# -0.035963, 0.039272, -0.024854, -0.033407, -0.014071, -0.017537, 0.069671, -0.012952, -0.06498,
# -0.02292, 0.026475, 0.031207, -0.048412, -0.050837, -0.020534, 0.0046149, -0.059391, 0.033224,
# -0.013545, 0.041982, 0.021509, -0.011516, -0.006513, 0.022185, -0.037503, -0.018709).

# %% a layer with its own kernels verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
torch.manual_seed(0)
features = nn.Conv2d(3, 36, 8, stride=4, bias=False)(img[None])

# ✗ discover: At [0, 18, 22, 1] `features` is -408.92; what F.conv2d makes of the picture and
# `kernels` is 0.35636.

# %% features of the kernels before they were changed verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)
kernels = -kernels

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, times -1.

# %% features stretched, from 0 to 1 verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)
features = (features - features.min()) / (features.max() - features.min())

# ✗ discover: `features` is what F.conv2d makes of the picture and `kernels`, divided by 17.52,
# plus (0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593,
# 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593,
# 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593,
# 0.46593, 0.46593, 0.46593, 0.46593, 0.46593, 0.46593).

# %% features of dilated kernels verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4, dilation=2)

# ✗ discover: `features` has the shape (1, 36, 21, 21), not (1, 36, 23, 23).

# %% one number of the features wrong verdict="wrong"
patches = F.unfold(img[None], 8, stride=4)[0].T
patches = patches - patches.mean(dim=1, keepdim=True)
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)
features[0, 0, 0, 0] += 1

# ✗ discover: At [0, 0, 0, 0] `features` is 0.90714; what F.conv2d makes of the picture and
# `kernels` is -0.092863.

# %% columns first, and no mean taken off verdict="wrong"
rows, columns = img.shape[1] - 7, img.shape[2] - 7
corners = [(y, x) for x in range(0, columns, 4) for y in range(0, rows, 4)]
patches = torch.stack([img[:, y : y + 8, x : x + 8].flatten() for y, x in corners])
kernels = find_kernels(patches)
features = F.conv2d(img[None], kernels, stride=4)

# ✗ discover: At [205, 129] `patches` is 255; each patch, in F.unfold's order, less its mean is
# -45.234.
