# %% [markdown]
# Answers to *Two layers, one behind the other*. The set-up and `load` have run before each.

# %% step by step verdict="right"
shape = (1, 4, 252, 252)
field = 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
first = F.conv2d(img[None], w1)
activated = F.relu(first)
pooled = F.max_pool2d(activated, 2)
o = F.conv2d(pooled, w2)

# %% pooled first, then ReLU verdict="right"
shape = [1, 4, (img.shape[1] - 4) // 2 - 2, (img.shape[2] - 4) // 2 - 2]
field = 5 + 1 + 2 * 2
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.relu(F.max_pool2d(F.conv2d(img[None], w1), 2)), w2)

# %% modules in a row verdict="right"
shape, field = torch.Size([1, 4, 252, 252]), 10
torch.manual_seed(0)
net = nn.Sequential(
    nn.Conv2d(3, 8, kernel_size=5, bias=False),
    nn.ReLU(),
    nn.MaxPool2d(kernel_size=2),
    nn.Conv2d(8, 4, kernel_size=3, bias=False),
)
for layer in net[0], net[3]:
    nn.init.kaiming_normal_(layer.weight)
w1, w2 = net[0].weight, net[3].weight
o = net(img[None])


# %% a class, as in PyTorch's tutorials verdict="right"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 5, bias=False)
        self.pool = nn.MaxPool2d(2, 2)
        self.conv2 = nn.Conv2d(8, 4, 3, bias=False)

    def forward(self, x):
        return self.conv2(self.pool(F.relu(self.conv1(x))))


torch.manual_seed(0)
shape, field = (1, 4, 252, 252), 10
model = Net()
w1, w2 = model.conv1.weight.detach(), model.conv2.weight.detach()
with torch.no_grad():
    o = model(img.unsqueeze(0))

