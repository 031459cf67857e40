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

# %% too bright by 0.015 verdict="wrong" hint=["values were changed"]
img = jpg_to_torch(Image.open("data/mandril.jpg")) + 0.015

# %% still whole numbers verdict="wrong" hint=["`img` holds torch.uint8"]
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).permute(2, 0, 1)

# %% float64 verdict="wrong" hint=["`img` holds torch.float64"]
img = torch.tensor(np.array(Image.open("data/mandril.jpg"), dtype=float)).permute(2, 0, 1)

# %% channels last verdict="wrong" hint=["(512, 512, 3)", "channels first"]
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float()

# %% reshape in place of permute verdict="wrong" hint=["`reshape`"]
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float().reshape(3, 512, 512)

# %% rows and columns swapped verdict="wrong" hint=["on its side"]
img = torch.tensor(np.array(Image.open("data/mandril.jpg"))).float().permute(2, 1, 0)

# %% transposed whole verdict="wrong" hint=["on its side"]
img = torch.tensor(np.array(Image.open("data/mandril.jpg"), dtype=np.float32).T.copy())

# %% BGR, as in OpenCV verdict="wrong" hint=["Red and blue"]
values = np.array(Image.open("data/mandril.jpg"))[:, :, ::-1].copy()
img = torch.tensor(values).float().permute(2, 0, 1)

# %% scaled to 0..1 verdict="wrong" hint=["between 0 and 1"]
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 255

# %% half as bright verdict="wrong" hint=["values were changed"]
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 2

# %% darker by a factor of 127 verdict="wrong" hint=["values were changed"]
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 127

# %% normalised as for ImageNet verdict="wrong" hint=["values were changed"]
img = jpg_to_torch(Image.open("data/mandril.jpg")) / 255
mean, std = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
img = (img - mean[:, None, None]) / std[:, None, None]

# %% upside down verdict="wrong" hint=["upside down or mirrored"]
img = jpg_to_torch(Image.open("data/mandril.jpg")).flip(1)

# %% mirrored verdict="wrong" hint=["upside down or mirrored"]
mirrored = Image.open("data/mandril.jpg").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
img = jpg_to_torch(mirrored)

# %% turned by half a turn verdict="wrong" hint=["upside down or mirrored"]
img = jpg_to_torch(Image.open("data/mandril.jpg").rotate(180))

# %% as a batch verdict="wrong" hint=["(1, 3, 512, 512)", "no batch dimension"]
img = jpg_to_torch(Image.open("data/mandril.jpg"))[None]

# %% the picture itself verdict="wrong" hint=["of type JpegImageFile"]
img = Image.open("data/mandril.jpg")

# %% a NumPy array verdict="wrong" hint=["of type ndarray"]
img = np.array(Image.open("data/mandril.jpg"), dtype=np.float32).transpose(2, 0, 1)

# %% the name of the file verdict="wrong" hint=["of type str"]
img = "data/mandril.jpg"

# %% the helper's name without a call verdict="wrong" hint=["of type function"]
img = jpg_to_torch

# %% nothing verdict="wrong" hint=["of type NoneType"]
img = None

# %% opened in grey verdict="wrong" hint=["has the shape (512, 512)"]
img = torch.tensor(np.array(Image.open("data/mandril.jpg").convert("L"))).float()

# %% grey in three channels verdict="wrong" hint=["another picture"]
img = jpg_to_torch(Image.open("data/mandril.jpg").convert("L"))

# %% made smaller verdict="wrong" hint=["has the shape (3, 256, 256)"]
img = jpg_to_torch(Image.open("data/mandril.jpg").resize((256, 256)))

# %% only the top rows verdict="wrong" hint=["has the shape (3, 300, 512)"]
img = jpg_to_torch(Image.open("data/mandril.jpg"))[:, :300]

# %% a negative verdict="wrong" hint=["another picture"]
img = 255 - jpg_to_torch(Image.open("data/mandril.jpg"))

# %% contrast stretched until it overflows verdict="wrong" hint=["nan or infinity"]
img = jpg_to_torch(Image.open("data/mandril.jpg"))
img = img / (img - img.amin(dim=(1, 2), keepdim=True))
