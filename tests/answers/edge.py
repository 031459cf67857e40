# %% [markdown]
# Answers to *Find edges*. The set-up and `load` have run before each.

# %% a pixel against its eight neighbours verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% Wikipedia's ridge detector of four neighbours verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat.reshape(1, 1, 3, 3)
o = F.conv2d(batch, w)

# %% the same with the other sign verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
w = mat.view(1, 1, 3, 3)
o = F.conv2d(batch, w)

# %% Wikipedia's corners verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[1.0, 0.0, -1.0], [0.0, 0.0, 0.0], [-1.0, 0.0, 1.0]])
w = mat.unsqueeze(0).unsqueeze(0)
o = F.conv2d(batch, w)

# %% whole numbers verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[1, 1, 1], [1, -8, 1], [1, 1, 1]])
w = mat[None, None].float()
o = F.conv2d(batch, w)

# %% Sobel, left against right verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% Sobel, top against bottom, from an outer product verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.outer(torch.tensor([1.0, 0.0, -1.0]), torch.tensor([1.0, 2.0, 1.0]))
w = mat[None, None]
o = F.conv2d(batch, w)

# %% Prewitt, in a layer verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[1.0, 1.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -1.0, -1.0]])
layer = nn.Conv2d(1, 1, kernel_size=3, bias=False)
layer.weight = nn.Parameter(mat[None, None])
w = layer.weight
o = layer(batch)

# %% Scharr, in NumPy and float64 verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.from_numpy(np.array([[3.0, 0.0, -3.0], [10.0, 0.0, -10.0], [3.0, 0.0, -3.0]]))
w = mat[None, None]
o = F.conv2d(batch.double(), w)

# %% Roberts, with zeros around verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.zeros(3, 3)
mat[:2, :2] = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% Kirsch, north-west verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[5.0, 5.0, -3.0], [5.0, 0.0, -3.0], [-3.0, -3.0, -3.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% a Laplacian with diagonals verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.25, 0.5, 0.25], [0.5, -3.0, 0.5], [0.25, 0.5, 0.25]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% only corners, no straight edges verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[1.0, -2.0, 1.0], [-2.0, 4.0, -2.0], [1.0, -2.0, 1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% one pixel less its neighbour verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.zeros(3, 3)
mat[1, 1], mat[1, 2] = -1, 1
w = mat[None, None]
o = F.conv2d(batch, w)

# %% the picture less its blur, rounded verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.full((3, 3), -0.111)
mat[1, 1] += 1
w = mat[None, None]
o = F.conv2d(batch, w)

# %% random, less its mean verdict="right"
torch.manual_seed(0)
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.randn(3, 3)
mat = mat - mat.mean()
w = mat[None, None]
o = F.conv2d(batch, w)

# %% very small weights verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = 1e-6 * torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% very large weights verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = 1e6 * torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% over three channels, in a loop verdict="right"
mat = torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]])
w = torch.zeros(1, 3, 3, 3)
for c in range(3):
    w[0, c] = mat
o = F.conv2d(img[None], w)

# %% over three channels, expanded and divided verdict="right"
mat = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
w = mat.expand(1, 3, 3, 3) / 3
o = F.conv2d(img[None], w)

# %% result stretched to 0..255 verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w)
o = 255 * (o - o.min()) / (o.max() - o.min())

# %% with a gradient verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]], requires_grad=True)
w = mat[None, None]
o = F.conv2d(batch, w)

