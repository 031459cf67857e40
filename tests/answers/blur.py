# %% [markdown]
# Answers to *Blur*. The set-up and `load` have run before each.

# %% a box verdict="right"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# %% a box of 3 by 3 in the middle verdict="right"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 1:4, 1:4] = 1 / 9
o = F.conv2d(img[None], w)

# %% a Gaussian by its formula verdict="right"
w = torch.zeros(3, 3, 5, 5)
for i in range(5):
    for j in range(5):
        w[[0, 1, 2], [0, 1, 2], i, j] = np.exp(-((i - 2) ** 2 + (j - 2) ** 2) / 2)
w = w / w.sum() * 3
o = F.conv2d(img[None], w)

# %% binomial numbers, by an outer product verdict="right"
row = torch.tensor([1.0, 4.0, 6.0, 4.0, 1.0]) / 16
w = torch.eye(3)[:, :, None, None] * torch.outer(row, row)
o = F.conv2d(img[None], w)

# %% Wikipedia's table of whole numbers verdict="right"
table = [[1, 4, 6, 4, 1], [4, 16, 24, 16, 4], [6, 24, 36, 24, 6]]
table = torch.tensor([*table, table[1], table[0]])
w = torch.zeros(3, 3, 5, 5)
w[range(3), range(3)] = table / 256
o = F.conv2d(img[None], w)

# %% einsum verdict="right"
bump = torch.softmax(-((torch.arange(5.0) - 2) ** 2), dim=0)
w = torch.einsum("oc,i,j->ocij", torch.eye(3), bump, bump)
o = F.conv2d(img[None], w)

# %% one kernel a channel, with groups verdict="right"
w = torch.full((3, 1, 5, 5), 1 / 25)
o = F.conv2d(img[None], w, groups=3)

# %% one kernel expanded, with groups verdict="right"
w = torch.full((5, 5), 0.04).expand(3, 1, 5, 5)
o = F.conv2d(img[None], w, groups=3)

# %% a layer without bias verdict="right"
layer = nn.Conv2d(3, 3, kernel_size=5, bias=False)
nn.init.zeros_(layer.weight)
with torch.no_grad():
    for c in range(3):
        layer.weight[c, c] = 1 / 25
w = layer.weight
o = layer(img[None])

# %% a layer with groups verdict="right"
layer = nn.Conv2d(3, 3, kernel_size=5, groups=3, bias=False)
nn.init.constant_(layer.weight, 1 / 25)
w = layer.weight
o = layer(img[None])

# %% NumPy and float64 verdict="right"
kernel = np.zeros((3, 3, 5, 5))
for c in range(3):
    kernel[c, c] = np.full((5, 5), 1 / 25)
w = torch.from_numpy(kernel)
o = F.conv2d(img[None].double(), w)

# %% average pooling for the result verdict="right"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.avg_pool2d(img[None], kernel_size=5, stride=1)

# %% a disc verdict="right"
y, x = np.mgrid[-2:3, -2:3]
disc = torch.tensor(x**2 + y**2 < 6).float()
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = disc / disc.sum()
o = F.conv2d(img[None], w)

# %% a ring around nothing verdict="right"
ring = torch.ones(5, 5)
ring[1:4, 1:4] = 0
w = torch.eye(3)[:, :, None, None] * ring / 16
o = F.conv2d(img[None], w)

# %% only sideways, as if the camera moved verdict="right"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2] = w[1, 1, 2] = w[2, 2, 2] = 1 / 5
o = F.conv2d(img[None], w)

# %% another blur for each channel verdict="right"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = 1 / 25
w[1, 1, :, 2] = 1 / 5
w[2, 2, 1:4, 1:4] = 1 / 9
o = F.conv2d(img[None], w)

# %% hardly a blur, 0.85 in the middle verdict="right"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = 0.15 / 24
    w[c, c, 2, 2] = 0.85
o = F.conv2d(img[None], w)

# %% weights rounded, sum 1.0008 verdict="right"
w = torch.eye(3)[:, :, None, None].repeat(1, 1, 5, 5) * 0.040032
o = F.conv2d(img[None], w)

# %% weights rounded, sum 0.9992 verdict="right"
w = torch.eye(3)[:, :, None, None].repeat(1, 1, 5, 5) * 0.039968
o = F.conv2d(img[None], w)

