# %% [markdown]
# Answers to *Do nothing*. The set-up and `load` have run before each.

# %% three weights of 1 verdict="right"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 2, 2] = 1
o = F.conv2d(img[None], w)

# %% nn.init knows it verdict="right"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% a unit matrix with a border of zeros verdict="right"
w = F.pad(torch.eye(3)[:, :, None, None], (2, 2, 2, 2))
o = F.conv2d(img[None], w)

# %% a loop over everything verdict="right"
w = torch.empty(3, 3, 5, 5)
for c_out, c_in, y, x in np.ndindex(w.shape):
    w[c_out, c_in, y, x] = float(c_out == c_in and y == x == 2)
o = F.conv2d(img[None], w)

# %% einsum of unit vectors verdict="right"
middle = F.one_hot(torch.tensor(2), 5).float()
w = torch.einsum("oc,i,j->ocij", torch.eye(3), middle, middle)
o = F.conv2d(img[None], w)

# %% one kernel a channel, with groups verdict="right"
w = torch.zeros(3, 1, 5, 5)
w[:, 0, 2, 2] = 1
o = F.conv2d(img[None], w, groups=3)

# %% a layer without bias verdict="right"
layer = nn.Conv2d(3, 3, kernel_size=5, bias=False)
w = nn.init.dirac_(layer.weight)
o = layer(img[None])

# %% NumPy and float64 verdict="right"
kernel = np.zeros((3, 3, 5, 5))
kernel[range(3), range(3), 2, 2] = 1
w = torch.from_numpy(kernel)
o = F.conv2d(img[None].double(), w)

# %% the border cut off for the result verdict="right"
w = torch.zeros(3, 3, 5, 5)
w[[0, 1, 2], [0, 1, 2], 2, 2] = 1.0
o = img[None, :, 2:-2, 2:-2].clone()

# %% a picture that is not square verdict="right"
img = img[:, :300, :200]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% half precision all the way verdict="right"
w = torch.zeros(3, 3, 5, 5, dtype=torch.float16)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 2, 2] = 1
o = F.conv2d(img[None].half(), w)

# %% bfloat16, which holds whole numbers up to 256 verdict="right"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None].bfloat16(), w.bfloat16()).float()

# %% row 12 of a unit matrix verdict="right"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c] = torch.eye(25)[12].reshape(5, 5)
o = F.conv2d(img.unsqueeze(0), w)

# %% unfolded windows times a matrix verdict="right"
w = torch.zeros(3, 3, 5, 5)
w.view(3, 3, 25)[:, :, 12] = torch.eye(3)
windows = F.unfold(img[None], kernel_size=5)
o = (w.reshape(3, 75) @ windows).reshape(1, 3, img.shape[1] - 4, img.shape[2] - 4)

# %% a Gaussian so narrow that its neighbours are lost verdict="right"
y, x = torch.meshgrid(torch.arange(-2.0, 3), torch.arange(-2.0, 3), indexing="ij")
bump = torch.exp(-50 * (x**2 + y**2))
w = torch.eye(3)[:, :, None, None] * bump
o = F.conv2d(img[None], w)

# %% padded, and the border cut off again verdict="right"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, padding=2)[..., 2:-2, 2:-2]

# %% divided by 255, and multiplied again verdict="right"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None] / 255, w) * 255

# %% a layer with groups and a bias of 0 verdict="right"
layer = nn.Conv2d(3, 3, kernel_size=5, groups=3)
for parameter in layer.parameters():
    nn.init.zeros_(parameter)
with torch.no_grad():
    layer.weight[:, 0, 2, 2] = 1
w, o = layer.weight, layer(img[None])

# %% channel by channel, with a gradient verdict="right"
w = nn.Parameter(nn.init.dirac_(torch.empty(3, 3, 5, 5)))
o = torch.stack([F.conv2d(img[c][None], w[c : c + 1, c : c + 1])[0] for c in range(3)])[None]

# %% ones everywhere verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (2500, 2500, 2500); wanted (100, 100, 100).

# %% a unit matrix in each channel verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = torch.eye(5)
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (500, 500, 500); wanted (100, 100, 100).

# %% 255 for white verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 2, 2] = 255
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (25500, 25500, 25500); wanted (100, 100, 100).

# %% a third each, as for a mean verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 2, 2] = 1 / 3
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (33.333, 33.333, 33.333); wanted (100, 100, 100).

# %% a sign too many verdict="wrong"
w = -nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (-100, -100, -100); wanted (100, 100, 100).

# %% green forgotten verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[2, 2, 2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (100, 0, 100); wanted (100, 100, 100).