# %% clamped verdict="right"
side = ((img.shape[1] - 5 + 1) // 2) - 3 + 1
shape = [1, 4, side, side]
field = 10
torch.manual_seed(1)
w1 = nn.init.kaiming_normal_(torch.zeros(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.zeros(4, 8, 3, 3))
h = torch.clamp(F.conv2d(img[None], w1), min=0)
o = F.conv2d(F.max_pool2d(h, kernel_size=(2, 2), stride=(2, 2), padding=0), w2)

# %% a mask for ReLU, randn times sigma verdict="right"
side = (img.shape[1] - 4) // 2 - 2
shape = (1, 4, side, side)
field = 2 * 3 + 4
torch.manual_seed(0)
w1 = torch.randn(8, 3, 5, 5) * (2 / (3 * 5 * 5)) ** 0.5
w2 = torch.randn(4, 8, 3, 3) * (2 / (8 * 3 * 3)) ** 0.5
h = F.conv2d(img[None], w1)
h = h * (h > 0)
h = F.max_pool2d(h, 2)
o = F.conv2d(h, w2)

# %% weights that are all alike likely, ReLU in place verdict="right"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_uniform_(torch.empty(8, 3, 5, 5))
w2 = torch.rand(4, 8, 3, 3) - 0.5
h = F.conv2d(img[None], w1).relu_()
h = F.max_pool2d(h, 2)
o = F.conv2d(h, w2)

# %% kernels that somebody chose verdict="right"
shape = (1, 4, 252, 252)
field = 10
w1 = torch.zeros(8, 3, 5, 5)
for c in range(3):
    w1[c, c] = 1 / 25
    w1[3 + c, :, 2, 2], w1[3 + c, c, 2, 2] = -0.5, 1
w1[6, :, 2, 1:4] = torch.tensor([-1.0, 0, 1])
w1[7, :, 1:4, 2] = torch.tensor([-1.0, 0, 1])
w2 = torch.ones(4, 8, 3, 3) / 9
w2[1, ::2] *= -1
w2[2, :4] = 0
w2[3] = 0
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# %% windows by unfold, times the kernel by einsum verdict="right"
shape = (1, 4, *[(n - 4) // 2 - 2 for n in img.shape[1:]])
field = 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
first = torch.einsum("cyxij,ocij->oyx", img.unfold(1, 5, 1).unfold(2, 5, 1), w1).relu()
h = first.unfold(1, 2, 2).unfold(2, 2, 2).amax(dim=(3, 4))
o = torch.einsum("cyxij,ocij->oyx", h.unfold(1, 3, 1).unfold(2, 3, 1), w2)[None]

# %% loops over the channels verdict="right"
n = img.shape[1]
shape = (1, 4, (n - 4) // 2 - 2, (n - 4) // 2 - 2)
field = 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = []
for c_out in range(8):
    total = 0
    for c_in in range(3):
        total = total + F.conv2d(img[None, c_in : c_in + 1], w1[c_out, c_in][None, None])
    h.append(F.max_pool2d(F.relu(total), 2))
o = torch.zeros(shape)
for c_out in range(4):
    for c_in in range(8):
        o[:, c_out] += F.conv2d(h[c_in], w2[c_out, c_in][None, None])[:, 0]

# %% modules for ReLU and pooling alone verdict="right"
relu, pool = nn.ReLU(), nn.MaxPool2d(2, stride=2)
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1, w2 = torch.empty(8, 3, 5, 5), torch.empty(4, 8, 3, 3)
nn.init.kaiming_normal_(w1, nonlinearity="relu")
nn.init.kaiming_normal_(w2, nonlinearity="relu")
o = F.conv2d(pool(relu(F.conv2d(img[None], w1))), w2)

# %% the largest of blocks made by reshape verdict="right"
after_first = img.shape[1] - 4, img.shape[2] - 4
after_pool = after_first[0] // 2, after_first[1] // 2
shape, field = (1, 4, after_pool[0] - 2, after_pool[1] - 2), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.conv2d(img[None], w1).relu()
h = h.reshape(1, 8, after_pool[0], 2, after_pool[1], 2).amax(dim=(3, 5))
o = F.conv2d(h, w2)

# %% biases of zeros verdict="right"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
conv1, conv2 = nn.Conv2d(3, 8, 5), nn.Conv2d(8, 4, 3)
for conv in conv1, conv2:
    nn.init.kaiming_normal_(conv.weight)
    nn.init.zeros_(conv.bias)
w1, w2 = conv1.weight, conv2.weight
o = conv2(F.max_pool2d(F.relu(conv1(img[None])), 2))

# %% zeros for bias, by name verdict="right"
size = img.shape[1]
shape = (1, 4, (size - 4) // 2 - 2, (size - 4) // 2 - 2)
field = 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
b1, b2 = torch.zeros(8), torch.zeros(4)
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1, b1)), 2), w2, b2)

# %% kernels with a gradient verdict="right"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.Parameter(nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5)))
w2 = torch.randn(4, 8, 3, 3, requires_grad=True)
o = F.conv2d(F.max_pool2d(torch.relu(F.conv2d(img[None], w1)), 2), w2)

# %% a picture with odd sides verdict="right"
img = img[:, :301, :255]
shape = (1, 4, 146, 123)
field = 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2)

# %% a wide picture verdict="right"
img = img[:, 30:94]
shape = (1, 4, 28, 44)
field = 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# %% in float64 verdict="right"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5, dtype=torch.float64))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3, dtype=torch.float64))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None].double(), w1)), 2), w2)


# %% both predictions computed by a formula verdict="right"
def output_size(size, kernel, padding, stride):
    return (size + 2 * padding - kernel) // stride + 1


height, width = img.shape[1:]
for kernel, stride in (5, 1), (2, 2), (3, 1):
    height, width = (output_size(n, kernel, 0, stride) for n in (height, width))
field = 1
for kernel, stride in (3, 1), (2, 2), (5, 1):
    field = (field - 1) * stride + kernel
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
shape = (1, len(w2), height, width)
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# %% four slices for the pooling, NumPy's whole numbers verdict="right"
shape = tuple(np.array([1, 4, 252, 252]))
field = np.int64(10)
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.conv2d(img[None], w1)
h = torch.maximum(h[:, :, ::2], h[:, :, 1::2])
h = torch.maximum(h[..., ::2], h[..., 1::2])
o = F.conv2d(torch.where(h > 0, h, 0.0), w2)

# %% a matrix product for the second layer verdict="right"
rows, columns = (n // 2 - 4 for n in img.shape[1:])
shape, field = (1, 4, rows, columns), torch.tensor(10)
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = (w2.reshape(4, 72) @ F.unfold(h, 3)).reshape(shape)

# %% divided by 255, and multiplied again verdict="right"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
small = img[None] / 255
o = 255 * F.conv2d(F.max_pool2d(F.relu(F.conv2d(small, w1)), 2), w2)

# %% the shape asked of o, which is no prediction verdict="right"
torch.manual_seed(0)
conv1, conv2 = nn.Conv2d(3, 8, 5, bias=False), nn.Conv2d(8, 4, 3, bias=False)
w1, w2 = conv1.weight.data, conv2.weight.data
o = conv2(F.max_pool2d(conv1(img[None]).clip(0), 2)).detach()
shape, field = o.shape, 10

# %% the first of a batch of two verdict="right"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
batch = torch.stack([img, img.flip(2)])
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(batch, w1)), 2), w2)[:1]

