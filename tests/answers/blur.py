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

# %% ones, not divided verdict="wrong" hint=["comes out as 2500, 2500, 2500", "add up to"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1
o = F.conv2d(img[None], w)

# %% divided by 5, not by 25 verdict="wrong" hint=["comes out as 500, 500, 500"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 5
o = F.conv2d(img[None], w)

# %% divided by 75, for all channels verdict="wrong" hint=["comes out as 33.3333, 33.3333"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 75
o = F.conv2d(img[None], w)

# %% a Gaussian, the sum over all channels 1 verdict="wrong" hint=["comes out as 33.3333"]
bump = torch.exp(-((torch.arange(5.0) - 2) ** 2))
w = torch.einsum("oc,i,j->ocij", torch.eye(3), bump, bump)
w = w / w.sum()
o = F.conv2d(img[None], w)

# %% blue forgotten verdict="wrong" hint=["comes out as 100, 100, 0"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = 1 / 25
o = F.conv2d(img[None], w)

# %% weights rounded, sum 1.002 verdict="wrong" hint=["comes out as 100.2, 100.2, 100.2"]
w = torch.eye(3)[:, :, None, None].repeat(1, 1, 5, 5) * 0.04008
o = F.conv2d(img[None], w)

# %% weights rounded, sum 0.998 verdict="wrong" hint=["comes out as 99.8, 99.8, 99.8"]
w = torch.eye(3)[:, :, None, None].repeat(1, 1, 5, 5) * 0.03992
o = F.conv2d(img[None], w)

# %% all nine slices filled verdict="wrong" hint=["from one channel to another"]
w = torch.ones(3, 3, 5, 5) / 25
o = F.conv2d(img[None], w)

# %% all nine slices, divided by 75 verdict="wrong" hint=["from one channel to another"]
w = torch.full((3, 3, 5, 5), 1 / 75)
o = F.conv2d(img[None], w)

# %% an index mistyped verdict="wrong" hint=["from one channel to another"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 1] = 1 / 25
o = F.conv2d(img[None], w)

# %% the random kernel left in the other slices verdict="wrong" hint=["one channel to another"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# %% a trace of green in red verdict="wrong" hint=["from one channel to another"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
w[0, 1, 2, 2] = 1.5e-6
o = F.conv2d(img[None], w)

# %% less of green in red verdict="wrong" hint=["from one channel to another"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
w[0, 1] = -1 / 25
o = F.conv2d(img[None], w)

# %% a kernel that does nothing verdict="wrong" hint=["nothing is blurred"]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% 0.95 in the middle verdict="wrong" hint=["nothing is blurred"]
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = 0.05 / 24
    w[c, c, 2, 2] = 0.95
o = F.conv2d(img[None], w)

# %% two channels blurred, one left as it is verdict="wrong" hint=["nothing is blurred"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = 1 / 25
w[2, 2, 2, 2] = 1
o = F.conv2d(img[None], w)

# %% sharpened verdict="wrong" hint=["negative"]
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 1:4, 2] = w[c, c, 2, 1:4] = -1
    w[c, c, 2, 2] = 5
o = F.conv2d(img[None], w)

# %% an edge detector verdict="wrong" hint=["negative"]
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 1:4, 1:4] = -1
    w[c, c, 2, 2] = 8
o = F.conv2d(img[None], w)

# %% a parabola that dips below 0 verdict="wrong" hint=["negative"]
y, x = np.mgrid[-2:3, -2:3]
dome = torch.tensor(7.5 - x**2 - y**2).float()
w = torch.eye(3)[:, :, None, None] * dome / dome.sum()
o = F.conv2d(img[None], w)

# %% corners a trace below 0 verdict="wrong" hint=["negative"]
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = 1 / 25
    w[c, c, ::4, ::4] = -1.5e-6
    w[c, c, 2, 2] += 0.16
o = F.conv2d(img[None], w)

# %% a box in the corner verdict="wrong" hint=["off centre"]
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, :3, :3] = 1 / 9
o = F.conv2d(img[None], w)

