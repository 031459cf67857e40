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

# %% a Kronecker product, its sides moved verdict="right"
pooled = F.avg_pool2d(img[None], 2)
blocks = torch.kron(torch.eye(3), torch.full((2, 2), 1 / 4))
w = blocks.reshape(3, 2, 3, 2).permute(0, 2, 1, 3)
res = F.conv2d(img[None], w, stride=2)

# %% a layer with groups verdict="right"
pooled = F.avg_pool2d(img.unsqueeze(0), (2, 2))
layer = nn.Conv2d(3, 3, 2, stride=2, groups=3, bias=False)
nn.init.constant_(layer.weight, 1 / 4)
w = layer.weight
with torch.no_grad():
    res = layer(img.unsqueeze(0))

# %% a layer whose bias is 0 verdict="right"
pooled = nn.functional.avg_pool2d(img[None], 2, 2, 0)
layer = nn.Conv2d(3, 3, kernel_size=2, stride=2)
layer.bias.data.zero_()
layer.weight.data = torch.diag_embed(torch.ones(2, 2, 3)).permute(2, 3, 0, 1) / 4
w, res = layer.weight.detach(), layer(img[None]).detach()

# %% colour by colour, and put together verdict="right"
pooled = torch.cat([F.avg_pool2d(channel[None, None], 2) for channel in img], dim=1)
w = torch.zeros(3, 3, 2, 2)
results = []
for c in range(3):
    w[c, c] = torch.outer(torch.tensor([0.5, 0.5]), torch.tensor([0.5, 0.5]))
    results.append(F.conv2d(img[None, c : c + 1], w[c : c + 1, c : c + 1], stride=2))
res = torch.cat(results, dim=1)

# %% unfolded blocks times a matrix verdict="right"
pooled = img.unfold(1, 2, 2).unfold(2, 2, 2).mean(dim=(3, 4))[None]
w = torch.zeros(3, 3, 2, 2)
w.diagonal(dim1=0, dim2=1).fill_(0.25)
blocks = F.unfold(img[None], kernel_size=2, stride=2)
res = (w.reshape(3, 12) @ blocks).reshape(pooled.shape)

# %% divided by 255, and multiplied again verdict="right"
small = img[None] / 255
pooled = F.avg_pool2d(small, 2) * 255
w = torch.zeros(3, 3, 2, 2)
for c in range(3):
    w[c, c] = 0.25
res = F.conv2d(small, w, stride=2) * 255

# %% weights in half precision verdict="right"
pooled = F.avg_pool2d(img, 2)[None]
w = torch.full((3, 1, 2, 2), 0.25, dtype=torch.float16)
res = F.conv2d(img[None], w.float(), stride=2, groups=3)

# %% with a gradient, from a sum verdict="right"
pooled = F.avg_pool2d(img[None], 2, divisor_override=4)
w = (torch.eye(3)[:, :, None, None] * torch.ones(2, 2)).requires_grad_()
res = F.conv2d(img[None], w, stride=2) / 4
w = w / 4

# %% bilinear, which is the same for exactly one half verdict="right"
pooled = F.interpolate(img[None], scale_factor=0.5, mode="bilinear")
w = torch.eye(3).repeat_interleave(4, dim=1).reshape(3, 3, 2, 2) / 4
res = torch.einsum("ocij,cyixj->oyx", w, img.reshape(3, 256, 2, 256, 2))[None]

# %% the weights of the blur verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A flat picture of 100 comes out as (16, 16, 16); wanted (100, 100, 100).

# %% ones, not divided verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A flat picture of 100 comes out as (400, 400, 400); wanted (100, 100, 100).

# %% divided by 2, not by 4 verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 2
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A flat picture of 100 comes out as (200, 200, 200); wanted (100, 100, 100).

# %% divided by 12, for all channels verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 12
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A flat picture of 100 comes out as (33.333, 33.333, 33.333); wanted (100, 100, 100).

# %% red forgotten verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A flat picture of 100 comes out as (0, 100, 100); wanted (100, 100, 100).

# %% all nine slices filled verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.full((3, 3, 2, 2), 1 / 12)
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: Pure red comes out as (33.333, 33.333, 33.333); wanted (100, 0, 0).

# %% one pixel of each block verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0, 0, 0] = w[1, 1, 0, 0] = w[2, 2, 0, 0] = 1
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A block's four pixels count (1, 0, 0, 0) in the kernel of red.

# %% two pixels of each block verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0, 0] = w[1, 1, 0] = w[2, 2, 0] = 1 / 2
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A block's four pixels count (0.5, 0.5, 0, 0) in the kernel of red.

# %% negative weights verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[[0, 1, 2], [0, 1, 2]] = torch.tensor([[1.0, 1.0], [-0.5, -0.5]])
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A block's four pixels count (1, 1, -0.5, -0.5) in the kernel of red.