# %% nearly 1 verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 2, 2] = 0.99
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (99, 99, 99); wanted (100, 100, 100).

# %% nearly 1 in one channel verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = 1
w[2, 2, 2, 2] = 1.01
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (100, 100, 101); wanted (100, 100, 100).

# %% the blur once more verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# ✗ identity: 25 weights in the kernel of red are beyond ±1e-5: so many mix.

# %% half a pixel and half its neighbour verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 2, 2] = w[c, c, 2, 3] = 0.5
o = F.conv2d(img[None], w)

# ✗ identity: 2 weights in the kernel of red are beyond ±1e-5: so many mix.

# %% two channels right, blue blurred verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = 1
w[2, 2, 1:4, 1:4] = 1 / 9
o = F.conv2d(img[None], w)

# ✗ identity: 9 weights in the kernel of blue are beyond ±1e-5: so many mix.

# %% a weight and its opposite beside the centre verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
w[0, 0, 0, 0] = 1e-3
w[0, 0, 4, 4] = -1e-3
o = F.conv2d(img[None], w)

# ✗ identity: 3 weights in the kernel of red are beyond ±1e-5: so many mix.

# %% the first place, not the middle verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 0, 0] = w[1, 1, 0, 0] = w[2, 2, 0, 0] = 1
o = F.conv2d(img[None], w)

# ✗ identity: The weight in the kernel of red is at [0, 0]: that colour shifts.

# %% counted from 1 verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 3, 3] = w[1, 1, 3, 3] = w[2, 2, 3, 3] = 1
o = F.conv2d(img[None], w)

# ✗ identity: The weight in the kernel of red is at [3, 3]: that colour shifts.

# %% one place to the right verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 3] = w[1, 1, 2, 3] = w[2, 2, 2, 3] = 1
o = F.conv2d(img[None], w)

# ✗ identity: The weight in the kernel of red is at [2, 3]: that colour shifts.

# %% the channel's number as its place verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 0, 0] = w[1, 1, 1, 1] = w[2, 2, 2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: The weight in the kernel of red is at [0, 0]: that colour shifts.

# %% the middle of all nine slices verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[:, :, 2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: Pure red comes out as (100, 100, 100); wanted (100, 0, 0).

# %% a mean of the channels verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[:, :, 2, 2] = 1 / 3
o = F.conv2d(img[None], w)

# ✗ identity: Pure red comes out as (33.333, 33.333, 33.333); wanted (100, 0, 0).

# %% red and blue swapped verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 2, 2, 2] = w[1, 1, 2, 2] = w[2, 0, 2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: Pure red comes out as (0, 0, 100); wanted (100, 0, 0).

