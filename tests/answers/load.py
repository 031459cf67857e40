# %% [markdown]
# Answers to *Load the mandrill*. Only the set-up has run before each.

# %% Pillow and the helper verdict="right"
picture = Image.open("data/mandril.jpg")
img = jpg_to_torch(picture)

# %% NumPy, then permute verdict="right"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float().permute(2, 0, 1)

# %% channels moved in NumPy verdict="right"
values = np.asarray(Image.open("data/mandril.jpg"), dtype=np.float32)
img = torch.from_numpy(values.transpose(2, 0, 1).copy())

# %% one channel after the other verdict="right"
img = torch.empty(3, 512, 512)
for c, channel in enumerate(Image.open("data/mandril.jpg").split()):
    img[c] = torch.tensor(np.array(channel))

# %% opened by matplotlib verdict="right"
img = torch.einsum("hwc->chw", torch.tensor(plt.imread("data/mandril.jpg"))).float()

# %% the raw bytes verdict="right"
picture = Image.open("data/mandril.jpg")
levels = torch.frombuffer(bytearray(picture.tobytes()), dtype=torch.uint8)
img = levels.reshape(picture.height, picture.width, 3).movedim(-1, 0).to(torch.float32)

# %% to 0..1 and back verdict="right"
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 255
img = img * 255

# %% with a gradient verdict="right"
img = jpg_to_torch(Image.open("data/mandril.jpg")).requires_grad_()

# %% too bright by 0.008 verdict="right"
img = jpg_to_torch(Image.open("data/mandril.jpg")) + 0.008

# %% split and stacked verdict="right"
red, green, blue = Image.open("data/mandril.jpg").split()
img = torch.stack(
    [torch.tensor(np.array(band), dtype=torch.float32) for band in (red, green, blue)]
)

# %% axes swapped two by two verdict="right"
values = torch.as_tensor(np.array(Image.open("data/mandril.jpg")))
img = values.swapaxes(0, 2).swapaxes(1, 2).type(torch.FloatTensor)

# %% OpenCV's order, and put right again verdict="right"
bgr = np.array(Image.open("data/mandril.jpg").convert("RGB"))[..., ::-1].copy()
img = torch.from_numpy(np.moveaxis(bgr, -1, 0)).float()[[2, 1, 0]]

# %% closed after reading, float64 in between verdict="right"
with Image.open("data/mandril.jpg") as picture:
    values = np.asarray(picture, dtype=np.float64)
img = torch.tensor(values).permute(2, 0, 1).to(torch.float)

# %% with transparency, which is dropped verdict="right"
rgba = np.array(Image.open("data/mandril.jpg").convert("RGBA"), dtype="float32")
img = torch.from_numpy(rgba).permute(2, 0, 1)[:3]

# %% through a batch and back verdict="right"
batch = jpg_to_torch(Image.open("data/mandril.jpg")).unsqueeze(0)
img = batch.squeeze(0).contiguous()

# %% turned by a quarter and back verdict="right"
img = jpg_to_torch(Image.open("data/mandril.jpg").transpose(Image.Transpose.ROTATE_90))
img = img.rot90(-1, (1, 2))

# %% half precision in between verdict="right"
img = jpg_to_torch(Image.open("data/mandril.jpg")).half().float()

# %% a parameter of a network verdict="right"
img = nn.Parameter(jpg_to_torch(Image.open("data/mandril.jpg")), requires_grad=False)

# %% every third byte verdict="right"
levels = list(Image.open("data/mandril.jpg").tobytes())
img = torch.tensor([levels[0::3], levels[1::3], levels[2::3]]).reshape(3, 512, 512).float()

# %% too bright by 0.1 verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")) + 0.1

# ✗ load: `img` is what the file holds, plus (0.1, 0.1, 0.1).

# %% still whole numbers verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).permute(2, 0, 1)

# ✗ load: `img` holds torch.uint8 numbers, not torch.float32.

# %% float64 verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"), dtype=float)).permute(2, 0, 1)

# ✗ load: `img` holds torch.float64 numbers, not torch.float32.

# %% channels last verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float()

# ✗ load: `img` has the shape (512, 512, 3), not (3, 512, 512).

# %% reshape in place of permute verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float().reshape(3, 512, 512)

# ✗ load: `img` is what the file holds, torn apart as by `reshape`.

# %% rows and columns swapped verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float().permute(2, 1, 0)

# ✗ load: `img` is what the file holds, on its side, rows for columns.

# %% transposed whole verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"), dtype=np.float32).T.copy())

# ✗ load: `img` is what the file holds, on its side, rows for columns.

# %% BGR, as in OpenCV verdict="wrong"
values = np.array(Image.open("data/mandril.jpg"))[:, :, ::-1].copy()
img = torch.tensor(values).float().permute(2, 0, 1)

# ✗ load: `img` is what the file holds, with red and blue swapped.

# %% scaled to 0..1 verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 255

# ✗ load: `img` is what the file holds, divided by 255.

