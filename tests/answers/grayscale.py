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

# %% a picture without colour verdict="right"
img = img[:1].expand(3, -1, -1)
gray = img.mean(dim=0)

# %% a black picture verdict="right"
img = torch.zeros(3, 20, 30)
gray = img.mean(dim=0)

# %% dimension 0 of the batch verdict="wrong" hint=["(3, 512, 512)", "over the channels"]
gray = img[None].mean(dim=0)

# %% a mean over everything verdict="wrong" hint=["(), not (512, 512)."]
gray = img.mean()

# %% a mean over the rows verdict="wrong" hint=["the shape (3, 512)", "over the channels"]
gray = img.mean(dim=1)

# %% a mean over rows and columns verdict="wrong" hint=["the shape (3,)", "over the channels"]
gray = img.mean(dim=(1, 2))

# %% divided, but not added verdict="wrong" hint=["(3, 512, 512)", "over the channels"]
gray = img / 3

# %% still a batch verdict="wrong" hint=["(1, 1, 512, 512)", "over the channels"]
gray = img[None].mean(dim=1, keepdim=True)

# %% the mean in all three channels verdict="wrong" hint=["(3, 512, 512)", "over the channels"]
gray = img.mean(dim=0).expand(3, -1, -1)

# %% the sum verdict="wrong" hint=["sum of the channels"]
gray = img.sum(dim=0)

# %% the sum, less 1 verdict="wrong" hint=["not the mean"]
gray = img.sum(dim=0) - 1

# %% only red verdict="wrong" hint=["one channel"]
gray = img[0]

# %% only green verdict="wrong" hint=["one channel"]
gray = img[1:2]

# %% only blue verdict="wrong" hint=["one channel"]
gray = img[-1]

# %% half a channel verdict="wrong" hint=["not the mean"]
gray = img[0] / 2

# %% the eye's weights verdict="wrong" hint=["suit the eye"]
gray = 0.299 * img[0] + 0.587 * img[1] + 0.114 * img[2]

# %% Pillow's grey verdict="wrong" hint=["suit the eye"]
gray = torch.tensor(np.array(picture.convert("L"))).float()

# %% the eye's weights, cut to whole numbers verdict="wrong" hint=["suit the eye"]
gray = (0.299 * img[0] + 0.587 * img[1] + 0.114 * img[2]).floor()

# %% the eye's weights, from television of 1990 verdict="wrong" hint=["not the mean"]
gray = 0.2126 * img[0] + 0.7152 * img[1] + 0.0722 * img[2]

# %% only the last one divided verdict="wrong" hint=["not the mean"]
red, green, blue = img
gray = red + green + blue / 3

# %% two channels of three verdict="wrong" hint=["not the mean"]
gray = img[:2].mean(dim=0)

# %% the median verdict="wrong" hint=["not the mean"]
gray = img.median(dim=0).values

# %% the brightest channel verdict="wrong" hint=["not the mean"]
gray = img.max(dim=0).values

# %% an overflow of bytes verdict="wrong" hint=["not the mean"]
red, green, blue = img.to(torch.uint8)
gray = (red + green + blue) / 3

# %% cut to whole numbers verdict="wrong" hint=["not the mean"]
gray = img.mean(dim=0).to(torch.uint8)

# %% weights of three digits verdict="wrong" hint=["not the mean"]
gray = 0.333 * img[0] + 0.333 * img[1] + 0.333 * img[2]

# %% scaled to 0..1 verdict="wrong" hint=["not the mean"]
gray = img.mean(dim=0) / 255

# %% 0 divided by 0 verdict="wrong" hint=["nan or infinity"]
gray = img.sum(dim=0) / (img - img).sum(dim=0)

# %% a NumPy array verdict="wrong" hint=["of type ndarray"]
gray = img.numpy().mean(axis=0)

# %% a PIL picture verdict="wrong" hint=["of type Image"]
gray = picture.convert("L")

# %% a list of rows verdict="wrong" hint=["of type list"]
gray = img.mean(dim=0).tolist()

# %% max gives values and places verdict="wrong" hint=["of type max"]
gray = img.max(dim=0)

# %% the method, not called verdict="wrong" hint=["of type builtin_function"]
gray = img.mean
