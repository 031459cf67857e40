# %% [markdown]
# Answers to *A random kernel*. The set-up and `load` have run before each.

# %% an empty kernel, filled in place verdict="right"
torch.manual_seed(0)
w = torch.empty(3, 3, 5, 5)
w = nn.init.kaiming_normal_(w)
o = F.conv2d(img[None], w)

# %% randn times the standard deviation verdict="right"
torch.manual_seed(1)
w = torch.randn(3, 3, 5, 5) * (2 / (3 * 5 * 5)) ** 0.5
o = F.conv2d(img.unsqueeze(0), w)

# %% torch.normal verdict="right"
torch.manual_seed(2)
w = torch.normal(mean=0.0, std=0.1633, size=(3, 3, 5, 5))
o = F.conv2d(img[None], w, stride=1, padding=0)

# %% fan-out, which is the same here verdict="right"
torch.manual_seed(3)
w = nn.init.kaiming_normal_(torch.zeros(3, 3, 5, 5), mode="fan_out", nonlinearity="relu")
o = F.conv2d(img[None], w)

# %% NumPy and float64 verdict="right"
w = torch.tensor(np.random.default_rng(4).normal(0, np.sqrt(2 / 75), size=(3, 3, 5, 5)))
o = F.conv2d(img[None].double(), w)

# %% a layer without bias verdict="right"
torch.manual_seed(5)
layer = nn.Conv2d(3, 3, kernel_size=5, bias=False)
w = nn.init.kaiming_normal_(layer.weight)
o = layer(img[None])

# %% slice by slice, with its own standard deviation verdict="right"
torch.manual_seed(6)
w = torch.empty(3, 3, 5, 5)
for c_out in range(3):
    for c_in in range(3):
        nn.init.normal_(w[c_out, c_in], std=(2 / 75) ** 0.5)
o = sum(F.conv2d(img[None, [c_in]], w[:, [c_in]]) for c_in in range(3))

# %% a truncated normal verdict="right"
torch.manual_seed(7)
std = (2 / 75) ** 0.5
w = nn.init.trunc_normal_(torch.empty(3, 3, 5, 5), std=std, a=-3 * std, b=3 * std)
o = F.conv2d(img[None], w)

# %% one shifted picture a weight verdict="right"
torch.manual_seed(8)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = torch.zeros(1, 3, 508, 508)
for i, j in np.ndindex(5, 5):
    o[0] += torch.einsum("oc,chw->ohw", w[:, :, i, j], img[:, i : i + 508, j : j + 508])

# %% an unlucky draw, 15 % too narrow verdict="right"
torch.manual_seed(9)
w = torch.randn(3, 3, 5, 5)
w = 0.85 * (2 / 75) ** 0.5 * (w - w.mean()) / w.std()
o = F.conv2d(img[None], w)

# %% an unlucky draw, 20 % too wide and off by a fifth verdict="right"
torch.manual_seed(10)
w = torch.randn(3, 3, 5, 5)
w = (2 / 75) ** 0.5 * (1.2 * (w - w.mean()) / w.std() + 0.2)
o = F.conv2d(img[None], w)

# %% an unlucky draw without extremes, above 0 least of all verdict="right"
torch.manual_seed(11)
w = torch.randn(3, 3, 5, 5)
w = (2 / 75) ** 0.5 * ((w - w.mean()) / w.std()).clamp(-2, 1.9)
o = F.conv2d(img[None], w)

# %% a picture that is not square verdict="right"
torch.manual_seed(12)
img = img[:, :300, :200]
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% not filled, and all was zero verdict="wrong" hint=["all zeros: reserved"]
w = torch.empty(3, 3, 5, 5).zero_()
o = F.conv2d(img[None], w)

# %% not filled, and nan lay there verdict="wrong" hint=["`w` holds nan"]
w = torch.empty(3, 3, 5, 5).fill_(float("nan"))
o = F.conv2d(img[None], w)

# %% not filled, and old numbers lay there verdict="wrong" hint=["too much"]
w = torch.empty(3, 3, 5, 5).zero_()
w[1, 2, 3] = torch.tensor([3e33, -2e21, 7e-9, 1e-41, 4e29])
o = F.conv2d(img[None], w)

# %% not filled, and tiny numbers lay there verdict="wrong" hint=["too little"]
w = torch.empty(3, 3, 5, 5).zero_()
w[0, 0, 0] = torch.tensor([1e-41, -4e-44, 9e-41, 1e-44, -2e-41])
o = F.conv2d(img[None], w)