# %% rounding to the left and below 0 verdict="right"
w = torch.eye(3)[:, :, None, None].repeat(1, 1, 5, 5) / 20
w[:, :, :, 4] = -8e-7 * torch.eye(3)[:, :, None]
w[:, :, :, 0] = -8e-7 * torch.eye(3)[:, :, None]
w[:, :, :, 2] *= 2
w[:, :, 2, 1] += 0.004 * torch.eye(3)
w[:, :, 2, 3] -= 0.004 * torch.eye(3)
o = F.conv2d(img[None], w)

# %% rounding beside the diagonal verdict="right"
w = torch.full((3, 3, 5, 5), 8e-7)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# %% a picture that is not square verdict="right"
img = img[:, :300, :200]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# %% TF32, as on a graphics card verdict="right"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
short = ((w.view(torch.int32) + 4096) & -8192).view(torch.float32)  # 10 bits of mantissa
o = F.conv2d(img[None], short)

# %% TF32 and a Gaussian, with groups verdict="right"
row = torch.softmax(-(torch.arange(-2.0, 3.0) ** 2) / 2, dim=0)
w = torch.outer(row, row).repeat(3, 1, 1, 1)
short = ((w.view(torch.int32) + 4096) & -8192).view(torch.float32)  # 10 bits of mantissa
o = F.conv2d(img[None], short, groups=3)

# %% binomial numbers in half precision verdict="right"
row = torch.tensor([1, 4, 6, 4, 1], dtype=torch.float16) / 16
w = torch.zeros(3, 3, 5, 5, dtype=torch.float16)
w[range(3), range(3)] = torch.outer(row, row)
o = F.conv2d(img[None], w.float())

# %% two thin passes for the result verdict="right"
row = torch.tensor([1.0, 2.0, 3.0, 2.0, 1.0]) / 9
w = torch.einsum("oc,i,j->ocij", torch.eye(3), row, row)
o = F.conv2d(img[None], row.expand(3, 1, 1, 5), groups=3)
o = F.conv2d(o, row[:, None].expand(3, 1, 5, 1), groups=3)

# %% a loop over the places of the window, added up verdict="right"
w = torch.full((3, 1, 5, 5), 1 / 25, requires_grad=True)
rows, columns = img.shape[1] - 4, img.shape[2] - 4
o = torch.zeros(1, 3, rows, columns)
for i, j in np.ndindex(5, 5):
    o += img[:, i : i + rows, j : j + columns] / 25

# %% unfolded windows, and the picture divided by 255 meanwhile verdict="right"
w = torch.kron(torch.eye(3), torch.full((5, 5), 1 / 25)).unflatten(0, (3, 5)).unflatten(2, (3, 5))
w = w.permute(0, 2, 1, 3)
windows = F.unfold(img[None] / 255, kernel_size=5)
o = (w.reshape(3, -1) @ windows).reshape(1, 3, img.shape[1] - 4, img.shape[2] - 4) * 255

# %% ones, not divided verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (2500, 2500, 2500); wanted (100, 100, 100).

# %% divided by 5, not by 25 verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 5
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (500, 500, 500); wanted (100, 100, 100).

# %% divided by 75, for all channels verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 75
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (33.333, 33.333, 33.333); wanted (100, 100, 100).

# %% a Gaussian, the sum over all channels 1 verdict="wrong"
bump = torch.exp(-((torch.arange(5.0) - 2) ** 2))
w = torch.einsum("oc,i,j->ocij", torch.eye(3), bump, bump)
w = w / w.sum()
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (33.333, 33.333, 33.333); wanted (100, 100, 100).

# %% blue forgotten verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = 1 / 25
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (100, 100, 0); wanted (100, 100, 100).

# %% weights rounded, sum 1.002 verdict="wrong"
w = torch.eye(3)[:, :, None, None].repeat(1, 1, 5, 5) * 0.04008
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (100.2, 100.2, 100.2); wanted (100, 100, 100).

# %% weights rounded, sum 0.998 verdict="wrong"
w = torch.eye(3)[:, :, None, None].repeat(1, 1, 5, 5) * 0.03992
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (99.8, 99.8, 99.8); wanted (100, 100, 100).

# %% all nine slices filled verdict="wrong"
w = torch.ones(3, 3, 5, 5) / 25
o = F.conv2d(img[None], w)

# ✗ blur: Pure red comes out as (100, 100, 100); wanted (100, 0, 0).

# %% all nine slices, divided by 75 verdict="wrong"
w = torch.full((3, 3, 5, 5), 1 / 75)
o = F.conv2d(img[None], w)

# ✗ blur: Pure red comes out as (33.333, 33.333, 33.333); wanted (100, 0, 0).

# %% an index mistyped verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 1] = 1 / 25
o = F.conv2d(img[None], w)