# %% nearly a quarter verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[[0, 1, 2], [0, 1, 2]] = torch.tensor([[0.255, 0.25], [0.25, 0.245]])
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A block's four pixels count (0.255, 0.25, 0.25, 0.245) in the kernel of red.

# %% the stride forgotten verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w)

# ✗ pooling: `res` is what F.conv2d makes of the picture and this `w`, but with a stride of 1.

# %% padded verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2, padding=1)

# ✗ pooling: `res` is what F.conv2d makes of the picture and this `w`, but with a padding of 1.

# %% the batch forgotten in the convolution verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img, w, stride=2)

# ✗ pooling: `res` has the shape (3, 48, 48), not (1, 3, 48, 48).

# %% the batch forgotten in the pooling verdict="wrong"
pooled = F.avg_pool2d(img, 2)

# ✗ pooling: `pooled` has the shape (3, 48, 48), not (1, 3, 48, 48).

# %% pooled with a stride of 1 verdict="wrong"
pooled = F.avg_pool2d(img[None], 2, stride=1)

# ✗ pooling: `pooled` has the shape (1, 3, 95, 95), not (1, 3, 48, 48).

# %% blocks of 4 verdict="wrong"
pooled = F.avg_pool2d(img[None], 4)

# ✗ pooling: `pooled` has the shape (1, 3, 24, 24), not (1, 3, 48, 48).

# %% width halved, height not verdict="wrong"
pooled = F.avg_pool2d(img[None], (1, 2))

# ✗ pooling: `pooled` has the shape (1, 3, 96, 48), not (1, 3, 48, 48).

# %% pooled by the layer, not called verdict="wrong"
pooled = nn.AvgPool2d(2)

# ✗ pooling: `pooled` is of type AvgPool2d, not a torch tensor of real numbers.

# %% the largest of a block verdict="wrong"
pooled = F.max_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: `pooled` is the largest pixel of each block, not the mean.

# %% the sum of a block verdict="wrong"
pooled = F.avg_pool2d(img[None], 2, divisor_override=1)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: `pooled` is the mean of each block of 2 × 2 pixels, times 4.

# %% every second pixel verdict="wrong"
pooled = img[None, :, ::2, ::2]
w = torch.zeros(3, 3, 2, 2)
w[0, 0, 0, 0] = w[1, 1, 0, 0] = w[2, 2, 0, 0] = 1
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: At [0, 2, 32, 12] `pooled` is 197; the mean of each block of 2 × 2 pixels is 113.75.

# %% blocks of 4 that overlap verdict="wrong"
pooled = F.avg_pool2d(img[None], 4, stride=2, padding=1)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: At [0, 2, 47, 0] `pooled` is 128.94; the mean of each block of 2 × 2 pixels is 232.25.

# %% the kernel of the blur verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: `w` has the shape (3, 3, 5, 5), not (3, 3, 2, 2).

# %% zeros left as they are verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: A flat picture of 100 comes out as (0, 0, 0); wanted (100, 100, 100).

# %% a list verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = [[0.25, 0.25], [0.25, 0.25]]

# ✗ pooling: `w` is of type list, not a torch tensor of real numbers.

# %% pooling in place of a convolution verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 2, 2))
pooled = res = F.avg_pool2d(img[None], 2)

# ✗ pooling: A block's four pixels count (0, 0, 0, 1) in the kernel of red.

# %% stretched to 0..255 verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)
res = 255 * (res - res.min()) / (res.max() - res.min())

# ✗ pooling: `res` is what F.conv2d makes of the picture and this `w`, times 1.005, plus (-0.75369,
# -0.75369, -0.75369).