# %% without a batch, put in at the end verdict="right"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = torch.normal(0, (2 / 75) ** 0.5, (8, 3, 5, 5))
w2 = torch.normal(0, (2 / 72) ** 0.5, (4, 8, 3, 3))
h = F.adaptive_max_pool2d(F.conv2d(img, w1), (254, 254))
o = F.conv2d(F.threshold(h, 0, 0), w2).unsqueeze(0)

# %% scratch numbers in a tensor of 4 verdict="right"
size = torch.tensor([5, 2, 3, 1])
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# %% the means of the 8 maps kept in float64 verdict="right"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
means = h.double().mean(dim=(0, 2, 3))
o = F.conv2d(h, w2)

# %% padded in both, the rim of what the padding made cut off verdict="right"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1, padding=2)), 2)
o = F.conv2d(h, w2, padding=1)[:, :, 2:-2, 2:-2]

# %% no ReLU verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape = (1, 4, side, side)
field = 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.conv2d(img[None], w1), 2)
o = F.conv2d(h, w2)

# ✗ layers: `o` is what the two layers make, without ReLU.

# %% ReLU on the wrong name verdict="wrong"
shape = (1, 4, 252, 252)
field = 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.conv2d(img[None], w1)
F.relu(h)
h = F.max_pool2d(h, 2)
o = F.conv2d(h, w2)

# ✗ layers: `o` is what the two layers make, without ReLU.

# %% ReLU behind the second layer, too verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.relu(F.conv2d(h, w2))

# ✗ layers: `o` is what the two layers make, cut off below 0.

# %% ReLU behind the second layer only verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.relu(F.conv2d(F.max_pool2d(F.conv2d(img[None], w1), 2), w2))

# ✗ layers: At [0, 3, 14, 14] `o` is 0; what the two layers make is -566.23.

# %% ReLU on the picture verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.conv2d(F.relu(img[None]), w1), 2), w2)

# ✗ layers: `o` is what the two layers make, without ReLU.

# %% no pooling verdict="wrong"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.relu(F.conv2d(img[None], w1)), w2)

# ✗ layers: `o` is what the two layers make, without max-pooling.

# %% neither ReLU nor pooling verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.conv2d(img[None], w1), w2)

# ✗ layers: `o` has the shape (1, 4, 90, 90), not (1, 4, 44, 44).

# %% average pooling behind ReLU verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.avg_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2)

# ✗ layers: `o` is what the two layers make, with average pooling.

# %% average pooling before ReLU verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.relu(F.avg_pool2d(F.conv2d(img[None], w1), 2))
o = F.conv2d(h, w2)

# ✗ layers: At [0, 3, 14, 14] `o` is -355.53; what the two layers make is -566.23.

# %% average pooling, and no ReLU verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.avg_pool2d(F.conv2d(img[None], w1), 2), w2)

# ✗ layers: At [0, 0, 40, 13] `o` is 26.3; what the two layers make is -189.42.

# %% pooled behind both layers verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.max_pool2d(F.conv2d(h, w2), 2)

# ✗ layers: `o` has the shape (1, 4, 22, 22), not (1, 4, 44, 44).

# %% ReLU and pooling behind both layers verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.max_pool2d(F.relu(F.conv2d(h, w2)), 2)

# ✗ layers: `o` has the shape (1, 4, 22, 22), not (1, 4, 44, 44).

# %% pooled at the end only verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.max_pool2d(F.conv2d(F.relu(F.conv2d(img[None], w1)), w2), 2)

# ✗ layers: `o` has the shape (1, 4, 45, 45), not (1, 4, 44, 44).

# %% pooled twice between the layers verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.max_pool2d(F.conv2d(img[None], w1), 2)), 2)
o = F.conv2d(h, w2)