# %% a unit matrix in every slice verdict="wrong"
w = torch.eye(5).expand(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# ✗ identity: Pure red comes out as (500, 500, 500); wanted (100, 0, 0).

# %% zeros left as they are verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (0, 0, 0); wanted (100, 100, 100).

# %% one column of zeros lost its 1 to a division verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
w = w / w.sum(dim=(2, 3), keepdim=True)
o = F.conv2d(img[None], w)

# ✗ identity: `w` holds nan or infinity at 150 of 225 places.

# %% a window of 1 verdict="wrong"
w = torch.eye(3)[:, :, None, None]
o = F.conv2d(img[None], w)

# ✗ identity: `w` has the shape (3, 3, 1, 1), not (3, 3, 5, 5).

# %% a window of 3 verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 3, 3))
o = F.conv2d(img[None], w)

# ✗ identity: `w` has the shape (3, 3, 3, 3), not (3, 3, 5, 5).

# %% the unit matrix alone verdict="wrong"
w = torch.eye(5)

# ✗ identity: `w` has the shape (5, 5), not (3, 3, 5, 5).

# %% a layer of torch that does nothing verdict="wrong"
w = nn.Identity()
o = w(img[None])

# ✗ identity: `w` is of type Identity, not a torch tensor of real numbers.

# %% a list verdict="wrong"
w = [0, 0, 1, 0, 0]

# ✗ identity: `w` is of type list, not a torch tensor of real numbers.

# %% padded to 512 verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, padding=2)

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, but with a padding of 2.

# %% the picture itself verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = img

# ✗ identity: `o` has the shape (3, 96, 96), not (1, 3, 92, 92).

# %% the batch forgotten verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img, w)

# ✗ identity: `o` has the shape (3, 92, 92), not (1, 3, 92, 92).

# %% still the blurred picture verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))

# ✗ identity: At [0, 2, 32, 29] `o` is 58.28; what F.conv2d makes of the picture and this `w` is
# 191.

# %% another cut of the picture verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = img[None, :, :-4, :-4]

# ✗ identity: At [0, 1, 34, 34] `o` is 222; what F.conv2d makes of the picture and this `w` is 28.

# %% stretched to 0..1 verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)
o = (o - o.min()) / (o.max() - o.min())

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, divided by 255.

# %% the right kernel, the result on its side verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w).transpose(2, 3)

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, on its side, rows for
# columns.

# %% the right kernel, the result upside down verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w).flip(2)

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, upside down.

# %% the right kernel, the result as in a mirror verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w).flip(3)

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, mirrored.

# %% the right kernel, the result in the order BGR verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)[:, [2, 1, 0]]

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, with red and blue swapped.

# %% sharpened, which leaves flat pictures alone verdict="wrong"
w = 2 * nn.init.dirac_(torch.empty(3, 3, 5, 5))
w[0, 0] -= 1 / 25
w[1, 1] -= 1 / 25
w[2, 2] -= 1 / 25
o = F.conv2d(img[None], w)

# ✗ identity: 25 weights in the kernel of red are beyond ±1e-5: so many mix.

# %% each channel from its neighbour verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 1, 2, 2] = w[1, 2, 2, 2] = w[2, 0, 2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: Pure red comes out as (0, 0, 100); wanted (100, 0, 0).

# %% red for all three verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[:, 0, 2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: Pure red comes out as (100, 100, 100); wanted (100, 0, 0).

# %% only blue one row too low verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 3, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: The weight in the kernel of blue is at [3, 2]: that colour shifts.

# %% a cross of ones verdict="wrong"
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 2, :] = w[c, c, :, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: A flat picture of 100 comes out as (900, 900, 900); wanted (100, 100, 100).

# %% a kernel a channel with groups, a unit matrix in each verdict="wrong"
w = torch.eye(5).repeat(3, 1, 1, 1) / 5
o = F.conv2d(img[None], w, groups=3)

# ✗ identity: 5 weights in the kernel of red are beyond ±1e-5: so many mix.

# %% one output channel verdict="wrong"
w = torch.zeros(1, 3, 5, 5)
w[0, :, 2, 2] = 1
o = F.conv2d(img[None], w)

# ✗ identity: `w` has the shape (1, 3, 5, 5), not (3, 3, 5, 5).

# %% a stride of 2 verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, stride=2)

# ✗ identity: `o` has the shape (1, 3, 46, 46), not (1, 3, 92, 92).

# %% a transposed convolution, which makes the picture larger verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv_transpose2d(img[None], w)

# ✗ identity: `o` has the shape (1, 3, 100, 100), not (1, 3, 92, 92).

# %% the picture divided by 255 before verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None] / 255, w)

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, divided by 255.

# %% a layer with a bias verdict="wrong"
layer = nn.Conv2d(3, 3, kernel_size=5)
nn.init.dirac_(layer.weight)
nn.init.constant_(layer.bias, 1.0)
w, o = layer.weight, layer(img[None])

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, plus (1, 1, 1).

# %% the whole picture, shrunk to the size of the result verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.interpolate(img[None], size=(508, 508), mode="bilinear")

# ✗ identity: At [0, 0, 507, 199] `o` is 2.8942; what F.conv2d makes of the picture and this `w` is
# 203.

# %% the convolution of a grey picture in three channels verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img.mean(dim=0).expand(1, 3, -1, -1), w)

# ✗ identity: At [0, 2, 39, 26] `o` is 123; what F.conv2d makes of the picture and this `w` is 1.

# %% the largest of the window verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.max_pool2d(img[None], 5, stride=1)

# ✗ identity: At [0, 2, 30, 30] `o` is 200; what F.conv2d makes of the picture and this `w` is 0.

# %% black and white turned round afterwards verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = 255 - F.conv2d(img[None], w)

# ✗ identity: `o` is what F.conv2d makes of the picture and this `w`, times -1, plus (255, 255,
# 255).

# %% a result all black verdict="wrong"
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = torch.zeros(1, 3, 508, 508)

# ✗ identity: At [0, 0, 117, 257] `o` is 0; what F.conv2d makes of the picture and this `w` is 255.

# %% a kernel of complex numbers verdict="wrong"
w = torch.zeros(3, 3, 5, 5, dtype=torch.complex64)
w[range(3), range(3), 2, 2] = 1
o = img[None, :, 2:-2, 2:-2]

# ✗ identity: `w` is not filled with real numbers.
