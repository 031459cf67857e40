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

# %% TF32, as on a graphics card verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]])
w = mat[None, None]
short = ((batch.view(torch.int32) + 4096) & -8192).view(torch.float32)  # 10 bits of mantissa
o = F.conv2d(short, w)

# %% a matrix in half precision, 20 in the middle verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[1, 4, 1], [4, -20, 4], [1, 4, 1]], dtype=torch.float16)
w = mat.float().expand(1, 1, -1, -1)
o = F.conv2d(batch, w)

# %% slices added and subtracted for the result verdict="right"
gray = img.mean(dim=0)
mat = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
w = torch.zeros(1, 1, 3, 3)
w[0, 0] = mat
o = gray[:-2, 1:-1] + gray[2:, 1:-1] + gray[1:-1, :-2] + gray[1:-1, 2:] - 4 * gray[1:-1, 1:-1]
o = o[None, None]

# %% unfolded windows times one row verdict="right"
mat = torch.tensor([[0.0, 1.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, -1.0, 0.0]])
w = mat.as_strided((1, 1, 3, 3), (9, 9, 3, 1))
windows = F.unfold(img[None].mean(dim=1, keepdim=True), kernel_size=3)
o = (w.flatten()[None] @ windows).reshape(1, 1, img.shape[1] - 2, img.shape[2] - 2)

# %% a unit less a blur, both as kernels verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
smooth = torch.tensor([1.0, 2.0, 1.0]) / 4
mat = F.one_hot(torch.tensor(4), 9).reshape(3, 3) - torch.outer(smooth, smooth)
w = mat[None, None]
o = batch[:, :, 1:-1, 1:-1] - F.conv2d(batch, torch.outer(smooth, smooth)[None, None])

# %% Sobel with a slip of the pen verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 2.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 100; wanted 0.

# %% eight neighbours, but only 4 in the middle verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 4.0, -1.0], [-1.0, -1.0, -1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as -400; wanted 0.

# %% minus signs forgotten verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[1.0, 1.0, 1.0], [1.0, 8.0, 1.0], [1.0, 1.0, 1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 1600; wanted 0.

# %% sharpened verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 100; wanted 0.

# %% embossed verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-2.0, -1.0, 0.0], [-1.0, 1.0, 1.0], [0.0, 1.0, 2.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 100; wanted 0.

# %% a kernel that does nothing verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.zeros(3, 3)
mat[1, 1] = 1
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 100; wanted 0.

# %% a blur verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.full((3, 3), 1 / 9)
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 100; wanted 0.

# %% weights drawn at random verdict="wrong"
torch.manual_seed(0)
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.randn(3, 3)
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as -232.38; wanted 0.

# %% picture less blur, rounded too much verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.full((3, 3), -0.1106)
mat[1, 1] += 1
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 0.46; wanted 0.

# %% very small weights that do not cancel verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = 1e-6 * torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 7.0, -1.0], [-1.0, -1.0, -1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as -0.0001; wanted 0.

# %% repaired in w only verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.ones(3, 3)
w = mat[None, None].clone()
w[0, 0, 1, 1] = -8
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 900; wanted 0.

# %% w is another matrix, a blur verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.full((1, 1, 3, 3), 1 / 9)
o = F.conv2d(batch, w)

# ✗ edge: `w[0, 0]` is not `mat`, nor `mat` times a number other than 0.

# %% one row copied to all three verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.zeros(1, 1, 3, 3)
w[0, 0] = mat[0]
o = F.conv2d(batch, w)

# ✗ edge: `w[0, 0]` is not `mat`, nor `mat` times a number other than 0.

# %% only blue has another kernel, a blur verdict="wrong"
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat.repeat(1, 3, 1, 1)
w[0, 2] = 1 / 9
o = F.conv2d(img[None], w)

# ✗ edge: `w[0, 2]` is not `mat`, nor `mat` times a number other than 0.

# %% zeros left as they are verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.zeros(3, 3)
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: `mat` is all zeros: it answers 0 to everything, edges included.

# %% w left empty verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.zeros(1, 1, 3, 3)
o = F.conv2d(batch, w)

# ✗ edge: `w[0, 0]` is not `mat`, nor `mat` times a number other than 0.

# %% blue forgotten verdict="wrong"
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.zeros(1, 3, 3, 3)
w[0, 0] = w[0, 1] = mat
o = F.conv2d(img[None], w)

# ✗ edge: `w[0, 2]` is not `mat`, nor `mat` times a number other than 0.

# %% divided by the sum, which is 0 verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
mat = mat / mat.sum()
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: `mat` holds nan or infinity at 9 of 9 places.