# %% half as bright verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 2

# ✗ load: `img` is what the file holds, times 0.5.

# %% darker by a factor of 127 verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 127

# ✗ load: `img` is what the file holds, divided by 127.

# %% normalised as for ImageNet verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 255
mean, std = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
img = (img - mean[:, None, None]) / std[:, None, None]

# ✗ load: At [0, 119, 259] `img` is 2.2489; what the file holds is 255.

# %% upside down verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")).flip(1)

# ✗ load: `img` is what the file holds, upside down.

# %% mirrored verdict="wrong"
mirrored = Image.open("data/mandril.jpg").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
img = jpg_to_torch(mirrored)

# ✗ load: `img` is what the file holds, mirrored.

# %% turned by half a turn verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg").rotate(180))

# ✗ load: `img` is what the file holds, turned by 180°.

# %% as a batch verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg"))[None]

# ✗ load: `img` has the shape (1, 3, 512, 512), not (3, 512, 512).

# %% the picture itself verdict="wrong"
img = Image.open("data/mandril.jpg")

# ✗ load: `img` is of type JpegImageFile, not a torch tensor of real numbers.

# %% a NumPy array verdict="wrong"
img = np.array(Image.open("data/mandril.jpg"), dtype=np.float32).transpose(2, 0, 1)

# ✗ load: `img` is of type ndarray, not a torch tensor of real numbers.

# %% the name of the file verdict="wrong"
img = "data/mandril.jpg"

# ✗ load: `img` is of type str, not a torch tensor of real numbers.

# %% the helper's name without a call verdict="wrong"
img = jpg_to_torch

# ✗ load: `img` is of type function, not a torch tensor of real numbers.

# %% nothing verdict="wrong"
img = None

# ✗ load: `img` is of type NoneType, not a torch tensor of real numbers.

# %% opened in grey verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg").convert("L"))).float()

# ✗ load: `img` has the shape (512, 512), not (3, 512, 512).

# %% grey in three channels verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg").convert("L"))

# ✗ load: `img` is the file in grey, three times.

# %% made smaller verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg").resize((256, 256)))

# ✗ load: `img` has the shape (3, 256, 256), not (3, 512, 512).

# %% only the top rows verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg"))[:, :300]

# ✗ load: `img` has the shape (3, 300, 512), not (3, 512, 512).

# %% a negative verdict="wrong"
img = 255 - jpg_to_torch(Image.open("data/mandril.jpg"))

# ✗ load: `img` is what the file holds, times -1, plus (255, 255, 255).

# %% contrast stretched until it overflows verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg"))
img = img / (img - img.amin(dim=(1, 2), keepdim=True))

# ✗ load: `img` holds nan or infinity at 597 of 786432 places.

# %% scaled to between -1 and 1 verdict="wrong"
picture = Image.open("data/mandril.jpg")
img = jpg_to_torch(picture) / 127.5 - 1

# ✗ load: `img` is what the file holds, divided by 127.5, plus (-1, -1, -1).

# %% turned by a quarter verdict="wrong"
picture = Image.open("data/mandril.jpg")
img = jpg_to_torch(picture).rot90(1, (1, 2))

# ✗ load: `img` is what the file holds, turned by 90° to the left.

# %% less its mean, over its spread verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg"))
img = (img - img.mean()) / img.std()

# ✗ load: `img` is what the file holds, divided by 55.66, plus (-2.2722, -2.2722, -2.2722).

# %% only the mean taken off verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg"))
img = img - img.mean(dim=(1, 2), keepdim=True)

# ✗ load: `img` is what the file holds, plus (-137.39, -128.86, -113.14).

# %% bytes with a sign in between verdict="wrong"
values = np.array(Image.open("data/mandril.jpg")).astype(np.int8)
img = torch.tensor(values).permute(2, 0, 1).float()

# ✗ load: At [0, 0, 0] `img` is -93; what the file holds is 163.

# %% divided without a remainder, all black verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")) // 255

# ✗ load: At [0, 119, 259] `img` is 1; what the file holds is 255.

# %% cut off at 1 verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")).clamp(0, 1)

# ✗ load: At [0, 119, 259] `img` is 1; what the file holds is 255.

# %% sixteen levels left verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")) // 16 * 16

# ✗ load: At [0, 0, 9] `img` is 80; what the file holds is 95.

# %% rounded to 0 and 1 in between verdict="wrong"
img = (jpg_to_torch(Image.open("data/mandril.jpg")) / 255).round() * 255

# ✗ load: At [0, 0, 51] `img` is 0; what the file holds is 127.

# %% darkened as by a monitor verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg"))
img = (img / 255) ** 2.2 * 255

# ✗ load: At [0, 0, 194] `img` is 59.898; what the file holds is 132.

# %% half precision verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")).half()

# ✗ load: `img` holds torch.float16 numbers, not torch.float32.

# %% whole numbers of 64 bits verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")).long()

# ✗ load: `img` holds torch.int64 numbers, not torch.float32.