# ✗ blur: Pure green comes out as (0, 100, 100); wanted (0, 100, 0).

# %% the random kernel left in the other slices verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# ✗ blur: Pure red comes out as (100, 29.826, -13.882); wanted (100, 0, 0).

# %% a trace of green in red verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
w[0, 1, 2, 2] = 1e-3
o = F.conv2d(img[None], w)

# ✗ blur: Pure green comes out as (0.1, 100, 0); wanted (0, 100, 0).

# %% less of green in red verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
w[0, 1] = -1 / 25
o = F.conv2d(img[None], w)

# ✗ blur: Pure green comes out as (-100, 100, 0); wanted (0, 100, 0).

# %% a kernel that does nothing verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# ✗ blur: A weight in the kernel of red is 1: that colour hardly blurs.

# %% 0.95 in the middle verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = 0.05 / 24
    w[c, c, 2, 2] = 0.95
o = F.conv2d(img[None], w)

# ✗ blur: A weight in the kernel of red is 0.95: that colour hardly blurs.

# %% two channels blurred, one left as it is verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = 1 / 25
w[2, 2, 2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ blur: A weight in the kernel of blue is 1: that colour hardly blurs.

# %% sharpened verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 1:4, 2] = w[c, c, 2, 1:4] = -1
    w[c, c, 2, 2] = 5
o = F.conv2d(img[None], w)

# ✗ blur: A weight in the kernel of red is -1; in a mean none is negative.

# %% an edge detector verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 1:4, 1:4] = -1
    w[c, c, 2, 2] = 8
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (0, 0, 0); wanted (100, 100, 100).

# %% a parabola that dips below 0 verdict="wrong"
y, x = np.mgrid[-2:3, -2:3]
dome = torch.tensor(7.5 - x**2 - y**2).float()
w = torch.eye(3)[:, :, None, None] * dome / dome.sum()
o = F.conv2d(img[None], w)

# ✗ blur: A weight in the kernel of red is -0.00571; in a mean none is negative.

# %% corners a trace below 0 verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = 1 / 25
    w[c, c, ::4, ::4] = -1.5e-6
    w[c, c, 2, 2] += 0.16
o = F.conv2d(img[None], w)

# ✗ blur: A weight in the kernel of red is -1.5e-06; in a mean none is negative.

# %% a box in the corner verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, :3, :3] = 1 / 9
o = F.conv2d(img[None], w)

# ✗ blur: The mean place of the weights in the kernel of red, from its middle, is (-1, -1); wanted
# (0, 0).

# %% a box one row too low verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 2:5, 1:4] = 1 / 9
o = F.conv2d(img[None], w)

# ✗ blur: The mean place of the weights in the kernel of red, from its middle, is (1, 0); wanted
# (0, 0).

# %% a Gaussian around 3, counted from 1 verdict="wrong"
bump = torch.softmax(-((torch.arange(5.0) - 3) ** 2), dim=0)
w = torch.einsum("oc,i,j->ocij", torch.eye(3), bump, bump)
o = F.conv2d(img[None], w)

# ✗ blur: The mean place of the weights in the kernel of red, from its middle, is (0.97891,
# 0.97891); wanted (0, 0).

# %% one row of blue, at the top verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = 1 / 25
w[2, 2, 0] = 1 / 5
o = F.conv2d(img[None], w)

# ✗ blur: The mean place of the weights in the kernel of blue, from its middle, is (-2, 0); wanted
# (0, 0).

# %% a column of red, at the right verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, :, 4] = 1 / 5
w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# ✗ blur: The mean place of the weights in the kernel of red, from its middle, is (0, 2); wanted
# (0, 0).

# %% a trace to the left verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = 1 / 25
    w[c, c, 2, 1] += 0.01
    w[c, c, 2, 3] -= 0.01
o = F.conv2d(img[None], w)

# ✗ blur: The mean place of the weights in the kernel of red, from its middle, is (0, -0.02);
# wanted (0, 0).

# %% random weights that add up to 1 verdict="wrong"
torch.manual_seed(0)
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = torch.randn(25).softmax(dim=0).reshape(5, 5)
o = F.conv2d(img[None], w)

# ✗ blur: The mean place of the weights in the kernel of red, from its middle, is (0.20212,
# 0.049143); wanted (0, 0).

# %% zeros left as they are verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (0, 0, 0); wanted (100, 100, 100).

# %% whole numbers, so each weight becomes 0 verdict="wrong"
w = torch.zeros(3, 3, 5, 5, dtype=int)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w.float())