# %% a box one row too low verdict="wrong" hint=["off centre"]
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 2:5, 1:4] = 1 / 9
o = F.conv2d(img[None], w)

# %% a Gaussian around 3, counted from 1 verdict="wrong" hint=["off centre"]
bump = torch.softmax(-((torch.arange(5.0) - 3) ** 2), dim=0)
w = torch.einsum("oc,i,j->ocij", torch.eye(3), bump, bump)
o = F.conv2d(img[None], w)

# %% one row of blue, at the top verdict="wrong" hint=["off centre"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = 1 / 25
w[2, 2, 0] = 1 / 5
o = F.conv2d(img[None], w)

# %% a column of red, at the right verdict="wrong" hint=["off centre"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, :, 4] = 1 / 5
w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# %% a trace to the left verdict="wrong" hint=["off centre"]
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = 1 / 25
    w[c, c, 2, 1] += 0.01
    w[c, c, 2, 3] -= 0.01
o = F.conv2d(img[None], w)

# %% random weights that add up to 1 verdict="wrong" hint=["off centre"]
torch.manual_seed(0)
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = torch.randn(25).softmax(dim=0).reshape(5, 5)
o = F.conv2d(img[None], w)

# %% zeros left as they are verdict="wrong" hint=["`w` is all zeros"]
w = torch.zeros(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# %% whole numbers, so each weight becomes 0 verdict="wrong" hint=["`w` is all zeros"]
w = torch.zeros(3, 3, 5, 5, dtype=int)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w.float())

# %% zeros divided by their sum verdict="wrong" hint=["`w` holds nan"]
w = torch.zeros(3, 3, 5, 5)
w = w / w.sum()
o = F.conv2d(img[None], w)

# %% a window of 3 verdict="wrong" hint=["`w` has the shape (3, 3, 3, 3)"]
w = torch.zeros(3, 3, 3, 3)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 9
o = F.conv2d(img[None], w)

# %% one slice only verdict="wrong" hint=["`w` has the shape (5, 5)"]
w = torch.full((5, 5), 1 / 25)

# %% channels last verdict="wrong" hint=["`w` has the shape (5, 5, 3, 3)", "(C_out, C_in, k, k)"]
w = torch.zeros(5, 5, 3, 3)
w[:, :, 0, 0] = w[:, :, 1, 1] = w[:, :, 2, 2] = 1 / 25

# %% a NumPy array verdict="wrong" hint=["`w` is of type ndarray"]
w = np.zeros((3, 3, 5, 5), dtype=np.float32)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], torch.tensor(w))

# %% a list verdict="wrong" hint=["`w` is of type list"]
w = [[1 / 25] * 5] * 5

# %% padded to 512 verdict="wrong" hint=["`o` has the shape (1, 3, 512, 512)", "padding"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w, padding="same")

# %% the batch forgotten verdict="wrong" hint=["`o` has the shape (3, 508, 508)", "batch"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img, w)

# %% pooled, and so made smaller verdict="wrong" hint=["(1, 3, 102, 102)", "stride"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.avg_pool2d(img[None], 5)

# %% convolved before the weights were divided verdict="wrong" hint=["`o` is not what F.conv2d"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1
o = F.conv2d(img[None], w)
w = w / 25

# %% the picture of the random kernel verdict="wrong" hint=["`o` is not what F.conv2d"]
torch.manual_seed(0)
o = F.conv2d(img[None], nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5)))
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25

# %% result divided again verdict="wrong" hint=["`o` is not what F.conv2d", "changed after"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w) / 255

# %% result rounded verdict="wrong" hint=["`o` is not what F.conv2d", "changed after"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w).round()

# %% a layer with its bias verdict="wrong" hint=["`o` is not what F.conv2d"]
layer = nn.Conv2d(3, 3, kernel_size=5)
nn.init.constant_(layer.bias, 0.06)
nn.init.zeros_(layer.weight)
with torch.no_grad():
    layer.weight[range(3), range(3)] = 1 / 25
w = layer.weight
o = layer(img[None])

# %% result brighter by a fifth of a thousandth verdict="wrong" hint=["`o` is not what F.conv2d"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w) * 1.0002