# %% a picture that is not square verdict="right"
img = img[:, :300, :200]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% a picture all in one colour verdict="right"
img = torch.tensor([200.0, 80.0, 20.0])[:, None, None].expand(3, 20, 30)
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% Sobel with a slip of the pen verdict="wrong" hint=["comes out as 100.", "add up to"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 2.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% eight neighbours, but only 4 in the middle verdict="wrong" hint=["comes out as -400."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 4.0, -1.0], [-1.0, -1.0, -1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% minus signs forgotten verdict="wrong" hint=["comes out as 1600."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[1.0, 1.0, 1.0], [1.0, 8.0, 1.0], [1.0, 1.0, 1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% sharpened verdict="wrong" hint=["comes out as 100."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% embossed verdict="wrong" hint=["comes out as 100."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-2.0, -1.0, 0.0], [-1.0, 1.0, 1.0], [0.0, 1.0, 2.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% a kernel that does nothing verdict="wrong" hint=["comes out as 100."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.zeros(3, 3)
mat[1, 1] = 1
w = mat[None, None]
o = F.conv2d(batch, w)

# %% a blur verdict="wrong" hint=["comes out as 100."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.full((3, 3), 1 / 9)
w = mat[None, None]
o = F.conv2d(batch, w)

# %% weights drawn at random verdict="wrong" hint=["comes out as", "add up to"]
torch.manual_seed(0)
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.randn(3, 3)
w = mat[None, None]
o = F.conv2d(batch, w)

# %% picture less blur, rounded too much verdict="wrong" hint=["comes out as 0.4", "add up to"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.full((3, 3), -0.1106)
mat[1, 1] += 1
w = mat[None, None]
o = F.conv2d(batch, w)

# %% very small weights that do not cancel verdict="wrong" hint=["add up to"]
batch = img[None].mean(dim=1, keepdim=True)
mat = 1e-6 * torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 7.0, -1.0], [-1.0, -1.0, -1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# %% repaired in w only verdict="wrong" hint=["comes out as 900."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.ones(3, 3)
w = mat[None, None].clone()
w[0, 0, 1, 1] = -8
o = F.conv2d(batch, w)

# %% w is another matrix, a blur verdict="wrong" hint=["comes out as 100."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.full((1, 1, 3, 3), 1 / 9)
o = F.conv2d(batch, w)

# %% one row copied to all three verdict="wrong" hint=["comes out as -300."]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.zeros(1, 1, 3, 3)
w[0, 0] = mat[0]
o = F.conv2d(batch, w)

# %% only blue has another kernel, a blur verdict="wrong" hint=["comes out as 0, 0, 100."]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat.repeat(1, 3, 1, 1)
w[0, 2] = 1 / 9
o = F.conv2d(img[None], w)

# %% zeros left as they are verdict="wrong" hint=["`mat` is all zeros"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.zeros(3, 3)
w = mat[None, None]
o = F.conv2d(batch, w)

# %% w left empty verdict="wrong" hint=["was `mat` put in?"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.zeros(1, 1, 3, 3)
o = F.conv2d(batch, w)

# %% blue forgotten verdict="wrong" hint=["was `mat` put in?"]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.zeros(1, 3, 3, 3)
w[0, 0] = w[0, 1] = mat
o = F.conv2d(img[None], w)

# %% divided by the sum, which is 0 verdict="wrong" hint=["`mat` holds nan or infinity"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
mat = mat / mat.sum()
w = mat[None, None]
o = F.conv2d(batch, w)

# %% a list of lists verdict="wrong" hint=["`mat` is of type list"]
mat = [[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]]
w = torch.tensor(mat)[None, None]
o = F.conv2d(img[None].mean(dim=1, keepdim=True), w)

# %% a NumPy array verdict="wrong" hint=["`mat` is of type ndarray"]
mat = np.array([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])

# %% nine weights in one row verdict="wrong" hint=["`mat` has the shape (9,)", "three rows"]
mat = torch.tensor([0.0, -1.0, 0.0, -1.0, 4.0, -1.0, 0.0, -1.0, 0.0])
w = mat.reshape(1, 1, 3, 3)
o = F.conv2d(img[None].mean(dim=1, keepdim=True), w)

# %% a matrix of 5 by 5 verdict="wrong" hint=["`mat` has the shape (5, 5)", "three rows"]
mat = torch.full((5, 5), -1.0)
mat[2, 2] = 24
w = mat[None, None]
o = F.conv2d(img[None].mean(dim=1, keepdim=True), w)

# %% the channels in mat already verdict="wrong" hint=["`mat` has the shape (1, 1, 3, 3)"]
mat = torch.tensor([[[[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]]]])
w = mat
o = F.conv2d(img[None].mean(dim=1, keepdim=True), w)

# %% mat as it is for w verdict="wrong" hint=["`w` has the shape (3, 3)", "(C_out, C_in, k, k)"]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat

# %% one edge picture a colour verdict="wrong" hint=["`w` has the shape (3, 3, 3, 3)"]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.eye(3)[:, :, None, None] * mat
o = F.conv2d(img[None], w)

# %% input and output channels swapped verdict="wrong" hint=["`w` has the shape (3, 1, 3, 3)"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat.repeat(3, 1, 1, 1)
o = F.conv2d(batch, w)

# %% each colour as a picture of its own verdict="wrong" hint=["(3, 1, 510, 510)", "channels"]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(img[:, None], w)

# %% the batch forgotten verdict="wrong" hint=["`o` has the shape (1, 510, 510)", "batch"]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(img.mean(dim=0)[None], w)

# %% padded to 512 verdict="wrong" hint=["`o` has the shape (1, 1, 512, 512)", "padding"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w, padding=1)

# %% only the red channel verdict="wrong" hint=["`o` is not what F.conv2d"]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(img[None, :1], w)

# %% grey as the eye sees it verdict="wrong" hint=["`o` is not what F.conv2d"]
eye = torch.tensor([0.299, 0.587, 0.114])[:, None, None]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d((eye * img).sum(dim=0, keepdim=True)[None], w)

# %% the absolute value already taken verdict="wrong" hint=["`o` is not what F.conv2d"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w).abs()

# %% cut to 0..255 already verdict="wrong" hint=["`o` is not what F.conv2d"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w).clamp(0, 255)

# %% the result of the matrix before verdict="wrong" hint=["`o` is not what F.conv2d"]
batch = img[None].mean(dim=1, keepdim=True)
o = F.conv2d(batch, torch.tensor([[[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]]]))
mat = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
w = mat[None, None]

# %% the sign turned after the convolution verdict="wrong" hint=["`o` is not what F.conv2d"]
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = -F.conv2d(batch, w)

# %% a result all black verdict="wrong" hint=["`o` is not what F.conv2d"]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = torch.zeros(1, 1, 510, 510)
