# %% [markdown]
# Answers to *Sobel: which way does it go?* The set-up and `load` have run before each.

# %% two tables and Pythagoras verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
g_x = F.conv2d(batch, sobel_x[None, None])
g_y = F.conv2d(batch, sobel_y[None, None])
magnitude = (g_x**2 + g_y**2).sqrt()

# %% the other signs, an outer product, hypot verdict="right"
blur, difference = torch.tensor([1.0, 2.0, 1.0]), torch.tensor([1.0, 0.0, -1.0])
sobel_x, sobel_y = torch.outer(blur, difference), torch.outer(difference, blur)
gray = img.mean(dim=0)[None]
magnitude = torch.hypot(*(F.conv2d(gray, mat[None, None]) for mat in (sobel_x, sobel_y)))

# %% one sign of each verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = -sobel_x.T
both = torch.stack([sobel_x, sobel_y])[:, None]
magnitude = F.conv2d(img.mean(dim=0)[None], both).norm(dim=0)

# %% divided by 8, over three channels verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]) / 8
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img[None], mat.expand(1, 3, 3, 3) / 3)[0, 0] for mat in (sobel_x, sobel_y))
magnitude = torch.sqrt(g_x.square() + g_y.square())

# %% very small weights verdict="right"
sobel_x = 1e-5 * torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2) ** 0.5