# ✗ layers: `o` has the shape (1, 4, 21, 21), not (1, 4, 44, 44).

# %% pooled with a stride of 1 verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2, stride=1)
o = F.conv2d(h, w2)

# ✗ layers: `o` has the shape (1, 4, 89, 89), not (1, 4, 44, 44).

# %% pooled in blocks of 3 that overlap verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 3, stride=2, padding=1)
o = F.conv2d(h, w2)

# ✗ layers: At [0, 3, 35, 12] `o` is -218.94; what the two layers make is 39.574.

# %% the picture pooled, not the first layer verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.relu(F.conv2d(F.max_pool2d(img[None], 2), w1)), w2)

# ✗ layers: `o` has the shape (1, 4, 42, 42), not (1, 4, 44, 44).

# %% every second place in place of the largest verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.relu(F.conv2d(img[None], w1))[:, :, ::2, ::2]
o = F.conv2d(h, w2)

# ✗ layers: At [0, 3, 27, 13] `o` is -103.26; what the two layers make is -386.25.

# %% a stride of 2 in the first, no pooling verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.relu(F.conv2d(img[None], w1, stride=2)), w2)

# ✗ layers: At [0, 3, 27, 13] `o` is -103.26; what the two layers make is -386.25.

# %% a stride of 2 in the second, no pooling verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.relu(F.conv2d(img[None], w1)), w2, stride=2)

# ✗ layers: `o` has the shape (1, 4, 45, 45), not (1, 4, 44, 44).

# %% padded in both layers verdict="wrong"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1, padding=2)), 2)
o = F.conv2d(h, w2, padding=1)

# ✗ layers: `o` has the shape (1, 4, 256, 256), not (1, 4, 252, 252).

# %% padded in the first layer verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1, padding="same")), 2)
o = F.conv2d(h, w2)

# ✗ layers: `o` has the shape (1, 4, 46, 46), not (1, 4, 44, 44).

# %% padded in the second layer verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2, padding=1)

# ✗ layers: `o` has the shape (1, 4, 46, 46), not (1, 4, 44, 44).

# %% modules with their biases verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
conv1, conv2 = nn.Conv2d(3, 8, 5), nn.Conv2d(8, 4, 3)
w1, w2 = conv1.weight, conv2.weight
o = conv2(F.max_pool2d(F.relu(conv1(img[None])), 2))

# ✗ layers: `o` is what the two layers make, with a bias.

# %% modules in a row with their biases verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
net = nn.Sequential(nn.Conv2d(3, 8, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 4, 3))
w1 = nn.init.kaiming_normal_(net[0].weight)
w2 = nn.init.kaiming_normal_(net[3].weight)
o = net(img[None])

# ✗ layers: `o` is what the two layers make, with a bias.

# %% a bias in the first module only verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
conv1, conv2 = nn.Conv2d(3, 8, 5), nn.Conv2d(8, 4, 3, bias=False)
w1, w2 = conv1.weight.detach(), conv2.weight.detach()
o = conv2(F.max_pool2d(F.relu(conv1(img[None])), 2)).detach()

# ✗ layers: `o` is what the two layers make, with a bias.

# %% a bias in the second module only verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
conv1, conv2 = nn.Conv2d(3, 8, 5, bias=False), nn.Conv2d(8, 4, 3)
w1, w2 = conv1.weight, conv2.weight
o = conv2(F.max_pool2d(F.relu(conv1(img[None])), 2))

# ✗ layers: `o` is what the two layers make, with a bias.

# %% the bias of a module given to F.conv2d in the first layer verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
conv1, conv2 = nn.Conv2d(3, 8, 5), nn.Conv2d(8, 4, 3)
w1, w2 = conv1.weight, conv2.weight
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1, conv1.bias)), 2)
o = F.conv2d(h, w2)

# ✗ layers: At [0, 2, 14, 28] `o` is 9.2604; what the two layers make is 9.3363.

# %% the bias of a module given to F.conv2d in the second layer verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
conv1, conv2 = nn.Conv2d(3, 8, 5), nn.Conv2d(8, 4, 3)
w1, w2 = conv1.weight, conv2.weight
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2, conv2.bias)

# ✗ layers: `o` is what the two layers make, plus (-0.10447, -0.0074831, 0.039309, 0.035343).