# %% ones verdict="wrong" hint=["around 0"]
w = torch.ones(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# %% the standard deviation as the value verdict="wrong" hint=["around 0"]
w = torch.full((3, 3, 5, 5), (2 / 75) ** 0.5)
o = F.conv2d(img[None], w)

# %% rand for randn verdict="wrong" hint=["around 0"]
torch.manual_seed(0)
w = torch.rand(3, 3, 5, 5) * (2 / 75) ** 0.5
o = F.conv2d(img[None], w)

# %% the standard deviation as the mean, too verdict="wrong" hint=["around 0"]
torch.manual_seed(0)
w = nn.init.normal_(torch.empty(3, 3, 5, 5), (2 / 75) ** 0.5, (2 / 75) ** 0.5)
o = F.conv2d(img[None], w)

# %% off by two fifths verdict="wrong" hint=["around 0"]
torch.manual_seed(10)
w = torch.randn(3, 3, 5, 5)
w = (2 / 75) ** 0.5 * ((w - w.mean()) / w.std() + 0.4)
o = F.conv2d(img[None], w)

# %% below 0 by two fifths verdict="wrong" hint=["around 0"]
torch.manual_seed(10)
w = torch.randn(3, 3, 5, 5)
w = (2 / 75) ** 0.5 * ((w - w.mean()) / w.std() - 0.4)
o = F.conv2d(img[None], w)

# %% Kaiming uniform verdict="wrong" hint=["uniform, not normal"]
torch.manual_seed(0)
w = nn.init.kaiming_uniform_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% Kaiming uniform, an unlucky draw verdict="wrong" hint=["uniform, not normal"]
torch.manual_seed(109)
w = nn.init.kaiming_uniform_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% what nn.Conv2d starts with verdict="wrong" hint=["uniform, not normal"]
torch.manual_seed(0)
layer = nn.Conv2d(3, 3, kernel_size=5, bias=False)
w = layer.weight
o = layer(img[None])

# %% signs thrown by coin verdict="wrong" hint=["uniform, not normal"]
torch.manual_seed(0)
w = (2 / 75) ** 0.5 * (2.0 * torch.randint(2, (3, 3, 5, 5)) - 1)
o = F.conv2d(img[None], w)

# %% Xavier normal verdict="wrong" hint=["too little"]
torch.manual_seed(0)
w = nn.init.xavier_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% gain 1, as if no ReLU followed verdict="wrong" hint=["too little"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5), nonlinearity="linear")
o = F.conv2d(img[None], w)

# %% the variance for the standard deviation verdict="wrong" hint=["too little"]
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / 75)
o = F.conv2d(img[None], w)

# %% fan-in counts all 225 weights verdict="wrong" hint=["too little"]
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / 225) ** 0.5
o = F.conv2d(img[None], w)

# %% a fifth too narrow verdict="wrong" hint=["too little"]
torch.manual_seed(9)
w = torch.randn(3, 3, 5, 5)
w = 0.78 * (2 / 75) ** 0.5 * (w - w.mean()) / w.std()
o = F.conv2d(img[None], w)

# %% randn as it is verdict="wrong" hint=["too much"]
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# %% the channels left out of fan-in verdict="wrong" hint=["too much"]
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / 25) ** 0.5
o = F.conv2d(img[None], w)

# %% fan-in counts only channels verdict="wrong" hint=["too much"]
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / 3) ** 0.5
o = F.conv2d(img[None], w)

# %% filled slice by slice verdict="wrong" hint=["too much"]
torch.manual_seed(0)
w = torch.empty(3, 3, 5, 5)
for c_out in range(3):
    for c_in in range(3):
        nn.init.kaiming_normal_(w[c_out, c_in])
o = F.conv2d(img[None], w)

# %% a third too wide verdict="wrong" hint=["too much"]
torch.manual_seed(9)
w = torch.randn(3, 3, 5, 5)
w = 1.3 * (2 / 75) ** 0.5 * (w - w.mean()) / w.std()
o = F.conv2d(img[None], w)

# %% channels last verdict="wrong" hint=["`w` has the shape (5, 5, 3, 3)", "(C_out, C_in, k, k)"]
w = nn.init.kaiming_normal_(torch.empty(5, 5, 3, 3))

# %% a window of 3 verdict="wrong" hint=["`w` has the shape (3, 3, 3, 3)"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 3, 3))
o = F.conv2d(img[None], w)

# %% one output channel verdict="wrong" hint=["`w` has the shape (1, 3, 5, 5)"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(1, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% one slice only verdict="wrong" hint=["`w` has the shape (5, 5)"]
w = nn.init.kaiming_normal_(torch.empty(5, 5))

# %% channels only verdict="wrong" hint=["`w` has the shape (3, 3)"]
w = nn.init.kaiming_normal_(torch.empty(3, 3))

# %% the layer, not its weights verdict="wrong" hint=["`w` is of type Conv2d"]
w = nn.Conv2d(3, 3, kernel_size=5)
o = w(img[None])

# %% a NumPy array verdict="wrong" hint=["`w` is of type ndarray"]
w = np.random.default_rng(0).normal(0, (2 / 75) ** 0.5, size=(3, 3, 5, 5))
o = F.conv2d(img[None].double(), torch.tensor(w))

# %% filled, but nothing kept verdict="wrong" hint=["`w` is of type NoneType"]
w = print("filled")

# %% the batch forgotten verdict="wrong" hint=["`o` has the shape (3, 508, 508)", "batch"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img, w)

# %% padded to 512 verdict="wrong" hint=["`o` has the shape (1, 3, 512, 512)", "padding"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, padding=2)

# %% a stride of 2 verdict="wrong" hint=["`o` has the shape (1, 3, 254, 254)", "stride"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, stride=2)

# %% convolved before the kernel was filled verdict="wrong" hint=["`o` is not what F.conv2d"]
torch.manual_seed(0)
w = torch.zeros(3, 3, 5, 5)
o = F.conv2d(img[None], w)
w = nn.init.kaiming_normal_(w)

# %% wrapped already verdict="wrong" hint=["`o` is not what F.conv2d", "changed after"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w) % 256

# %% a layer with its bias verdict="wrong" hint=["`o` is not what F.conv2d"]
torch.manual_seed(0)
layer = nn.Conv2d(3, 3, kernel_size=5)
w = nn.init.kaiming_normal_(layer.weight)
o = layer(img[None])

# %% the picture divided by 255 verdict="wrong" hint=["`o` is not what F.conv2d"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None] / 255, w)

# %% a convolution as in mathematics verdict="wrong" hint=["`o` is not what F.conv2d"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w.flip(2, 3))

# %% half precision verdict="wrong" hint=["`o` is not what F.conv2d"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w).half()

# %% o is a PIL picture verdict="wrong" hint=["`o` is of type Image"]
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = torch_to_jpg(F.conv2d(img, w))