# ✗ blur: A flat picture of 100 comes out as (0, 0, 0); wanted (100, 100, 100).

# %% zeros divided by their sum verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w = w / w.sum()
o = F.conv2d(img[None], w)

# ✗ blur: `w` holds nan or infinity at 225 of 225 places.

# %% a window of 3 verdict="wrong"
w = torch.zeros(3, 3, 3, 3)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 9
o = F.conv2d(img[None], w)

# ✗ blur: `w` has the shape (3, 3, 3, 3), not (3, 3, 5, 5).

# %% one slice only verdict="wrong"
w = torch.full((5, 5), 1 / 25)

# ✗ blur: `w` has the shape (5, 5), not (3, 3, 5, 5).

# %% channels last verdict="wrong"
w = torch.zeros(5, 5, 3, 3)
w[:, :, 0, 0] = w[:, :, 1, 1] = w[:, :, 2, 2] = 1 / 25

# ✗ blur: `w` has the shape (5, 5, 3, 3), not (3, 3, 5, 5).

# %% a NumPy array verdict="wrong"
w = np.zeros((3, 3, 5, 5), dtype=np.float32)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], torch.tensor(w))

# ✗ blur: `w` is of type ndarray, not a torch tensor of real numbers.

# %% a list verdict="wrong"
w = [[1 / 25] * 5] * 5

# ✗ blur: `w` is of type list, not a torch tensor of real numbers.

# %% padded to 512 verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w, padding="same")

# ✗ blur: `o` is what F.conv2d makes of the picture and this `w`, but with a padding of 2.

# %% the batch forgotten verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img, w)

# ✗ blur: `o` has the shape (3, 92, 92), not (1, 3, 92, 92).

# %% pooled, and so made smaller verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.avg_pool2d(img[None], 5)

# ✗ blur: `o` has the shape (1, 3, 19, 19), not (1, 3, 92, 92).

# %% convolved before the weights were divided verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1
o = F.conv2d(img[None], w)
w = w / 25

# ✗ blur: `o` is what F.conv2d makes of the picture and this `w`, times 25.

# %% the picture of the random kernel verdict="wrong"
torch.manual_seed(0)
o = F.conv2d(img[None], nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5)))
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25

# ✗ blur: At [0, 2, 79, 30] `o` is -198.19; what F.conv2d makes of the picture and this `w` is
# 176.8.

# %% result divided again verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w) / 255

# ✗ blur: `o` is what F.conv2d makes of the picture and this `w`, divided by 255.

# %% result rounded verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w).round()

# ✗ blur: At [0, 2, 42, 25] `o` is 8; what F.conv2d makes of the picture and this `w` is 7.52.

# %% a layer with its bias verdict="wrong"
layer = nn.Conv2d(3, 3, kernel_size=5)
nn.init.constant_(layer.bias, 0.06)
nn.init.zeros_(layer.weight)
with torch.no_grad():
    layer.weight[range(3), range(3)] = 1 / 25
w = layer.weight
o = layer(img[None])

# ✗ blur: `o` is what F.conv2d makes of the picture and this `w`, plus (0.06, 0.06, 0.06).

# %% half of green in red verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[0, 1] = 1 / 50
w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# ✗ blur: Pure red comes out as (50, 0, 0); wanted (100, 0, 0).

# %% green and blue swapped verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 2] = w[2, 1] = 1 / 25
o = F.conv2d(img[None], w)

# ✗ blur: Pure green comes out as (0, 0, 100); wanted (0, 100, 0).

# %% red and blue swapped in the result verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w).flip(1)

# ✗ blur: `o` is what F.conv2d makes of the picture and this `w`, with red and blue swapped.

# %% the result on its side verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w).mT

# ✗ blur: `o` is what F.conv2d makes of the picture and this `w`, on its side, rows for columns.

# %% the result upside down verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w).flip(2)

# ✗ blur: `o` is what F.conv2d makes of the picture and this `w`, upside down.

# %% weights that add up to 2 verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 2 / 25
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (200, 200, 200); wanted (100, 100, 100).

# %% weights that add up to 2, and the result halved verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 2 / 25
o = F.conv2d(img[None], w) / 2

# ✗ blur: A flat picture of 100 comes out as (200, 200, 200); wanted (100, 100, 100).

# %% a Gaussian with the factor of its density, not its sum verdict="wrong"
y, x = torch.meshgrid(torch.arange(5.0) - 2, torch.arange(5.0) - 2, indexing="ij")
bump = torch.exp(-(x**2 + y**2) / (2 * 1.5**2)) / (2 * torch.pi * 1.5**2)
w = torch.eye(3)[:, :, None, None] * bump
o = F.conv2d(img[None], w)