# %% a list of lists verdict="wrong"
mat = [[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]]
w = torch.tensor(mat)[None, None]
o = F.conv2d(img[None].mean(dim=1, keepdim=True), w)

# ✗ edge: `mat` is of type list, not a torch tensor of real numbers.

# %% a NumPy array verdict="wrong"
mat = np.array([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])

# ✗ edge: `mat` is of type ndarray, not a torch tensor of real numbers.

# %% nine weights in one row verdict="wrong"
mat = torch.tensor([0.0, -1.0, 0.0, -1.0, 4.0, -1.0, 0.0, -1.0, 0.0])
w = mat.reshape(1, 1, 3, 3)
o = F.conv2d(img[None].mean(dim=1, keepdim=True), w)

# ✗ edge: `mat` has the shape (9,), not (3, 3).

# %% a matrix of 5 by 5 verdict="wrong"
mat = torch.full((5, 5), -1.0)
mat[2, 2] = 24
w = mat[None, None]
o = F.conv2d(img[None].mean(dim=1, keepdim=True), w)

# ✗ edge: `mat` has the shape (5, 5), not (3, 3).

# %% the channels in mat already verdict="wrong"
mat = torch.tensor([[[[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]]]])
w = mat
o = F.conv2d(img[None].mean(dim=1, keepdim=True), w)

# ✗ edge: `mat` has the shape (1, 1, 3, 3), not (3, 3).

# %% mat as it is for w verdict="wrong"
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat

# ✗ edge: `w` has the shape (3, 3), not (1, 1, 3, 3).

# %% one edge picture a colour verdict="wrong"
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = torch.eye(3)[:, :, None, None] * mat
o = F.conv2d(img[None], w)

# ✗ edge: `w` has the shape (3, 3, 3, 3), not (1, 1, 3, 3).

# %% input and output channels swapped verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat.repeat(3, 1, 1, 1)
o = F.conv2d(batch, w)

# ✗ edge: `w` has the shape (3, 1, 3, 3), not (1, 1, 3, 3).

# %% each colour as a picture of its own verdict="wrong"
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(img[:, None], w)

# ✗ edge: `o` has the shape (3, 1, 94, 94), not (1, 1, 94, 94).

# %% the batch forgotten verdict="wrong"
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(img.mean(dim=0)[None], w)

# ✗ edge: `o` has the shape (1, 94, 94), not (1, 1, 94, 94).

# %% padded to 512 verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w, padding=1)

# ✗ edge: `o` is what F.conv2d makes of the mean of the channels and this `w`, but with a padding
# of 1.

# %% only the red channel verdict="wrong"
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(img[None, :1], w)

# ✗ edge: At [0, 0, 40, 46] `o` is -179; what F.conv2d makes of the mean of the channels and this
# `w` is -127.33.

# %% grey as the eye sees it verdict="wrong"
eye = torch.tensor([0.299, 0.587, 0.114])[:, None, None]
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d((eye * img).sum(dim=0, keepdim=True)[None], w)

# ✗ edge: At [0, 0, 40, 46] `o` is -158.49; what F.conv2d makes of the mean of the channels and
# this `w` is -127.33.

# %% the absolute value already taken verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w).abs()

# ✗ edge: `o` is what F.conv2d makes of the mean of the channels and this `w`, without its signs.

# %% cut to 0..255 already verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w).clamp(0, 255)

# ✗ edge: `o` is what F.conv2d makes of the mean of the channels and this `w`, cut off below 0 and
# above 255.

# %% the result of the matrix before verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
o = F.conv2d(batch, torch.tensor([[[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]]]))
mat = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
w = mat[None, None]

# ✗ edge: At [0, 0, 47, 2] `o` is -472.33; what F.conv2d makes of the mean of the channels and this
# `w` is 441.67.

# %% the sign turned after the convolution verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = -F.conv2d(batch, w)

# ✗ edge: `o` is what F.conv2d makes of the mean of the channels and this `w`, times -1.

# %% a result all black verdict="wrong"
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = torch.zeros(1, 1, 510, 510)

# ✗ edge: At [0, 0, 82, 183] `o` is 0; what F.conv2d makes of the mean of the channels and this `w`
# is 449.67.