# %% whole numbers, NumPy and float64 verdict="right"
sobel_x = torch.tensor([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
sobel_y = sobel_x.T
gray = img.double().mean(dim=0)[None]
g_x, g_y = (F.conv2d(gray, mat[None, None].double()).numpy() for mat in (sobel_x, sobel_y))
magnitude = torch.tensor(np.hypot(g_x, g_y))

# %% a picture with vertical stripes only verdict="right"
img = torch.arange(30.0).remainder(7).expand(3, 20, 30)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% a picture all in one colour verdict="right"
img = torch.full((3, 20, 30), 90.0)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% a layer with two outputs verdict="right"
layer = nn.Conv2d(in_channels=1, out_channels=2, kernel_size=3, bias=False)
sobel_x = torch.tensor([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
sobel_y = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
layer.weight.data = torch.stack([sobel_x, sobel_y]).unsqueeze(1)
edges = layer(img.mean(0, keepdim=True).unsqueeze(0))
magnitude = torch.sqrt(torch.sum(edges * edges, dim=1, keepdim=True))

# %% slices added and subtracted, no convolution verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.t().clone()
gray = img.mean(dim=0)
across, down = gray[:, 2:] - gray[:, :-2], gray[2:] - gray[:-2]
g_x = across[:-2] + 2 * across[1:-1] + across[2:]
g_y = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
magnitude = (g_x.pow(2) + g_y.pow(2)).sqrt()

# %% two thin passes for each direction verdict="right"
smooth, change = torch.tensor([1.0, 2.0, 1.0]), torch.tensor([-1.0, 0.0, 1.0])
sobel_x, sobel_y = smooth[:, None] * change, change[:, None] * smooth
gray = img.mean(dim=0)[None]
g_x = F.conv2d(F.conv2d(gray, smooth.view(1, 1, 3, 1)), change.view(1, 1, 1, 3))
g_y = F.conv2d(F.conv2d(gray, change.view(1, 1, 3, 1)), smooth.view(1, 1, 1, 3))
magnitude = torch.hypot(g_x, g_y)

# %% unfolded windows times a matrix of two rows verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
windows = F.unfold(img.mean(dim=0)[None, None], kernel_size=3)[0]
g_x, g_y = torch.stack([sobel_x.flatten(), sobel_y.flatten()]) @ windows
magnitude = torch.sqrt(g_x**2 + g_y**2).reshape(img.shape[1] - 2, img.shape[2] - 2)

# %% a complex number, and its absolute value verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = torch.rot90(sobel_x)
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = torch.complex(g_x, g_y).abs()

# %% the picture divided by 255, the magnitude multiplied again verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
small = img.mean(dim=0)[None] / 255
g_x, g_y = (F.conv2d(small, mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt() * 255

# %% a convolution as in mathematics, which turns both signs verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
kernels = torch.stack([sobel_x, sobel_y]).flip(1, 2)[:, None]
magnitude = F.conv2d(img.mean(dim=0)[None], kernels).square().sum(dim=0).sqrt()

# %% padded first, and the border cut off at the end verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
gray = img.mean(dim=0)[None, None]
g_x = F.conv2d(gray, sobel_x[None, None], padding="same")
g_y = F.conv2d(gray, sobel_y[None, None], padding="same")
magnitude = (g_x**2 + g_y**2).sqrt()[:, :, 1:-1, 1:-1]

# %% a loop over the nine weights, in NumPy verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]).double()
sobel_y = sobel_x.T
gray = img.numpy().astype(float).mean(axis=0)
rows, columns = gray.shape[0] - 2, gray.shape[1] - 2
g_x, g_y = np.zeros((rows, columns)), np.zeros((rows, columns))
for i, j in np.ndindex(3, 3):
    g_x += sobel_x[i, j].item() * gray[i : i + rows, j : j + columns]
    g_y += sobel_y[i, j].item() * gray[i : i + rows, j : j + columns]
magnitude = torch.from_numpy(np.sqrt(g_x**2 + g_y**2))

# %% kernels that want a gradient, and a trace below the root verdict="right"
sobel_x = nn.Parameter(torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]))
sobel_y = nn.Parameter(sobel_x.detach().T.contiguous())
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = torch.sqrt(g_x**2 + g_y**2 + 1e-12)

# %% kernels in half precision, one group for each verdict="right"
sobel_x = torch.tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=torch.float16)
sobel_y = sobel_x.T
gray = img.mean(dim=0).expand(1, 2, -1, -1)
both = torch.stack([sobel_x, sobel_y])[:, None].float()
magnitude = torch.linalg.vector_norm(F.conv2d(gray, both, groups=2), dim=1)

# %% TF32, as on a graphics card verdict="right"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
gray = img.mean(dim=0)[None]
gray = ((gray.view(torch.int32) + 4096) & -8192).view(torch.float32)  # 10 bits of mantissa
g_x, g_y = (F.conv2d(gray, mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% x and y swapped verdict="wrong"
sobel_y = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_x = sobel_y.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from top to bottom `sobel_x` makes 8; wanted 0.

# %% twice from top to bottom verdict="wrong"
sobel_x = sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from top to bottom `sobel_x` makes 8; wanted 0.

# %% twice from left to right verdict="wrong"
sobel_x = sobel_y = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from left to right `sobel_y` makes 8; wanted 0.

# %% flipped, not transposed verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.flip(1)
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from left to right `sobel_y` makes -8; wanted 0.

# %% Prewitt, without the 2 verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from left to right the rows of `sobel_x` make (2, 2, 2); wanted 1 : 2
# : 1.

# %% a sign mistyped in x verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [1.0, 0.0, 1.0]])
sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from top to bottom `sobel_x` makes 2; wanted 0.

# %% a corner of x too weak verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 0.5]])
sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from top to bottom `sobel_x` makes -0.5; wanted 0.

# %% a number mistyped in y verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 2.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from left to right `sobel_y` makes 1; wanted 0.

# %% Scharr for y verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = torch.tensor([[-3.0, -10.0, -3.0], [0.0, 0.0, 0.0], [3.0, 10.0, 3.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from top to bottom the columns of `sobel_y` make (6, 20, 6); wanted 1
# : 2 : 1.

# %% 2.04 for 2 verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.04, 0.0, 2.04], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from left to right the rows of `sobel_x` make (2, 4.08, 2); wanted 1
# : 2 : 1.

# %% zeros left as they are verdict="wrong"
sobel_x = sobel_y = torch.zeros(3, 3)
magnitude = torch.zeros(510, 510)

# ✗ sobel: Of pixels -1, 0, 1 from left to right the rows of `sobel_x` make (0, 0, 0); wanted 1 : 2
# : 1.

# %% two scales verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T / 8
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: The largest of `sobel_x` by that of `sobel_y` is 8; wanted 1.

# %% two very small scales verdict="wrong"
sobel_x = 1e-3 * torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T * 1.05
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: The largest of `sobel_x` by that of `sobel_y` is 0.95238; wanted 1.

# %% added without squares verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = g_x.abs() + g_y.abs()

# ✗ sobel: `magnitude` is |g_x| + |g_y|, without squares.

# %% no square root verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = g_x**2 + g_y**2

# ✗ sobel: `magnitude` is g_x² + g_y², without the root.

# %% only one direction verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
magnitude = F.conv2d(img.mean(dim=0)[None], sobel_x[None, None]).abs()

# ✗ sobel: At [31, 33] `magnitude` is 89.667; what the formula gives for the mean of the channels
# is 690.18.

# %% the sum, signs and all verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
magnitude = F.conv2d(img.mean(dim=0)[None], (sobel_x + sobel_y)[None, None])

# ✗ sobel: At [43, 54] `magnitude` is -898.67; what the formula gives for the mean of the channels
# is 645.53.

# %% the mean of the squares verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = ((g_x**2 + g_y**2) / 2).sqrt()

# ✗ sobel: `magnitude` is what the formula gives for the mean of the channels, times 0.7071.

# %% cut to 0..255 already verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt().clamp(0, 255)

# ✗ sobel: `magnitude` is what the formula gives for the mean of the channels, cut off below 0 and
# above 255.

# %% only the red channel verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img[:1], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: At [48, 44] `magnitude` is 322.12; what the formula gives for the mean of the channels
# is 50.288.

# %% padded to 512 verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
gray = img.mean(dim=0)[None]
g_x, g_y = (F.conv2d(gray, mat[None, None], padding=1) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `magnitude` has the shape (1, 96, 96), not (94, 94).

# %% one magnitude a colour verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img[:, None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `magnitude` has the shape (3, 1, 94, 94), not (94, 94).

# %% four dimensions already verdict="wrong"
sobel_x = torch.tensor([[[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]]])
sobel_y = sobel_x.mT
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `sobel_x` has the shape (1, 1, 3, 3), not (3, 3).

# %% a list verdict="wrong"
sobel_x = [[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]
sobel_y = [[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]]

# ✗ sobel: `sobel_x` is of type list, not a torch tensor of real numbers.

# %% the square root of a sum below 0 verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x + g_y).sqrt()

# ✗ sobel: `magnitude` is the root of g_x + g_y, without squares.

# %% one kernel for both pictures verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x = F.conv2d(batch, sobel_x[None, None])
g_y = F.conv2d(batch, sobel_x[None, None])
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `magnitude` is the root of g_x² + g_x²: `sobel_y` has no part in it.

# %% brackets forgotten before the power of a half verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = F.conv2d(batch, sobel_x[None, None]), F.conv2d(batch, sobel_y[None, None])
magnitude = g_x**2 + g_y**2**0.5

# ✗ sobel: `magnitude` holds nan or infinity at 4501 of 8836 places.

# %% the root of the second square only verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = F.conv2d(batch, sobel_x[None, None]), F.conv2d(batch, sobel_y[None, None])
magnitude = g_x**2 + torch.sqrt(g_y**2)

# ✗ sobel: At [32, 34] `magnitude` is 3.8631e+05; what the formula gives for the mean of the
# channels is 672.26.

# %% added first, squared then verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = F.conv2d(batch, sobel_x[None, None]), F.conv2d(batch, sobel_y[None, None])
magnitude = ((g_x + g_y) ** 2).sqrt()

# ✗ sobel: At [47, 2] `magnitude` is 30.667; what the formula gives for the mean of the channels is
# 646.66.

# %% a minus between the squares verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = F.conv2d(batch, sobel_x[None, None]), F.conv2d(batch, sobel_y[None, None])
magnitude = (g_x**2 - g_y**2).abs().sqrt()

# ✗ sobel: At [47, 0] `magnitude` is 82.227; what the formula gives for the mean of the channels is
# 651.97.

# %% the stronger of the two verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = F.conv2d(batch, sobel_x[None, None]), F.conv2d(batch, sobel_y[None, None])
magnitude = torch.maximum(g_x.abs(), g_y.abs())

# ✗ sobel: At [47, 0] `magnitude` is 464.67; what the formula gives for the mean of the channels is
# 651.97.

# %% half of each, without signs, as in OpenCV verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = F.conv2d(batch, sobel_x[None, None]), F.conv2d(batch, sobel_y[None, None])
magnitude = 0.5 * g_x.abs() + 0.5 * g_y.abs()

# ✗ sobel: At [31, 33] `magnitude` is 387; what the formula gives for the mean of the channels is
# 690.18.

# %% the direction in place of the strength verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = F.conv2d(batch, sobel_x[None, None]), F.conv2d(batch, sobel_y[None, None])
magnitude = torch.atan2(g_y, g_x)

# ✗ sobel: At [31, 33] `magnitude` is 1.7011; what the formula gives for the mean of the channels
# is 690.18.

# %% one kernel made of the strengths of both verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
both = (sobel_x**2 + sobel_y**2).sqrt()
magnitude = F.conv2d(img.mean(dim=0)[None], both[None, None])

# ✗ sobel: At [93, 5] `magnitude` is 2865.6; what the formula gives for the mean of the channels is
# 28.178.

# %% the strength of the kernels, not of the pictures verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
magnitude = torch.hypot(sobel_x, sobel_y)

# ✗ sobel: `magnitude` has the shape (3, 3), not (94, 94).

# %% one number for the whole picture verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = torch.stack([g_x, g_y]).norm()

# ✗ sobel: `magnitude` has the shape (), not (94, 94).

# %% y made of the picture of x verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x = F.conv2d(img.mean(dim=0)[None], sobel_x[None, None])
g_y = F.conv2d(g_x, sobel_y[None, None], padding=1)
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: At [54, 52] `magnitude` is 1697; what the formula gives for the mean of the channels is
# 34.849.

# %% Scharr for both verdict="wrong"
sobel_x = torch.tensor([[-3.0, 0.0, 3.0], [-10.0, 0.0, 10.0], [-3.0, 0.0, 3.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from left to right the rows of `sobel_x` make (6, 20, 6); wanted 1 :
# 2 : 1.

# %% eight neighbours against one, which some pages call Sobel verdict="wrong"
sobel_x = torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: The rows of `sobel_x` add up to (-3, 6, -3); wanted (0, 0, 0).

# %% the two diagonals verdict="wrong"
sobel_x = torch.tensor([[0.0, 1.0, 2.0], [-1.0, 0.0, 1.0], [-2.0, -1.0, 0.0]])
sobel_y = sobel_x.flip(0)
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from top to bottom `sobel_x` makes -6; wanted 0.

# %% minus signs forgotten verdict="wrong"
sobel_x = torch.tensor([[1.0, 0.0, 1.0], [2.0, 0.0, 2.0], [1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: The rows of `sobel_x` add up to (2, 4, 2); wanted (0, 0, 0).

# %% only the difference, without the blur verdict="wrong"
sobel_x = torch.tensor([[0.0, 0.0, 0.0], [-1.0, 0.0, 1.0], [0.0, 0.0, 0.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: Of pixels -1, 0, 1 from left to right the rows of `sobel_x` make (0, 2, 0); wanted 1 : 2
# : 1.

# %% a window of 5 verdict="wrong"
smooth = torch.tensor([1.0, 4.0, 6.0, 4.0, 1.0])
sobel_x = torch.outer(smooth, torch.tensor([-1.0, -2.0, 0.0, 2.0, 1.0]))
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `sobel_x` has the shape (5, 5), not (3, 3).

# %% right kernels, the magnitude on its side verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.permute(0, 2, 1).mean(0)[None], m[None, None]) for m in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `magnitude` is what the formula gives for the mean of the channels, on its side, rows
# for columns.

# %% padded, and cut at the bottom and the right alone verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
gray = img.mean(dim=0)[None]
g_x, g_y = (F.conv2d(gray, mat[None, None], padding=1) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()[:, :-2, :-2]

# ✗ sobel: At [92, 0] `magnitude` is 764; what the formula gives for the mean of the channels is
# 23.674.

# %% a stride of 2 verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
gray = img.mean(dim=0)[None]
g_x, g_y = (F.conv2d(gray, mat[None, None], stride=2) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `magnitude` has the shape (1, 47, 47), not (94, 94).

# %% the channels added, not averaged verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img[None], mat.repeat(1, 3, 1, 1)) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `magnitude` is what the formula gives for the mean of the channels, times 3.

# %% grey as the eye sees it verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
gray = torch.tensor(np.array(picture.convert("L"))).float()[None]
g_x, g_y = (F.conv2d(gray, mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `magnitude` has the shape (1, 510, 510), not (94, 94).

# %% a mean over the magnitudes of three colours verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img[:, None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt().mean(dim=0)

# ✗ sobel: At [49, 43] `magnitude` is 167.21; what the formula gives for the mean of the channels
# is 14.15.

# %% the picture divided by 255 before verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None] / 255, m[None, None]) for m in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: `magnitude` is what the formula gives for the mean of the channels, divided by 255.

# %% stretched until the strongest edge is 255 verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()
magnitude = magnitude * 255 / magnitude.max()

# ✗ sobel: `magnitude` is what the formula gives for the mean of the channels, divided by 2.968.

# %% only yes or no verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (torch.hypot(g_x, g_y) > 100).float()

# ✗ sobel: At [509, 208] `magnitude` is 1; what the formula gives for the mean of the channels is
# 756.75.

# %% bytes, which start at 0 again above 255 verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (torch.hypot(g_x, g_y) % 256).to(torch.uint8)

# ✗ sobel: At [66, 206] `magnitude` is 45; what the formula gives for the mean of the channels is
# 557.91.

# %% the kernels scaled after they were used verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()
sobel_x, sobel_y = sobel_x / 8, sobel_y / 8

# ✗ sobel: `magnitude` is what the formula gives for the mean of the channels, times 8.

# %% negative slopes set to 0 before verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
gray = img.mean(dim=0)[None]
g_x, g_y = (F.conv2d(gray, mat[None, None]).clamp(min=0) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# ✗ sobel: At [33, 34] `magnitude` is 0; what the formula gives for the mean of the channels is
# 651.61.

# %% layers with the bias that nobody asked for verdict="wrong"
torch.manual_seed(0)
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
layer = nn.Conv2d(1, 2, kernel_size=3)
layer.weight.data = torch.stack([sobel_x, sobel_y])[:, None]
layer.bias.data = torch.tensor([40.0, -40.0])
magnitude = layer(img.mean(dim=0)[None]).norm(dim=0)

# ✗ sobel: At [55, 44] `magnitude` is 97.109; what the formula gives for the mean of the channels
# is 40.541.

# %% a NumPy array for the magnitude verdict="wrong"
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = np.hypot(g_x.numpy(), g_y.numpy())

# ✗ sobel: `magnitude` is of type ndarray, not a torch tensor of real numbers.

# %% a middle column that looks for lines verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.0, 1.0, 1.0], [-2.0, -2.0, 2.0], [-1.0, 1.0, 1.0]])
sobel_y = sobel_x.T
g_x = F.conv2d(batch, sobel_x[None, None])
g_y = F.conv2d(batch, sobel_y[None, None])
magnitude = (g_x**2 + g_y**2).sqrt()[0, 0]

# ✗ sobel: The rows of `sobel_x` add up to (1, -2, 1); wanted (0, 0, 0).

# %% rows that only add up to 0 together verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[0.0, 0.0, 2.0], [-4.0, 0.0, 0.0], [0.0, 0.0, 2.0]])
sobel_y = sobel_x.T
g_x = F.conv2d(batch, sobel_x[None, None])
g_y = F.conv2d(batch, sobel_y[None, None])
magnitude = torch.hypot(g_x, g_y)

# ✗ sobel: The rows of `sobel_x` add up to (2, -4, 2); wanted (0, 0, 0).

# %% rows that add up to 0, with a middle column verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
sobel_x = torch.tensor([[-1.5, 1.0, 0.5], [-2.0, 0.0, 2.0], [-1.5, 1.0, 0.5]])
sobel_y = sobel_x.T
g_x = F.conv2d(batch, sobel_x[None, None])
g_y = F.conv2d(batch, sobel_y[None, None])
magnitude = torch.hypot(g_x, g_y)

# ✗ sobel: Between its two sides `sobel_x` has (1, 0, 1); wanted (0, 0, 0).