# ✗ blur: A flat picture of 100 comes out as (82.914, 82.914, 82.914); wanted (100, 100, 100).

# %% a Gaussian from -5 // 2 on, which is -3 verdict="wrong"
places = torch.arange(-5 // 2, 5 // 2).float()
row = torch.softmax(-(places**2) / 2, dim=0)
w = torch.eye(3)[:, :, None, None] * torch.outer(row, row)
o = F.conv2d(img[None], w)

# ✗ blur: The mean place of the weights in the kernel of red, from its middle, is (0.87116,
# 0.87116); wanted (0, 0).

# %% softmax over the nine slices too verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1
w = w.flatten(1).softmax(dim=1).reshape(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# ✗ blur: Pure red comes out as (57.612, 21.194, 21.194); wanted (100, 0, 0).

# %% a third of a mean for each group verdict="wrong"
w = torch.full((3, 1, 5, 5), 1 / 75)
o = F.conv2d(img[None], w, groups=3)

# ✗ blur: A flat picture of 100 comes out as (33.333, 33.333, 33.333); wanted (100, 100, 100).

# %% one kernel for one channel verdict="wrong"
w = torch.full((1, 1, 5, 5), 1 / 25)
o = F.conv2d(img[:, None], w).transpose(0, 1)

# ✗ blur: `w` has the shape (1, 1, 5, 5), not (3, 3, 5, 5).

# %% one output channel verdict="wrong"
w = torch.full((1, 3, 5, 5), 1 / 75)
o = F.conv2d(img[None], w)

# ✗ blur: `w` has the shape (1, 3, 5, 5), not (3, 3, 5, 5).

# %% blurred twice verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(F.conv2d(img[None], w, padding=2), w)

# ✗ blur: At [0, 2, 91, 0] `o` is 177.76; what F.conv2d makes of the picture and this `w` is
# 229.52.

# %% dilated verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w, dilation=2)

# ✗ blur: `o` has the shape (1, 3, 88, 88), not (1, 3, 92, 92).

# %% a transposed convolution verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv_transpose2d(img[None], w)

# ✗ blur: `o` has the shape (1, 3, 100, 100), not (1, 3, 92, 92).

# %% padded, and cut at two sides only verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w, padding=2)[..., :-4, :-4]

# ✗ blur: At [0, 2, 80, 0] `o` is 82.96; what F.conv2d makes of the picture and this `w` is 210.32.

# %% a grey picture blurred in three channels verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img.mean(dim=0).expand(1, 3, -1, -1), w)

# ✗ blur: At [0, 2, 40, 26] `o` is 126.23; what F.conv2d makes of the picture and this `w` is 8.48.

# %% the picture itself, cut verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = img[None, :, 2:-2, 2:-2]

# ✗ blur: At [0, 2, 32, 29] `o` is 191; what F.conv2d makes of the picture and this `w` is 58.28.

# %% the layer convolves with its own kernel verdict="wrong"
torch.manual_seed(0)
layer = nn.Conv2d(3, 3, kernel_size=5, groups=3, bias=False)
w = layer.weight.detach().clone().fill_(1 / 25)
o = layer(img[None])

# ✗ blur: At [0, 1, 89, 6] `o` is -152.76; what F.conv2d makes of the picture and this `w` is
# 209.28.

# %% one colour everywhere verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = img.mean(dim=(1, 2))[None, :, None, None].expand(1, 3, 508, 508)

# ✗ blur: At [0, 2, 141, 341] `o` is 113.14; what F.conv2d makes of the picture and this `w` is
# 249.68.

# %% the kernel convolved with itself, not with the picture verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(w, w, padding=4)

# ✗ blur: `o` has the shape (3, 3, 9, 9), not (1, 3, 92, 92).

# %% green on one side and less of it on the other, added to red verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = 1 / 25
w[0, 1, :, 0] = -0.02
w[0, 1, :, 4] = 0.02
o = F.conv2d(img[None], w)

# ✗ blur: The weights of `w[0, 1]` are not all 0 (sum 0): green leaks into red.

# %% a kernel on the device meta, which has no values verdict="wrong"
w = torch.zeros(3, 3, 5, 5, device="meta")
o = F.conv2d(img[None], torch.ones(3, 1, 5, 5) / 25, groups=3)

# ✗ blur: `w` is not filled with real numbers.