# %% columns first, rows last verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float().permute(1, 2, 0)

# ✗ load: `img` has the shape (512, 3, 512), not (3, 512, 512).

# %% channels between rows and columns verdict="wrong"
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float().transpose(1, 2)

# ✗ load: `img` has the shape (512, 3, 512), not (3, 512, 512).

# %% the bytes viewed as three channels verdict="wrong"
levels = torch.tensor(list(Image.open("data/mandril.jpg").tobytes()))
img = levels.view(3, 512, 512).float()

# ✗ load: `img` is what the file holds, torn apart as by `reshape`.

# %% channels moved on by one verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")).roll(1, dims=0)

# ✗ load: At [0, 422, 260] `img` is 4; what the file holds is 251.

# %% green and blue swapped verdict="wrong"
red, green, blue = Image.open("data/mandril.jpg").split()
img = jpg_to_torch(Image.merge("RGB", (red, blue, green)))

# ✗ load: At [1, 62, 329] `img` is 13; what the file holds is 162.

# %% red three times verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg").getchannel("R"))

# ✗ load: At [2, 422, 260] `img` is 251; what the file holds is 4.

# %% brightness and colour apart verdict="wrong"
values = np.array(Image.open("data/mandril.jpg").convert("YCbCr"))
img = torch.tensor(values).permute(2, 0, 1).float()

# ✗ load: At [2, 274, 231] `img` is 222; what the file holds is 0.

# %% hue, saturation and value verdict="wrong"
values = np.array(Image.open("data/mandril.jpg").convert("HSV"), dtype=np.float32)
img = torch.from_numpy(values).permute(2, 0, 1)

# ✗ load: At [0, 276, 216] `img` is 0; what the file holds is 255.

# %% with an alpha channel verdict="wrong"
values = np.array(Image.open("data/mandril.jpg").convert("RGBA"), dtype=np.float32)
img = torch.from_numpy(values).permute(2, 0, 1)

# ✗ load: `img` has the shape (4, 512, 512), not (3, 512, 512).

# %% a palette of 256 colours verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg").quantize(256))

# ✗ load: At [2, 53, 165] `img` is 56; what the file holds is 0.

# %% made smaller, then large again verdict="wrong"
picture = Image.open("data/mandril.jpg").resize((256, 256)).resize((512, 512))
img = jpg_to_torch(picture)

# ✗ load: At [2, 54, 331] `img` is 85; what the file holds is 191.

# %% a smaller piece, made as large as the picture verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg").crop((0, 0, 400, 400)).resize((512, 512)))

# ✗ load: At [0, 511, 230] `img` is 254; what the file holds is 2.

# %% shifted by one column verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")).roll(1, dims=2)

# ✗ load: At [1, 57, 179] `img` is 182; what the file holds is 27.

# %% a black border verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg"))
img = F.pad(img[:, 8:-8, 8:-8], (8, 8, 8, 8))

# ✗ load: At [0, 332, 6] `img` is 0; what the file holds is 231.

# %% blurred a little verdict="wrong"
batch = jpg_to_torch(Image.open("data/mandril.jpg"))[None]
img = F.avg_pool2d(batch, 3, stride=1, padding=1)[0]

# ✗ load: At [2, 54, 331] `img` is 72.889; what the file holds is 191.

# %% a new picture of the same size verdict="wrong"
img = jpg_to_torch(Image.new("RGB", (512, 512)))

# ✗ load: At [0, 119, 259] `img` is 0; what the file holds is 255.

# %% a tensor that was never filled verdict="wrong"
picture = Image.open("data/mandril.jpg")
img = torch.zeros(3, 512, 512)

# ✗ load: At [0, 119, 259] `img` is 0; what the file holds is 255.

# %% only the first channel filled verdict="wrong"
img = torch.zeros(3, 512, 512)
img[0] = torch.tensor(np.array(Image.open("data/mandril.jpg")))[:, :, 0]

# ✗ load: At [2, 103, 312] `img` is 0; what the file holds is 255.

# %% the bytes of the file, not decoded verdict="wrong"
img = torch.tensor(np.fromfile("data/mandril.jpg", dtype=np.uint8)).float()

# ✗ load: `img` has the shape (190020,), not (3, 512, 512).

# %% flattened verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")).flatten()

# ✗ load: `img` has the shape (786432,), not (3, 512, 512).

# %% a comma too many verdict="wrong"
img = (jpg_to_torch(Image.open("data/mandril.jpg")),)

# ✗ load: `img` is of type tuple, not a torch tensor of real numbers.

# %% three channels in a list verdict="wrong"
img = [torch.tensor(np.array(c)).float() for c in Image.open("data/mandril.jpg").split()]

# ✗ load: `img` is of type list, not a torch tensor of real numbers.

# %% nested lists of numbers verdict="wrong"
img = jpg_to_torch(Image.open("data/mandril.jpg")).tolist()

# ✗ load: `img` is of type list, not a torch tensor of real numbers.
