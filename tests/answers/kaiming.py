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

# %% TF32, as on a graphics card verdict="right"
torch.manual_seed(13)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
short = ((w.view(torch.int32) + 4096) & -8192).view(torch.float32)  # 10 bits of mantissa
o = F.conv2d(img[None], short)

# %% a kernel in half precision verdict="right"
torch.manual_seed(14)
w = torch.empty(3, 3, 5, 5, dtype=torch.float16)
nn.init.kaiming_normal_(w)
o = F.conv2d(img[None], w.float())

# %% Xavier with the gain of ReLU, which is the same here verdict="right"
torch.manual_seed(15)
w = nn.init.xavier_normal_(torch.empty(3, 3, 5, 5), gain=nn.init.calculate_gain("relu"))
o = F.conv2d(img[None], w)

# %% channels last, then permuted verdict="right"
generator = torch.Generator().manual_seed(16)
w = torch.randn(5, 5, 3, 3, generator=generator).mul_((2 / 75) ** 0.5).permute(3, 2, 0, 1)
o = F.conv2d(img[None], w)

# %% two uniform numbers each, as Box and Muller did verdict="right"
torch.manual_seed(17)
radius = (-2 * torch.log(1 - torch.rand(3, 3, 5, 5))).sqrt()
w = (2 / 75) ** 0.5 * radius * torch.cos(2 * torch.pi * torch.rand(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% unfolded windows times a matrix, with a gradient verdict="right"
torch.manual_seed(18)
w = torch.distributions.Normal(0.0, (2 / 75) ** 0.5).sample((3, 3, 5, 5)).requires_grad_()
windows = F.unfold(img[None], kernel_size=5)
o = (w.flatten(1) @ windows).unflatten(2, (img.shape[1] - 4, img.shape[2] - 4))

# %% from -1 to 1 for the convolution, then back verdict="right"
torch.manual_seed(19)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
scaled = img[None] / 127.5 - 1
o = 127.5 * (F.conv2d(scaled, w) + w.sum(dim=(1, 2, 3))[None, :, None, None])

# %% not filled, and all was zero verdict="wrong"
w = torch.empty(3, 3, 5, 5).zero_()
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 1 different values in its 225 places.

# %% not filled, and nan lay there verdict="wrong"
w = torch.empty(3, 3, 5, 5).fill_(float("nan"))
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds nan or infinity at 225 of 225 places.

# %% not filled, and old numbers lay there verdict="wrong"
w = torch.empty(3, 3, 5, 5).zero_()
w[1, 2, 3] = torch.tensor([3e33, -2e21, 7e-9, 1e-41, 4e29])
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 6 different values in its 225 places.

# %% not filled, and tiny numbers lay there verdict="wrong"
w = torch.empty(3, 3, 5, 5).zero_()
w[0, 0, 0] = torch.tensor([1e-41, -4e-44, 9e-41, 1e-44, -2e-41])
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 6 different values in its 225 places.

# %% ones verdict="wrong"
w = torch.ones(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 1 different values in its 225 places.

# %% the standard deviation as the value verdict="wrong"
w = torch.full((3, 3, 5, 5), (2 / 75) ** 0.5)
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 1 different values in its 225 places.

# %% rand for randn verdict="wrong"
torch.manual_seed(0)
w = torch.rand(3, 3, 5, 5) * (2 / 75) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The mean of `w`, over its standard deviation, is 1.6518; wanted 0.

# %% the standard deviation as the mean, too verdict="wrong"
torch.manual_seed(0)
w = nn.init.normal_(torch.empty(3, 3, 5, 5), (2 / 75) ** 0.5, (2 / 75) ** 0.5)
o = F.conv2d(img[None], w)

# ✗ kaiming: The mean of `w`, over its standard deviation, is 1.0731; wanted 0.

# %% off by two fifths verdict="wrong"
torch.manual_seed(10)
w = torch.randn(3, 3, 5, 5)
w = (2 / 75) ** 0.5 * ((w - w.mean()) / w.std() + 0.4)
o = F.conv2d(img[None], w)

# ✗ kaiming: The mean of `w`, over its standard deviation, is 0.4; wanted 0.

# %% below 0 by two fifths verdict="wrong"
torch.manual_seed(10)
w = torch.randn(3, 3, 5, 5)
w = (2 / 75) ** 0.5 * ((w - w.mean()) / w.std() - 0.4)
o = F.conv2d(img[None], w)

# ✗ kaiming: The mean of `w`, over its standard deviation, is -0.4; wanted 0.

# %% Kaiming uniform verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_uniform_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` ends at 1.7 σ; uniform numbers end at 1.7, normal ones pass 2.

# %% Kaiming uniform, an unlucky draw verdict="wrong"
torch.manual_seed(109)
w = nn.init.kaiming_uniform_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` ends at 1.9 σ; uniform numbers end at 1.7, normal ones pass 2.

# %% what nn.Conv2d starts with verdict="wrong"
torch.manual_seed(0)
layer = nn.Conv2d(3, 3, kernel_size=5, bias=False)
w = layer.weight
o = layer(img[None])

# ✗ kaiming: `w` ends at 1.7 σ; uniform numbers end at 1.7, normal ones pass 2.

# %% signs thrown by coin verdict="wrong"
torch.manual_seed(0)
w = (2 / 75) ** 0.5 * (2.0 * torch.randint(2, (3, 3, 5, 5)) - 1)
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 2 different values in its 225 places.

# %% Xavier normal verdict="wrong"
torch.manual_seed(0)
w = nn.init.xavier_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w`, near √(1 / fan-in), is 0.10941; wanted 0.1633.

# %% gain 1, as if no ReLU followed verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5), nonlinearity="linear")
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w`, near √(1 / fan-in), is 0.10941; wanted 0.1633.

# %% the variance for the standard deviation verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / 75)
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w`, near 2 / fan-in, is 0.025267; wanted 0.1633.

# %% fan-in counts all 225 weights verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / 225) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.089331; wanted 0.1633.

# %% a fifth too narrow verdict="wrong"
torch.manual_seed(9)
w = torch.randn(3, 3, 5, 5)
w = 0.78 * (2 / 75) ** 0.5 * (w - w.mean()) / w.std()
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.12737; wanted 0.1633.

# %% randn as it is verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w`, near randn's, is 0.9475; wanted 0.1633.

# %% the channels left out of fan-in verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / 25) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w`, near √(2 / 25), is 0.26799; wanted 0.1633.

# %% fan-in counts only channels verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / 3) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.77363; wanted 0.1633.

# %% filled slice by slice verdict="wrong"
torch.manual_seed(0)
w = torch.empty(3, 3, 5, 5)
for c_out in range(3):
    for c_in in range(3):
        nn.init.kaiming_normal_(w[c_out, c_in])
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.6025; wanted 0.1633.

# %% a third too wide verdict="wrong"
torch.manual_seed(9)
w = torch.randn(3, 3, 5, 5)
w = 1.3 * (2 / 75) ** 0.5 * (w - w.mean()) / w.std()
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.21229; wanted 0.1633.

# %% channels last verdict="wrong"
w = nn.init.kaiming_normal_(torch.empty(5, 5, 3, 3))

# ✗ kaiming: `w` has the shape (5, 5, 3, 3), not (3, 3, 5, 5).

# %% a window of 3 verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 3, 3))
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` has the shape (3, 3, 3, 3), not (3, 3, 5, 5).

# %% one output channel verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(1, 3, 5, 5))
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` has the shape (1, 3, 5, 5), not (3, 3, 5, 5).

# %% one slice only verdict="wrong"
w = nn.init.kaiming_normal_(torch.empty(5, 5))

# ✗ kaiming: `w` has the shape (5, 5), not (3, 3, 5, 5).

# %% channels only verdict="wrong"
w = nn.init.kaiming_normal_(torch.empty(3, 3))

# ✗ kaiming: `w` has the shape (3, 3), not (3, 3, 5, 5).

# %% the layer, not its weights verdict="wrong"
w = nn.Conv2d(3, 3, kernel_size=5)
o = w(img[None])

# ✗ kaiming: `w` is of type Conv2d, not a torch tensor of real numbers.

# %% a NumPy array verdict="wrong"
w = np.random.default_rng(0).normal(0, (2 / 75) ** 0.5, size=(3, 3, 5, 5))
o = F.conv2d(img[None].double(), torch.tensor(w))

# ✗ kaiming: `w` is of type ndarray, not a torch tensor of real numbers.

# %% filled, but nothing kept verdict="wrong"
w = print("filled")

# ✗ kaiming: `w` is of type NoneType, not a torch tensor of real numbers.

# %% the batch forgotten verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img, w)

# ✗ kaiming: `o` has the shape (3, 92, 92), not (1, 3, 92, 92).

# %% padded to 512 verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, padding=2)

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, but with a padding of 2.

# %% a stride of 2 verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, stride=2)

# ✗ kaiming: `o` has the shape (1, 3, 46, 46), not (1, 3, 92, 92).

# %% convolved before the kernel was filled verdict="wrong"
torch.manual_seed(0)
w = torch.zeros(3, 3, 5, 5)
o = F.conv2d(img[None], w)
w = nn.init.kaiming_normal_(w)

# ✗ kaiming: At [0, 0, 37, 9] `o` is 0; what F.conv2d makes of the picture and this `w` is 330.18.

# %% wrapped already verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w) % 256

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, wrapped by `% 256`.

# %% a layer with its bias verdict="wrong"
torch.manual_seed(0)
layer = nn.Conv2d(3, 3, kernel_size=5)
w = nn.init.kaiming_normal_(layer.weight)
o = layer(img[None])

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, plus (0.057201, -0.082247,
# -0.032778).

# %% the picture divided by 255 verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None] / 255, w)

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, divided by 255.

# %% a convolution as in mathematics verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w.flip(2, 3))

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, but with `w` turned by 180°.

# %% a result in half precision verdict="right"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w).half()

# %% o is a PIL picture verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = torch_to_jpg(F.conv2d(img, w))

# ✗ kaiming: `o` is of type Image, not a torch tensor of real numbers.

# %% nn.init.normal_ with the variance verdict="wrong"
torch.manual_seed(0)
w = torch.empty(3, 3, 5, 5)
w = nn.init.normal_(w, 0, 2 / 75)
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w`, near 2 / fan-in, is 0.025267; wanted 0.1633.

# %% the root of the 2 alone verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * 2**0.5 / 75
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.017866; wanted 0.1633.

# %% the root turned round verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (75 / 2) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 5.8022; wanted 0.1633.

# %% divided without a remainder, so the root is 0 verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 // 75) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 1 different values in its 225 places.

# %% the 5 of the window counted once verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / (3 * 5)) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.34598; wanted 0.1633.

# %% fan-in added, not multiplied verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / (3 + 5 + 5)) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.37164; wanted 0.1633.

# %% fan-in counts the numbers of the picture verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / img.numel()) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.0080587; wanted 0.1633.

# %% fan-in and fan-out added verdict="wrong"
torch.manual_seed(0)
w = torch.randn(3, 3, 5, 5) * (2 / (75 + 75)) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w`, near √(1 / fan-in), is 0.10941; wanted 0.1633.

# %% the slope that nn.Conv2d itself takes verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5), a=5**0.5)
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.063167; wanted 0.1633.

# %% the gain for the slope verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5), a=nn.init.calculate_gain("relu"))
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w` is 0.089331; wanted 0.1633.

# %% mean and standard deviation in the wrong order verdict="wrong"
torch.manual_seed(0)
w = nn.init.normal_(torch.empty(3, 3, 5, 5), (2 / 75) ** 0.5, 0)
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 1 different values in its 225 places.

# %% orthogonal rows verdict="wrong"
torch.manual_seed(0)
w = nn.init.orthogonal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# ✗ kaiming: The σ of `w`, near √(1 / fan-in), is 0.11572; wanted 0.1633.

# %% from minus to plus the standard deviation, all alike verdict="wrong"
torch.manual_seed(0)
std = (2 / 75) ** 0.5
w = torch.empty(3, 3, 5, 5).uniform_(-std, std)
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` ends at 1.7 σ; uniform numbers end at 1.7, normal ones pass 2.

# %% minus one, zero and one, from a die verdict="wrong"
torch.manual_seed(0)
w = torch.randint(-1, 2, (3, 3, 5, 5)) * (3 / 2 * 2 / 75) ** 0.5
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 3 different values in its 225 places.

# %% normal, but without signs verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5)).abs()
o = F.conv2d(img[None], w)

# ✗ kaiming: The mean of `w`, over its standard deviation, is 1.2909; wanted 0.

# %% ReLU on the kernel verdict="wrong"
torch.manual_seed(0)
w = F.relu(nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5)))
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 118 different values in its 225 places.

# %% ReLU on the result verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.relu(F.conv2d(img[None], w))

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, cut off below 0.

# %% cut to 0..255 already verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w).clamp(0, 255)

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, cut off below 0 and above 255.

# %% drawn anew for the convolution verdict="wrong"
torch.manual_seed(0)
w = torch.empty(3, 3, 5, 5)
o = F.conv2d(img[None], nn.init.kaiming_normal_(w.clone()))
w = nn.init.kaiming_normal_(w)

# ✗ kaiming: At [0, 2, 54, 67] `o` is -133.63; what F.conv2d makes of the picture and this `w` is
# 536.85.

# %% a layer that convolves with its own random kernel verdict="wrong"
torch.manual_seed(0)
layer = nn.Conv2d(3, 3, kernel_size=5, bias=False)
w = nn.init.kaiming_normal_(layer.weight.detach().clone())
o = layer(img[None])

# ✗ kaiming: At [0, 2, 89, 6] `o` is -124.99; what F.conv2d makes of the picture and this `w` is
# 710.29.

# %% input and output channels swapped in the convolution verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w.transpose(0, 1))

# ✗ kaiming: At [0, 2, 73, 33] `o` is 300.01; what F.conv2d makes of the picture and this `w` is
# -127.72.

# %% the kernel on its side in the convolution verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w.mT)

# ✗ kaiming: At [0, 0, 32, 30] `o` is -152.92; what F.conv2d makes of the picture and this `w` is
# 282.94.

# %% the result on its side verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w).mT

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, on its side, rows for columns.

# %% blue, green, red verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None, [2, 1, 0]], w)

# ✗ kaiming: At [0, 0, 48, 37] `o` is 291.97; what F.conv2d makes of the picture and this `w` is
# -5.3158.

# %% each channel by itself, six of the nine kernels not used verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w[range(3), range(3)].unsqueeze(1), groups=3)

# ✗ kaiming: At [0, 0, 2, 35] `o` is -70.372; what F.conv2d makes of the picture and this `w` is
# 300.97.

# %% dilated verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, dilation=2)

# ✗ kaiming: `o` has the shape (1, 3, 88, 88), not (1, 3, 92, 92).

# %% a transposed convolution verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv_transpose2d(img[None], w)

# ✗ kaiming: `o` has the shape (1, 3, 100, 100), not (1, 3, 92, 92).

# %% the picture less its mean before verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d((img - img.mean())[None], w)

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, plus (-114.11, 14.713,
# 37.777).

# %% stretched to 0..255 verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)
o = (o - o.min()) / (o.max() - o.min()) * 255

# ✗ kaiming: `o` is what F.conv2d makes of the picture and this `w`, divided by 2.486, plus
# (98.932, 98.932, 98.932).

# %% whole numbers for the result verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w).round()

# ✗ kaiming: At [0, 2, 54, 29] `o` is -20; what F.conv2d makes of the picture and this `w` is
# -20.494.

# %% a random picture in place of the mandrill verdict="wrong"
torch.manual_seed(0)
w = nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5))
o = F.conv2d(torch.rand(1, 3, 512, 512) * 255, w)

# ✗ kaiming: At [0, 0, 420, 213] `o` is 592.52; what F.conv2d makes of the picture and this `w` is
# -28.306.

# %% the slices of blue forgotten verdict="wrong"
torch.manual_seed(0)
w = torch.zeros(3, 3, 5, 5)
for c in range(2):
    nn.init.normal_(w[:, c], std=(2 / 75) ** 0.5)
o = F.conv2d(img[None], w)

# ✗ kaiming: `w` holds only 151 different values in its 225 places.