# %% biases of ones verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
b1, b2 = torch.ones(8), torch.ones(4)
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1, b1)), 2), w2, b2)

# ✗ layers: At [0, 2, 6, 27] `o` is 78.294; what the two layers make is 75.166.

# %% a class with biases verdict="wrong"
torch.manual_seed(0)
shape, field = (1, 4, 252, 252), 10


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(3, 8, 5), nn.Conv2d(8, 4, 3)

    def forward(self, batch):
        return self.second(F.max_pool2d(self.first(batch).relu(), 2))


network = Network()
w1, w2 = network.first.weight, network.second.weight
o = network(img[None])

# ✗ layers: `o` is what the two layers make, with a bias.

# %% a function whose modules have biases verdict="wrong"
torch.manual_seed(0)
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10


def two_layers(batch):
    conv1, conv2 = nn.Conv2d(3, 8, 5), nn.Conv2d(8, 4, 3)
    return conv1.weight, conv2.weight, conv2(F.max_pool2d(F.relu(conv1(batch)), 2))


w1, w2, o = two_layers(img[None])

# ✗ layers: At [0, 0, 11, 31] `o` is -0.45432; what the two layers make is -0.3068.

# %% modules with biases in a list verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
convs = [nn.Conv2d(3, 8, 5), nn.Conv2d(8, 4, 3)]
w1, w2 = (conv.weight for conv in convs)
o = convs[1](F.max_pool2d(F.relu(convs[0](img[None])), 2))

# ✗ layers: At [0, 0, 11, 31] `o` is -0.45432; what the two layers make is -0.3068.

# %% C_in and C_out exchanged in the first kernel verdict="wrong"
shape, field = (1, 4, 252, 252), 10
w1 = nn.init.kaiming_normal_(torch.empty(3, 8, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = ...

# ✗ layers: `w1` has the shape (3, 8, 5, 5), not (8, 3, 5, 5).

# %% C_in and C_out exchanged in the second kernel verdict="wrong"
shape, field = (1, 4, 252, 252), 10
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(8, 4, 3, 3))
o = ...

# ✗ layers: `w2` has the shape (8, 4, 3, 3), not (4, 8, 3, 3).

# %% 3 channels into the second layer verdict="wrong"
shape, field = (1, 4, 252, 252), 10
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 3, 3, 3))
o = ...

# ✗ layers: `w2` has the shape (4, 3, 3, 3), not (4, 8, 3, 3).

# %% channels last verdict="wrong"
w1 = nn.init.kaiming_normal_(torch.empty(5, 5, 3, 8))
w2 = nn.init.kaiming_normal_(torch.empty(3, 3, 8, 4))

# ✗ layers: `w1` has the shape (5, 5, 3, 8), not (8, 3, 5, 5).

# %% a first kernel of 3 × 3 verdict="wrong"
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 3, 3))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2)

# ✗ layers: `w1` has the shape (8, 3, 3, 3), not (8, 3, 5, 5).

# %% a second kernel of 5 × 5 verdict="wrong"
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 5, 5))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2)

# ✗ layers: `w2` has the shape (4, 8, 5, 5), not (4, 8, 3, 3).

# %% one group a channel in the second layer verdict="wrong"
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(8, 1, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2, groups=8)

# ✗ layers: `w2` has the shape (8, 1, 3, 3), not (4, 8, 3, 3).

# %% the sizes of both kernels as tuples verdict="wrong"
w1, w2 = (8, 3, 5, 5), (4, 8, 3, 3)

# ✗ layers: `w1` is of type tuple, not a torch tensor of real numbers.

# %% modules for kernels verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
w1, w2 = nn.Conv2d(3, 8, 5, bias=False), nn.Conv2d(8, 4, 3, bias=False)
o = w2(F.max_pool2d(F.relu(w1(img[None])), 2))

# ✗ layers: `w1` is of type Conv2d, not a torch tensor of real numbers.

# %% a first kernel of zeros verdict="wrong"
w1 = torch.zeros(8, 3, 5, 5)
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `w1` is all zeros.

# %% a second kernel of zeros verdict="wrong"
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = torch.zeros(4, 8, 3, 3)
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `w2` is all zeros.

# %% a second kernel of nan verdict="wrong"
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = torch.zeros(4, 8, 3, 3)
w2 = w2 / w2.std()
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `w2` holds nan or infinity at 288 of 288 places.