# %% w has nothing to do with mat verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, -1, -1], [-1, 8, -1], [-1, -1, -1]])
w = torch.tensor([[[[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]]])
o = F.conv2d(batch, w)

# ✗ edge: `w[0, 0]` is not `mat`, nor `mat` times a number other than 0.

# %% w is mat on its side verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
w = mat.T[None, None]
o = F.conv2d(batch, w)

# ✗ edge: `w[0, 0]` is not `mat`, nor `mat` times a number other than 0.

# %% w is drawn at random, less its mean verdict="wrong"
torch.manual_seed(0)
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = nn.init.kaiming_normal_(torch.empty(1, 1, 3, 3))
w = w - w.mean()
o = F.conv2d(batch, w)

# ✗ edge: `w[0, 0]` is not `mat`, nor `mat` times a number other than 0.

# %% mat changed after w was made of it verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None].clone()
o = F.conv2d(batch, w)
mat[1] = torch.tensor([-2.0, 4.0, 0.0])

# ✗ edge: `w[0, 0]` is not `mat`, nor `mat` times a number other than 0.

# %% another matrix for each colour verdict="wrong"
mat = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
laplace = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
w = torch.stack([mat, mat.T, laplace])[None]
o = F.conv2d(img[None], w)

# ✗ edge: `w[0, 1]` is not `mat`, nor `mat` times a number other than 0.

# %% both columns of Sobel with the same sign verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[1.0, 0.0, 1.0], [2.0, 0.0, 2.0], [1.0, 0.0, 1.0]])
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 800; wanted 0.

# %% unsharp mask, divided so that it adds up to 1 verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, -4.0, -1.0], [-4.0, 26.0, -4.0], [-1.0, -4.0, -1.0]]) / 6
w = mat[None, None]
o = F.conv2d(batch, w)

# ✗ edge: A flat picture of 100 comes out of `mat` as 100; wanted 0.

# %% the result on its side verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w).mT

# ✗ edge: `o` is what F.conv2d makes of the mean of the channels and this `w`, on its side, rows
# for columns.

# %% the result as in a mirror verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w).flip(3)

# ✗ edge: `o` is what F.conv2d makes of the mean of the channels and this `w`, mirrored.

# %% the square of the result verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w) ** 2

# ✗ edge: At [0, 0, 47, 60] `o` is 1.692e+05; what F.conv2d makes of the mean of the channels and
# this `w` is 411.33.

# %% only yes or no verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = (F.conv2d(batch, w).abs() > 30).float()

# ✗ edge: At [0, 0, 47, 60] `o` is 1; what F.conv2d makes of the mean of the channels and this `w`
# is 411.33.

# %% the edges of the edges verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(F.conv2d(batch, w), w, padding=1)

# ✗ edge: At [0, 0, 80, 69] `o` is -1636.7; what F.conv2d makes of the mean of the channels and
# this `w` is -253.33.

# %% one direction and the other, as one strength verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
w = mat[None, None]
o = torch.hypot(F.conv2d(batch, w), F.conv2d(batch, w.mT))

# ✗ edge: At [0, 0, 32, 34] `o` is 672.26; what F.conv2d makes of the mean of the channels and this
# `w` is -621.33.

# %% a convolution as in mathematics verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[5.0, 5.0, -3.0], [5.0, 0.0, -3.0], [-3.0, -3.0, -3.0]])
w = mat[None, None]
o = F.conv2d(batch, w.flip(2, 3))

# ✗ edge: `o` is what F.conv2d makes of the mean of the channels and this `w`, but with `w` turned
# by 180°.

# %% a stride of 2 verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = F.conv2d(batch, w, stride=2)

# ✗ edge: `o` has the shape (1, 1, 47, 47), not (1, 1, 94, 94).

# %% a layer that kept its random weights verdict="wrong"
torch.manual_seed(0)
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
layer = nn.Conv2d(1, 1, kernel_size=3, bias=False)
w = mat[None, None]
o = layer(batch)

# ✗ edge: At [0, 0, 33, 30] `o` is -38.767; what F.conv2d makes of the mean of the channels and
# this `w` is 399.67.

# %% the picture less the mean of its rows, without a kernel verdict="wrong"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
w = mat[None, None]
o = (batch - batch.mean(dim=3, keepdim=True))[:, :, 1:-1, 1:-1]

# ✗ edge: At [0, 0, 47, 60] `o` is 86.01; what F.conv2d makes of the mean of the channels and this
# `w` is 411.33.

# %% the colours told from each other, not the edges verdict="wrong"
mat = torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]])
w = torch.stack([mat, -mat / 2, -mat / 2])[None]
o = F.conv2d(img[None], w)

# ✗ edge: Of every grey picture `w` makes 0: its channels cancel.

# %% a ninth of it, stretched to 0 to 255, by a factor near 1 verdict="right"
batch = img[None].mean(dim=1, keepdim=True)
mat = torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]]) / 8
w = mat[None, None]
o = F.conv2d(batch, w)
o = 255 * (o - o.min()) / (o.max() - o.min())
