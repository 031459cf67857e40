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

# %% x and y swapped verdict="wrong" hint=["`sobel_x` should answer"]
sobel_y = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_x = sobel_y.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% twice from top to bottom verdict="wrong" hint=["`sobel_x` should answer"]
sobel_x = sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% twice from left to right verdict="wrong" hint=["`sobel_y` should answer"]
sobel_x = sobel_y = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% flipped, not transposed verdict="wrong" hint=["`sobel_y` should answer"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.flip(1)
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% Prewitt, without the 2 verdict="wrong" hint=["`sobel_x` is not Sobel's"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% a sign mistyped in x verdict="wrong" hint=["`sobel_x` is not Sobel's"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [1.0, 0.0, 1.0]])
sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% a corner of x too weak verdict="wrong" hint=["`sobel_x` is not Sobel's"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 0.5]])
sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% a number mistyped in y verdict="wrong" hint=["`sobel_y` is not Sobel's"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 2.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% Scharr for y verdict="wrong" hint=["`sobel_y` is not Sobel's"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = torch.tensor([[-3.0, -10.0, -3.0], [0.0, 0.0, 0.0], [3.0, 10.0, 3.0]])
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% 2.04 for 2 verdict="wrong" hint=["`sobel_x` is not Sobel's"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.04, 0.0, 2.04], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% zeros left as they are verdict="wrong" hint=["`sobel_x` is not Sobel's"]
sobel_x = sobel_y = torch.zeros(3, 3)
magnitude = torch.zeros(510, 510)

# %% two scales verdict="wrong" hint=["not the same scale"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T / 8
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% two very small scales verdict="wrong" hint=["not the same scale"]
sobel_x = 1e-3 * torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T * 1.05
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% added without squares verdict="wrong" hint=["without squares"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = g_x.abs() + g_y.abs()

# %% no square root verdict="wrong" hint=["square root is missing"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = g_x**2 + g_y**2

# %% only one direction verdict="wrong" hint=["does not follow the formula"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
magnitude = F.conv2d(img.mean(dim=0)[None], sobel_x[None, None]).abs()

# %% the sum, signs and all verdict="wrong" hint=["does not follow the formula"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
magnitude = F.conv2d(img.mean(dim=0)[None], (sobel_x + sobel_y)[None, None])

# %% the mean of the squares verdict="wrong" hint=["does not follow the formula"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = ((g_x**2 + g_y**2) / 2).sqrt()

# %% cut to 0..255 already verdict="wrong" hint=["does not follow the formula"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt().clamp(0, 255)

# %% only the red channel verdict="wrong" hint=["does not follow the formula"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img[:1], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% padded to 512 verdict="wrong" hint=["`magnitude` has the shape (1, 512, 512)", "padding"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
gray = img.mean(dim=0)[None]
g_x, g_y = (F.conv2d(gray, mat[None, None], padding=1) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% one magnitude a colour verdict="wrong" hint=["shape (3, 1, 510, 510)", "grey picture"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img[:, None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% four dimensions already verdict="wrong" hint=["`sobel_x` has the shape (1, 1, 3, 3)"]
sobel_x = torch.tensor([[[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]]])
sobel_y = sobel_x.mT
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat) for mat in (sobel_x, sobel_y))
magnitude = (g_x**2 + g_y**2).sqrt()

# %% a list verdict="wrong" hint=["`sobel_x` is of type list"]
sobel_x = [[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]
sobel_y = [[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]]

# %% the square root of a sum below 0 verdict="wrong" hint=["`magnitude` holds nan"]
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
sobel_y = sobel_x.T
g_x, g_y = (F.conv2d(img.mean(dim=0)[None], mat[None, None]) for mat in (sobel_x, sobel_y))
magnitude = (g_x + g_y).sqrt()
