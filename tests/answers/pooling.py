# %% [markdown]
# Answers to *Average pooling is a convolution*. The set-up and `load` have run before each.

# %% a quarter for each pixel of a block verdict="right"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# %% one kernel a channel, with groups verdict="right"
pooled = F.avg_pool2d(img[None], kernel_size=2, stride=2)
w = torch.full((3, 1, 2, 2), 0.25)
res = F.conv2d(img[None], w, stride=2, groups=3)

# %% layers verdict="right"
pooled = nn.AvgPool2d(2)(img[None])
layer = nn.Conv2d(3, 3, kernel_size=2, stride=2, bias=False)
layer.weight = nn.Parameter(torch.eye(3)[:, :, None, None].repeat(1, 1, 2, 2) / 4)
w = layer.weight
res = layer(img[None])

# %% to a given size verdict="right"
pooled = F.adaptive_avg_pool2d(img[None], (256, 256))
w = torch.einsum("oc,ij->ocij", torch.eye(3), torch.full((2, 2), 1 / 4))
res = F.conv2d(img[None], w, stride=(2, 2))

# %% blocks by reshape, every second place verdict="right"
pooled = img.reshape(1, 3, 256, 2, 256, 2).mean(dim=(3, 5))
w = torch.zeros(3, 3, 2, 2)
w[range(3), range(3)] = 1 / 4
res = F.conv2d(img[None], w)[:, :, ::2, ::2]

# %% four slices, NumPy and float64 verdict="right"
pooled = (img[:, ::2, ::2] + img[:, ::2, 1::2] + img[:, 1::2, ::2] + img[:, 1::2, 1::2])[None] / 4
kernel = np.zeros((3, 3, 2, 2))
kernel[[0, 1, 2], [0, 1, 2]] = np.ones((2, 2)) / 4
w = torch.from_numpy(kernel)
res = F.conv2d(img[None].double(), w, stride=2)

# %% scaled down by half verdict="right"
pooled = F.interpolate(img[None], scale_factor=0.5, mode="area")
w = nn.init.dirac_(torch.empty(3, 3, 1, 1)).expand(-1, -1, 2, 2) / 4
res = F.conv2d(img[None], w, stride=2)

# %% a picture with odd sides verdict="right"
img = img[:, :301, :255]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# %% the weights of the blur verdict="wrong" hint=["comes out as 16, 16, 16", "add up to"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
res = F.conv2d(img[None], w, stride=2)

# %% ones, not divided verdict="wrong" hint=["comes out as 400, 400, 400"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1
res = F.conv2d(img[None], w, stride=2)

# %% divided by 2, not by 4 verdict="wrong" hint=["comes out as 200, 200, 200"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 2
res = F.conv2d(img[None], w, stride=2)

# %% divided by 12, for all channels verdict="wrong" hint=["comes out as 33.3333"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 12
res = F.conv2d(img[None], w, stride=2)

# %% red forgotten verdict="wrong" hint=["comes out as 0, 100, 100"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# %% all nine slices filled verdict="wrong" hint=["from one channel to another"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.full((3, 3, 2, 2), 1 / 12)
res = F.conv2d(img[None], w, stride=2)

# %% one pixel of each block verdict="wrong" hint=["do not all count the same"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0, 0, 0] = w[1, 1, 0, 0] = w[2, 2, 0, 0] = 1
res = F.conv2d(img[None], w, stride=2)

# %% two pixels of each block verdict="wrong" hint=["do not all count the same"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0, 0] = w[1, 1, 0] = w[2, 2, 0] = 1 / 2
res = F.conv2d(img[None], w, stride=2)

# %% negative weights verdict="wrong" hint=["do not all count the same"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[[0, 1, 2], [0, 1, 2]] = torch.tensor([[1.0, 1.0], [-0.5, -0.5]])
res = F.conv2d(img[None], w, stride=2)

# %% nearly a quarter verdict="wrong" hint=["do not all count the same"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[[0, 1, 2], [0, 1, 2]] = torch.tensor([[0.255, 0.25], [0.25, 0.245]])
res = F.conv2d(img[None], w, stride=2)

# %% the stride forgotten verdict="wrong" hint=["`res` has the shape (1, 3, 511, 511)", "stride"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w)

# %% padded verdict="wrong" hint=["`res` has the shape (1, 3, 257, 257)", "padding"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2, padding=1)

# %% the batch forgotten in the convolution verdict="wrong" hint=["`res` has the shape", "batch"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img, w, stride=2)

# %% the batch forgotten in the pooling verdict="wrong" hint=["`pooled` has the shape", "batch"]
pooled = F.avg_pool2d(img, 2)

# %% pooled with a stride of 1 verdict="wrong" hint=["`pooled` has the shape (1, 3, 511, 511)"]
pooled = F.avg_pool2d(img[None], 2, stride=1)

# %% blocks of 4 verdict="wrong" hint=["`pooled` has the shape (1, 3, 128, 128)", "half"]
pooled = F.avg_pool2d(img[None], 4)

# %% width halved, height not verdict="wrong" hint=["`pooled` has the shape (1, 3, 512, 256)"]
pooled = F.avg_pool2d(img[None], (1, 2))

# %% pooled by the layer, not called verdict="wrong" hint=["`pooled` is of type AvgPool2d"]
pooled = nn.AvgPool2d(2)

# %% the largest of a block verdict="wrong" hint=["the mean of each block"]
pooled = F.max_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# %% the sum of a block verdict="wrong" hint=["the mean of each block"]
pooled = F.avg_pool2d(img[None], 2, divisor_override=1)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1
res = F.conv2d(img[None], w, stride=2)

# %% every second pixel verdict="wrong" hint=["the mean of each block"]
pooled = img[None, :, ::2, ::2]
w = torch.zeros(3, 3, 2, 2)
w[0, 0, 0, 0] = w[1, 1, 0, 0] = w[2, 2, 0, 0] = 1
res = F.conv2d(img[None], w, stride=2)

# %% blocks of 4 that overlap verdict="wrong" hint=["the mean of each block"]
pooled = F.avg_pool2d(img[None], 4, stride=2, padding=1)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# %% the kernel of the blur verdict="wrong" hint=["`w` has the shape (3, 3, 5, 5)"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
res = F.conv2d(img[None], w, stride=2)

# %% zeros left as they are verdict="wrong" hint=["`w` is all zeros"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
res = F.conv2d(img[None], w, stride=2)

# %% a list verdict="wrong" hint=["`w` is of type list"]
pooled = F.avg_pool2d(img[None], 2)
w = [[0.25, 0.25], [0.25, 0.25]]

# %% pooling in place of a convolution verdict="wrong" hint=["`res` is not what F.conv2d"]
w = nn.init.dirac_(torch.empty(3, 3, 2, 2))
pooled = res = F.avg_pool2d(img[None], 2)

# %% stretched to 0..255 verdict="wrong" hint=["`res` is not what F.conv2d", "changed after"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)
res = 255 * (res - res.min()) / (res.max() - res.min())

# %% convolved before the weights were set verdict="wrong" hint=["`res` is not what F.conv2d"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
res = F.conv2d(img[None], w, stride=2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4

# %% nothing verdict="wrong" hint=["`res` is of type NoneType"]
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = print(F.conv2d(img[None], w, stride=2).shape)