# %% the picture divided by 255, under another name verdict="wrong"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
x = img[None] / 255
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(x, w1)), 2), w2)

# ✗ layers: `o` is what the two layers make, divided by 255.

# %% the picture less its mean verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d((img - img.mean())[None], w1)), 2), w2)

# ✗ layers: At [0, 3, 9, 20] `o` is -119.11; what the two layers make is -367.5.

# %% the picture mirrored, after o was made verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)
img = img.flip(2)

# ✗ layers: At [0, 3, 14, 14] `o` is -566.23; what the two layers make is -61.639.

# %% blue, green, red verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None, [2, 1, 0]], w1)), 2), w2)

# ✗ layers: At [0, 1, 13, 14] `o` is -131.07; what the two layers make is 191.96.

# %% grey, three times verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
gray = img.mean(dim=0, keepdim=True).repeat(3, 1, 1)
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(gray[None], w1)), 2), w2)

# ✗ layers: At [0, 1, 13, 14] `o` is -9.3368; what the two layers make is 191.96.

# %% the first kernel drawn anew, after o was made verdict="wrong"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))

# ✗ layers: At [0, 3, 68, 80] `o` is -73.43; what the two layers make is -862.33.

# %% modules that convolve with kernels of their own verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
conv1, conv2 = nn.Conv2d(3, 8, 5, bias=False), nn.Conv2d(8, 4, 3, bias=False)
o = conv2(F.max_pool2d(F.relu(conv1(img[None])), 2))

# ✗ layers: At [0, 3, 14, 14] `o` is 34.435; what the two layers make is -566.23.

# %% one weight of the first kernel changed, after o was made verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)
w1[5, 1, 0, 4] = 0

# ✗ layers: At [0, 3, 31, 17] `o` is -358.71; what the two layers make is -325.14.

# %% both kernels normalised, after o was made verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)
w1, w2 = w1 / w1.abs().max(), w2 / w2.abs().max()

# ✗ layers: `o` is what the two layers make, divided by 2.578.

# %% the batch forgotten verdict="wrong"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img, w1)), 2), w2)

# ✗ layers: `o` has the shape (4, 252, 252), not (1, 4, 252, 252).

# %% the first layer for o verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)

# ✗ layers: `o` has the shape (1, 8, 46, 46), not (1, 4, 44, 44).

# %% the first convolution for o verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(img[None], w1)

# ✗ layers: `o` has the shape (1, 8, 92, 92), not (1, 4, 44, 44).

# %% a leaky ReLU verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.leaky_relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: At [0, 0, 40, 11] `o` is -191.72; what the two layers make is -193.8.

# %% a sigmoid for ReLU verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(torch.sigmoid(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: At [0, 3, 14, 14] `o` is -1.478; what the two layers make is -566.23.

# %% tanh for ReLU verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(torch.tanh(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: At [0, 3, 14, 14] `o` is -1.4224; what the two layers make is -566.23.

# %% the signs taken away in place of the negative numbers verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.conv2d(img[None], w1).abs(), 2), w2)

# ✗ layers: At [0, 1, 34, 17] `o` is 246.35; what the two layers make is 24.395.

# %% cut to 0..255 between the layers verdict="wrong"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.conv2d(img[None], w1).clamp(0, 255), 2), w2)

# ✗ layers: At [0, 0, 217, 169] `o` is -54.336; what the two layers make is -336.11.

# %% the second kernel turned, as in mathematics verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2.flip(2, 3))

# ✗ layers: At [0, 3, 14, 14] `o` is -13.091; what the two layers make is -566.23.

# %% both kernels turned, as in mathematics verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1.flip(2, 3))), 2), w2.flip(2, 3))

# ✗ layers: At [0, 3, 28, 14] `o` is 221.88; what the two layers make is -433.14.

# %% the four maps in reverse order verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2.flip(0))

# ✗ layers: At [0, 1, 17, 31] `o` is 316.98; what the two layers make is -165.97.

# %% the result on its side verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2).transpose(2, 3)

# ✗ layers: `o` is what the two layers make, on its side, rows for columns.

# %% dilated in the second layer verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2, dilation=2)

# ✗ layers: `o` has the shape (1, 4, 42, 42), not (1, 4, 44, 44).

# %% two groups in the second layer verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2[:, :4], groups=2)

# ✗ layers: At [0, 3, 29, 16] `o` is -397.88; what the two layers make is 132.8.

