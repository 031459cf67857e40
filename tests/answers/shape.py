# %% [markdown]
# Answers to *Look at the shape*. The set-up and `load` have run before each.

# %% indexed verdict="right"
channels = img.shape[0]
height = img.shape[1]
width = img.shape[2]

# %% unpacked verdict="right"
channels, height, width = img.shape

# %% the method size verdict="right"
channels, height, width = img.size(0), img.size(-2), img.size(-1)

# %% lengths, from the outside in verdict="right"
channels = len(img)
height = len(img[0])
width = len(img[0][0])

# %% from the PIL picture verdict="right"
width, height = picture.size
channels = len(picture.getbands())

# %% a dictionary verdict="right"
names = dict(zip(("channels", "height", "width"), img.numpy().shape, strict=True))
channels, height, width = names["channels"], names["height"], names["width"]

# %% NumPy's whole numbers verdict="right"
channels, height, width = np.array(img.shape)

# %% typed by hand verdict="right"
channels, height, width = 3, 512, 512

# %% a picture that is not square verdict="right"
img = img[:, :300]
channels, height, width = img.shape

# %% typed by hand, then another picture verdict="wrong" hint=["(3, 512, 512) does not agree"]
img = img[:, :300]
channels, height, width = 3, 512, 512

# %% height and width swapped verdict="wrong" hint=["their order is not"]
img = img[:, :300]
channels, width, height = img.shape

# %% channels last, as in NumPy verdict="wrong" hint=["their order is not"]
height, width, channels = img.shape

# %% the shape of a batch verdict="wrong" hint=["(1, 3, 512) does not agree"]
channels, height, width = img[None].shape[:3]

# %% an alpha channel counted verdict="wrong" hint=["(4, 512, 512) does not agree"]
channels = picture.convert("RGBA").im.bands
height, width = img.shape[1:]

# %% last index instead of last place verdict="wrong" hint=["(3, 511, 511) does not agree"]
channels = img.shape[0]
height, width = img.shape[1] - 1, img.shape[2] - 1

# %% one axis named three times verdict="wrong" hint=["(512, 512, 512) does not agree"]
channels = height = width = img.shape[-1]

# %% the number of pixels verdict="wrong" hint=["(3, 512, 262144) does not agree"]
channels, height, width = img.shape[0], img.shape[1], img[0].numel()

# %% the whole shape for each verdict="wrong" hint=["one int"]
channels = height = width = img.shape

# %% a part of the shape, not a number verdict="wrong" hint=["one int"]
channels, height, width = img.shape[0:1], img.shape[1:2], img.shape[2:3]

# %% floats verdict="wrong" hint=["one int"]
channels, height, width = 3.0, 512.0, 512.0

# %% strings verdict="wrong" hint=["one int"]
channels, height, width = "3", "512", "512"

# %% one of them a tensor verdict="wrong" hint=["one int"]
channels, height = img.shape[:2]
width = torch.tensor(img.shape)[2]

# %% the method, not called verdict="wrong" hint=["one int"]
channels, height, width = img.size, 512, 512

# %% nothing verdict="wrong" hint=["one int"]
channels, height, width = 3, None, None
