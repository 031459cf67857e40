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

# %% ones everywhere verdict="wrong" hint=["comes out as 2500"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1
o = F.conv2d(img[None], w)

# %% a unit matrix in each channel verdict="wrong" hint=["comes out as 500"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = torch.eye(5)
o = F.conv2d(img[None], w)

# %% 255 for white verdict="wrong" hint=["comes out as 25500"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 2, 2] = 255
o = F.conv2d(img[None], w)

# %% a third each, as for a mean verdict="wrong" hint=["comes out as 33.3333"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 2, 2] = 1 / 3
o = F.conv2d(img[None], w)

# %% a sign too many verdict="wrong" hint=["comes out as -100"]
w = -nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)

# %% green forgotten verdict="wrong" hint=["comes out as 100, 0, 100"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[2, 2, 2, 2] = 1
o = F.conv2d(img[None], w)

# %% nearly 1 verdict="wrong" hint=["a little darker or brighter"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = w[2, 2, 2, 2] = 0.9995
o = F.conv2d(img[None], w)

# %% nearly 1 in one channel verdict="wrong" hint=["a little darker or brighter"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = 1
w[2, 2, 2, 2] = 1.0005
o = F.conv2d(img[None], w)

# %% the blur once more verdict="wrong" hint=["25 pixels of a window"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)

# %% half a pixel and half its neighbour verdict="wrong" hint=["2 pixels of a window"]
w = torch.zeros(3, 3, 5, 5)
for c in range(3):
    w[c, c, 2, 2] = w[c, c, 2, 3] = 0.5
o = F.conv2d(img[None], w)

# %% two channels right, blue blurred verdict="wrong" hint=["9 pixels of a window"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 2] = w[1, 1, 2, 2] = 1
w[2, 2, 1:4, 1:4] = 1 / 9
o = F.conv2d(img[None], w)

# %% a weight and its opposite beside the centre verdict="wrong" hint=["3 pixels of a window"]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
w[0, 0, 0, 0] = 1e-5
w[0, 0, 4, 4] = -1e-5
o = F.conv2d(img[None], w)

# %% the first place, not the middle verdict="wrong" hint=["the picture moves"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 0, 0] = w[1, 1, 0, 0] = w[2, 2, 0, 0] = 1
o = F.conv2d(img[None], w)

# %% counted from 1 verdict="wrong" hint=["the picture moves"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 3, 3] = w[1, 1, 3, 3] = w[2, 2, 3, 3] = 1
o = F.conv2d(img[None], w)

# %% one place to the right verdict="wrong" hint=["the picture moves"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 2, 3] = w[1, 1, 2, 3] = w[2, 2, 2, 3] = 1
o = F.conv2d(img[None], w)

# %% the channel's number as its place verdict="wrong" hint=["the picture moves"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0, 0, 0] = w[1, 1, 1, 1] = w[2, 2, 2, 2] = 1
o = F.conv2d(img[None], w)

# %% the middle of all nine slices verdict="wrong" hint=["from one channel to another"]
w = torch.zeros(3, 3, 5, 5)
w[:, :, 2, 2] = 1
o = F.conv2d(img[None], w)

# %% a mean of the channels verdict="wrong" hint=["from one channel to another"]
w = torch.zeros(3, 3, 5, 5)
w[:, :, 2, 2] = 1 / 3
o = F.conv2d(img[None], w)

# %% red and blue swapped verdict="wrong" hint=["from one channel to another"]
w = torch.zeros(3, 3, 5, 5)
w[0, 2, 2, 2] = w[1, 1, 2, 2] = w[2, 0, 2, 2] = 1
o = F.conv2d(img[None], w)

# %% a unit matrix in every slice verdict="wrong" hint=["from one channel to another"]
w = torch.eye(5).expand(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# %% zeros left as they are verdict="wrong" hint=["`w` is all zeros"]
w = torch.zeros(3, 3, 5, 5)
o = F.conv2d(img[None], w)

# %% one column of zeros lost its 1 to a division verdict="wrong" hint=["`w` holds nan"]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
w = w / w.sum(dim=(2, 3), keepdim=True)
o = F.conv2d(img[None], w)

# %% a window of 1 verdict="wrong" hint=["`w` has the shape (3, 3, 1, 1)"]
w = torch.eye(3)[:, :, None, None]
o = F.conv2d(img[None], w)

# %% a window of 3 verdict="wrong" hint=["`w` has the shape (3, 3, 3, 3)"]
w = nn.init.dirac_(torch.empty(3, 3, 3, 3))
o = F.conv2d(img[None], w)

# %% the unit matrix alone verdict="wrong" hint=["`w` has the shape (5, 5)"]
w = torch.eye(5)

# %% a layer of torch that does nothing verdict="wrong" hint=["`w` is of type Identity"]
w = nn.Identity()
o = w(img[None])

# %% a list verdict="wrong" hint=["`w` is of type list"]
w = [0, 0, 1, 0, 0]

# %% padded to 512 verdict="wrong" hint=["`o` has the shape (1, 3, 512, 512)", "padding"]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w, padding=2)

# %% the picture itself verdict="wrong" hint=["`o` has the shape (3, 512, 512)", "batch"]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = img

# %% the batch forgotten verdict="wrong" hint=["`o` has the shape (3, 508, 508)", "batch"]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img, w)

# %% still the blurred picture verdict="wrong" hint=["`o` is not what F.conv2d"]
w = torch.zeros(3, 3, 5, 5)
w[0, 0] = w[1, 1] = w[2, 2] = 1 / 25
o = F.conv2d(img[None], w)
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))

# %% another cut of the picture verdict="wrong" hint=["`o` is not what F.conv2d"]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = img[None, :, :-4, :-4]

# %% stretched to 0..1 verdict="wrong" hint=["`o` is not what F.conv2d", "changed after"]
w = nn.init.dirac_(torch.empty(3, 3, 5, 5))
o = F.conv2d(img[None], w)
o = (o - o.min()) / (o.max() - o.min())