# %% the mean over the maps at the end verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2).mean(dim=1, keepdim=True)

# ✗ layers: `o` has the shape (1, 1, 44, 44), not (1, 4, 44, 44).

# %% the mean over the 8 maps for their weighted sum verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
o = F.conv2d(h, w2) / 8

# ✗ layers: `o` is what the two layers make, divided by 8.

# %% scaled for a picture verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)
o = 128 + 127 * o / o.abs().max()

# ✗ layers: `o` is what the two layers make, divided by 4.459, plus (128, 128, 128, 128).

# %% cut to 0..255 at the end verdict="wrong"
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2).clamp(0, 255)

# ✗ layers: `o` is what the two layers make, cut off below 0 and above 255.

# %% normalised between the layers verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
h = F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2)
h = h / h.max()
o = F.conv2d(h, w2)

# ✗ layers: `o` is what the two layers make, divided by 669.9.

# %% the network, not what it makes verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
o = nn.Sequential(
    nn.Conv2d(3, 8, 5, bias=False), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 4, 3, bias=False)
)
w1, w2 = o[0].weight, o[3].weight

# ✗ layers: `o` is of type Sequential, not a torch tensor of real numbers.

# %% nothing for o verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = print(F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2).shape)

# ✗ layers: `o` is of type NoneType, not a torch tensor of real numbers.

# %% o as a NumPy array verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2).numpy()

# ✗ layers: `o` is of type ndarray, not a torch tensor of real numbers.

# %% the shape behind the pooling verdict="wrong"
shape, field = (1, 4, 254, 254), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 254 for the rows, as many as after the pooling; what the two layers make
# has another number of them.

# %% the shape of the first layer verdict="wrong"
shape, field = (1, 8, 254, 254), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 8 for the channels, as many as after the first kernel; what the two
# layers make has another number of them.

# %% the shape behind the first kernel verdict="wrong"
shape, field = (1, 4, 508, 508), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 508 for the rows, as many as after the first kernel; what the two layers
# make has another number of them.

# %% the shape without the pooling verdict="wrong"
shape, field = (1, 4, 506, 506), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 506 for the rows, as many as without pooling; what the two layers make
# has another number of them.

# %% the shape of a picture verdict="wrong"
shape, field = img[None].shape, 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 3 for the channels; what the two layers make has another number of them.

# %% the shape as if all were padded verdict="wrong"
shape, field = (1, 4, 256, 256), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 256 for the rows; what the two layers make has another number of them.

# %% the shape with each kernel's full width taken off verdict="wrong"
shape, field = (1, 4, 250, 250), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 250 for the rows; what the two layers make has another number of them.

# %% the shape pooled at the end too verdict="wrong"
shape, field = (1, 4, 126, 126), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 126 for the rows; what the two layers make has another number of them.