# %% convolved before the weights were set verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
res = F.conv2d(img[None], w, stride=2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4

# ✗ pooling: At [0, 2, 42, 16] `res` is 0; what F.conv2d makes of the picture and this `w` is
# 251.5.

# %% nothing verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = print(F.conv2d(img[None], w, stride=2).shape)

# ✗ pooling: `res` is of type NoneType, not a torch tensor of real numbers.

# %% red and blue swapped verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 2] = w[1, 1] = w[2, 0] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: Pure red comes out as (0, 0, 100); wanted (100, 0, 0).

# %% red and blue swapped in both results only verdict="wrong"
pooled = F.avg_pool2d(img.flip(0)[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img.flip(0)[None], w, stride=2)

# ✗ pooling: `pooled` is the mean of each block of 2 × 2 pixels, with red and blue swapped.

# %% half of green in red verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[0, 1] = 1 / 8
w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: Pure red comes out as (50, 0, 0); wanted (100, 0, 0).

# %% both results on their side verdict="wrong"
turned = img.permute(0, 2, 1)[None]
pooled = F.avg_pool2d(turned, 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(turned, w, stride=2)

# ✗ pooling: `pooled` is the mean of each block of 2 × 2 pixels, on its side, rows for columns.

# %% the convolution's result on its side verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2).mT

# ✗ pooling: `res` is what F.conv2d makes of the picture and this `w`, on its side, rows for
# columns.

# %% the stride at the place of the padding verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, None, 1, 2)

# ✗ pooling: `res` has the shape (1, 3, 99, 99), not (1, 3, 48, 48).

# %% dilation for stride verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, dilation=2)

# ✗ pooling: `res` has the shape (1, 3, 94, 94), not (1, 3, 48, 48).

# %% both from the picture divided by 255 verdict="wrong"
pooled = F.avg_pool2d(img[None] / 255, 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None] / 255, w, stride=2)

# ✗ pooling: `pooled` is the mean of each block of 2 × 2 pixels, divided by 255.

# %% both stretched to 0..255 already verdict="wrong"
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
pooled, res = F.avg_pool2d(img[None], 2), F.conv2d(img[None], w, stride=2)
pooled, res = (255 * (o - o.min()) / (o.max() - o.min()) for o in (pooled, res))

# ✗ pooling: `pooled` is the mean of each block of 2 × 2 pixels, times 1.005, plus (-0.75369,
# -0.75369, -0.75369).

# %% both rounded verdict="wrong"
pooled = F.avg_pool2d(img[None], 2).round()
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2).round()

# ✗ pooling: At [0, 0, 0, 4] `pooled` is 68; the mean of each block of 2 × 2 pixels is 67.5.

# %% Pillow's small picture, in whole numbers verdict="wrong"
pooled = jpg_to_torch(picture.reduce(2))[None]
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: `pooled` has the shape (1, 3, 256, 256), not (1, 3, 48, 48).

# %% a bicubic half verdict="wrong"
pooled = F.interpolate(img[None], scale_factor=0.5, mode="bicubic")
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: At [0, 1, 30, 5] `pooled` is 194.45; the mean of each block of 2 × 2 pixels is 161.5.

# %% the smallest of a block verdict="wrong"
pooled = -F.max_pool2d(-img[None], 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: At [0, 1, 35, 20] `pooled` is 50; the mean of each block of 2 × 2 pixels is 137.75.

# %% the root of the mean square verdict="wrong"
pooled = F.lp_pool2d(img[None], norm_type=2, kernel_size=2) / 2
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: At [0, 2, 24, 0] `pooled` is 96.422; the mean of each block of 2 × 2 pixels is 71.75.

# %% blocks that begin one pixel later verdict="wrong"
later = img.roll((-1, -1), dims=(1, 2))[None]
pooled = F.avg_pool2d(later, 2)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(later, w, stride=2)

# ✗ pooling: At [0, 2, 20, 28] `pooled` is 58.25; the mean of each block of 2 × 2 pixels is 165.

# %% the upper left quarter, not the half of all verdict="wrong"
pooled = F.avg_pool2d(img[None, :, :257, :257], 2, stride=1)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None, :, :257, :257], w)

# ✗ pooling: At [0, 2, 70, 173] `pooled` is 2; the mean of each block of 2 × 2 pixels is 251.

# %% one mean a colour, everywhere verdict="wrong"
pooled = img.mean(dim=(1, 2)).reshape(1, 3, 1, 1).expand(1, 3, 256, 256)
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = pooled.clone()

# ✗ pooling: At [0, 2, 62, 167] `pooled` is 113.14; the mean of each block of 2 × 2 pixels is
# 254.5.

# %% pooled across the colours as well verdict="wrong"
pooled = F.avg_pool3d(img[None], (3, 2, 2))
w = torch.full((1, 3, 2, 2), 1 / 12)
res = F.conv2d(img[None], w, stride=2)

# ✗ pooling: `pooled` has the shape (1, 1, 48, 48), not (1, 3, 48, 48).

# %% a layer with a bias verdict="wrong"
pooled = F.avg_pool2d(img[None], 2)
layer = nn.Conv2d(3, 3, kernel_size=2, stride=2)
nn.init.constant_(layer.bias, 0.3)
layer.weight.data = nn.init.dirac_(torch.empty(3, 3, 1, 1)).repeat(1, 1, 2, 2) / 4
w = layer.weight
res = layer(img[None])

# ✗ pooling: `res` is what F.conv2d makes of the picture and this `w`, plus (0.3, 0.3, 0.3).

# %% a layer that kept its random weights verdict="wrong"
torch.manual_seed(0)
pooled = F.avg_pool2d(img[None], 2)
layer = nn.Conv2d(3, 3, kernel_size=2, stride=2, bias=False)
w = layer.weight
res = layer(img[None])

# ✗ pooling: Pure red comes out as (-29.734, -57.527, -2.2391); wanted (100, 0, 0).

# %% pooled made from the convolution's result, which is small already verdict="wrong"
w = torch.zeros(3, 3, 2, 2)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 4
res = F.conv2d(img[None], w, stride=2)
pooled = F.avg_pool2d(res, 2)

# ✗ pooling: `pooled` has the shape (1, 3, 24, 24), not (1, 3, 48, 48).