# %% the shape without the batch verdict="wrong"
shape, field = (4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is (4, 252, 252), not a tuple of four whole numbers.

# %% the shape with 8 channels verdict="wrong"
shape, field = (1, 8, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 8 for the channels, as many as after the first kernel; what the two
# layers make has another number of them.

# %% the shape with 3 channels verdict="wrong"
shape, field = (1, 3, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 3 for the channels; what the two layers make has another number of them.

# %% the shape with channels for the batch verdict="wrong"
shape, field = (4, 1, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 4 for the pictures; what the two layers make has another number of them.

# %% the shape with 8 pictures verdict="wrong"
shape, field = (8, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 8 for the pictures; what the two layers make has another number of them.

# %% the shape with channels last verdict="wrong"
shape, field = (1, 252, 252, 4), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 252 for the channels; what the two layers make has another number of
# them.

# %% height and width only verdict="wrong"
shape, field = (252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is (252, 252), not a tuple of four whole numbers.

# %% one number for the shape verdict="wrong"
shape, field = 252, 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is 252, not a tuple of four whole numbers.

# %% a string for the shape verdict="wrong"
shape, field = "(1, 4, 252, 252)", 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is '(1, 4, 252, 252)', not a tuple of four whole numbers.

# %% a tensor for the shape verdict="wrong"
shape, field = torch.tensor([1, 4, 252, 252]), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is tensor([ 1, 4, 252, 252]), not a tuple of four whole numbers.

# %% an array for the shape verdict="wrong"
shape, field = np.array([1, 4, 252, 252]), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is array([ 1, 4, 252, 252]), not a tuple of four whole numbers.

# %% a tensor of this shape for the shape verdict="wrong"
shape, field = torch.zeros(1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is tensor([[[[0., 0., 0., ..., 0., 0., 0.], not a tuple of four whole numbers.

# %% halves in the shape verdict="wrong"
shape, field = (1, 4, (512 - 4) / 2 - 2, (512 - 4) / 2 - 2), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is (1, 4, 252.0, 252.0), not a tuple of four whole numbers.

# %% a shape in a tuple verdict="wrong"
shape, field = ((1, 4, 252, 252),), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is ((1, 4, 252, 252),), not a tuple of four whole numbers.

# %% a tuple of height and width in the shape verdict="wrong"
shape, field = (1, 4, (252, 252)), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is (1, 4, (252, 252)), not a tuple of four whole numbers.

# %% the shape of the second kernel verdict="wrong"
shape, field = (4, 8, 3, 3), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 4 for the pictures; what the two layers make has another number of them.

# %% nothing for the shape verdict="wrong"
shape, field = print((1, 4, 252, 252)), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` is None, not a tuple of four whole numbers.

# %% rows and columns exchanged in the shape verdict="wrong"
img = img[:, :320]
shape, field = (1, 4, 252, 156), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 252 for the rows; what the two layers make has another number of them.

# %% the shape of the mandrill for another picture verdict="wrong"
img = img[:, :301, :255]
shape, field = (1, 4, 252, 252), 10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `shape` gives 252 for the rows; what the two layers make has another number of them.

# %% a field of 3, the second kernel alone verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 3
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 3. A number of `o` depends on more pixels along one side.

# %% a field of 5, the first kernel alone verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 5
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 5, as many pixels as a number after the first kernel sees. A number of `o`
# depends on more pixels along one side.

# %% a field of 6, which is that of h verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 6
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 6, as many pixels as a number after the pooling sees. A number of `o`
# depends on more pixels along one side.

# %% a field of 7, without the pooling verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 7
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 7, as many pixels as a number of `o` without pooling sees. A number of `o`
# depends on more pixels along one side.

# %% a field of 8, 5 + 3 verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 8
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 8. A number of `o` depends on more pixels along one side.

# %% a field of 9, one too few verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 9
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 9. A number of `o` depends on more pixels along one side.

# %% a field of 11, 5 + 2 · 3 verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 11
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 11. A number of `o` depends on fewer pixels along one side.

# %% a field of 12, one pixel more on each side verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 12
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 12. A number of `o` depends on fewer pixels along one side.

# %% a field of 14, 2 · (5 + 3 - 1) verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 14
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 14. A number of `o` depends on fewer pixels along one side.

# %% a field of 16, 2 · (5 + 3) verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 16
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 16. A number of `o` depends on fewer pixels along one side.

# %% a field of 100, all its pixels verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 100
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 100. A number of `o` depends on fewer pixels along one side.

# %% a field of 252, the width of o verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 252
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 252. A number of `o` depends on fewer pixels along one side.

# %% a field of 30, two kernels, two, and their product verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 5 * 3 * 2
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 30. A number of `o` depends on fewer pixels along one side.

# %% a field of 45, with three channels verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 3 * 5 * 3
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 45. A number of `o` depends on fewer pixels along one side.

# %% a field of 1 verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 1
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 1. A number of `o` depends on more pixels along one side.

# %% a field of 0 verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 0
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is 0. A number of `o` depends on more pixels along one side.

# %% a negative field verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), -10
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is -10. A number of `o` depends on more pixels along one side.

# %% a field with a point verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), 10.0
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is of type float, not one whole number.

# %% a field of two sides verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), (10, 10)
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is of type tuple, not one whole number.

# %% a field in words verdict="wrong"
side = (img.shape[1] - 4) // 2 - 2
shape, field = (1, 4, side, side), "10 x 10"
torch.manual_seed(0)
w1 = nn.init.kaiming_normal_(torch.empty(8, 3, 5, 5))
w2 = nn.init.kaiming_normal_(torch.empty(4, 8, 3, 3))
o = F.conv2d(F.max_pool2d(F.relu(F.conv2d(img[None], w1)), 2), w2)

# ✗ layers: `field` is of type str, not one whole number.
