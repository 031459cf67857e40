# %% [markdown]
# Answers to *Look at the shape*. The set-up and `load` have run before each. The first two lines of
# the cell are given; of the mandrill, (3, 512, 512), they cut out a `face` of (3, 496, 320).

# %% indexed verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = face.shape[0]
height = face.shape[1]
width = face.shape[2]

# %% unpacked verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.shape

# %% the method size verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.size(0), face.size(-2), face.size(-1)

# %% lengths, from the outside in verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = len(face)
height = len(face[0])
width = len(face[0][0])

# %% from a PIL picture of it verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
portrait = torch_to_jpg(face)
width, height = portrait.size
channels = len(portrait.getbands())

# %% a dictionary verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
names = dict(zip(("channels", "height", "width"), face.numpy().shape, strict=True))
channels, height, width = names["channels"], names["height"], names["width"]

# %% NumPy's whole numbers verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = np.array(face.shape)

# %% tensors without a dimension verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = torch.tensor(face.shape)

# %% one of them a tensor verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height = face.shape[:2]
width = torch.tensor(face.shape)[2]

# %% typed by hand verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = 3, 496, 320

# %% a picture that is not square verdict="right"
img = img[:, :300]
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.shape

# %% cut at places typed by hand verdict="right"
face = img[:, 16:, 96:416]
channels, height, width = face.shape

# %% worked out from the places of the cut verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = img.shape[0]
height = img.shape[1] - unit
width = 26 * unit - 6 * unit

# %% as a batch, its size thrown away verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
_, channels, height, width = face[None].shape

# %% channels last, then named in that order verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
height, width, channels = face.movedim(0, -1).shape

# %% counted one by one verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = sum(1 for _ in face)
height = sum(1 for _ in face[0])
width = sum(1 for _ in face[0, 0])

# %% taken off the end of a list verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
rest = list(face.shape)
width = rest.pop()
height = rest.pop()
channels = rest.pop()

# %% numbers of pixels divided verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
width = face[0, 0].numel()
height = face[0].numel() // width
channels = face.numel() // (height * width)

# %% by pattern matching verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
match face.shape:
    case [channels, height, width]:
        print(channels, height, width)

# %% the place of the last pixel, and one more verdict="right"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = torch.ones_like(face).nonzero()[-1] + 1

# %% the picture it was cut from verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = img.shape

# ✗ shape: `height` is 512, no part of the shape of the given `face`.

# %% the whole picture, indexed, with height and width swapped verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = img.shape[0]
width = img.shape[1]
height = img.shape[2]

# ✗ shape: `height` is 512, no part of the shape of the given `face`.

# %% the sides of the whole picture typed by hand verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = 3, 512, 512

# ✗ shape: `height` is 512, no part of the shape of the given `face`.

# %% height of the face, width of the picture verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.shape[0], face.shape[1], img.shape[2]

# ✗ shape: `width` is 512, no part of the shape of the given `face`.

# %% width of the face, height of the picture verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.shape[0], img.shape[1], face.shape[2]

# ✗ shape: `height` is 512, no part of the shape of the given `face`.

# %% typed by hand, then another picture verdict="wrong"
img = img[:, :300]
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = 3, 496, 320

# ✗ shape: `height` is 496, no part of the shape of the given `face`.

# %% height and width swapped verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, width, height = face.shape

# ✗ shape: `height` is 320, the number of columns of the given `face`.

# %% height and width swapped by counting from the end verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.shape[-3], face.shape[-1], face.shape[-2]

# ✗ shape: `height` is 320, the number of columns of the given `face`.

# %% height and width swapped, typed by hand verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = 3, 320, 496

# ✗ shape: `height` is 320, the number of columns of the given `face`.

# %% the order of a PIL picture taken for rows first verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = face.shape[0]
height, width = torch_to_jpg(face).size

# ✗ shape: `height` is 320, the number of columns of the given `face`.

# %% channels last, as in NumPy verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
height, width, channels = face.shape

# ✗ shape: `channels` is 320, the number of columns of the given `face`.

# %% names in order, shape channels last verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.permute(1, 2, 0).shape

# ✗ shape: `channels` is 496, the number of rows of the given `face`.

# %% read from the back verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = reversed(face.shape)

# ✗ shape: `channels` is 320, the number of columns of the given `face`.

# %% the shape of a batch verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face[None].shape[:3]

# ✗ shape: `channels` is 1, no part of the shape of the given `face`.

# %% sorted by size verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = sorted(face.shape)

# ✗ shape: `height` is 320, the number of columns of the given `face`.

# %% an alpha channel counted verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = len(torch_to_jpg(face).convert("RGBA").getbands())
height, width = face.shape[1:]

# ✗ shape: `channels` is 4, no part of the shape of the given `face`.

# %% counted after the colours were averaged verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.mean(dim=0, keepdim=True).shape

# ✗ shape: `channels` is 1, no part of the shape of the given `face`.

# %% last index instead of number verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = (n - 1 for n in face.shape)

# ✗ shape: `channels` is 2, no part of the shape of the given `face`.

# %% axes counted from 1 verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = face.shape[1]
height = face.shape[2]
width = face.shape[-1]

# ✗ shape: `channels` is 496, the number of rows of the given `face`.

# %% one axis named three times verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = height = width = face.shape[-1]

# ✗ shape: `channels` is 320, the number of columns of the given `face`.

# %% the height named twice verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = face.shape[0]
height = face.shape[1]
width = face.shape[1]

# ✗ shape: `width` is 496, the number of rows of the given `face`.

# %% the length for each verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = height = width = len(face)

# ✗ shape: `height` is 3, the number of channels of the given `face`.

# %% the number of pixels verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.shape[0], face.shape[1], face[0].numel()

# ✗ shape: `width` is 158720, no part of the shape of the given `face`.

# %% where the cut ends, not how long it is verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = 3, 32 * unit, 26 * unit

# ✗ shape: `height` is 512, no part of the shape of the given `face`.

# %% where the cut begins verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.shape[0], unit, 6 * unit

# ✗ shape: `height` is 16, no part of the shape of the given `face`.

# %% steps in memory verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.stride()

# ✗ shape: `channels` is 262144, no part of the shape of the given `face`.

# %% the largest values verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.amax(dim=(1, 2)).int().tolist()

# ✗ shape: `channels` is 255, no part of the shape of the given `face`.

# %% the whole shape for each verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = height = width = face.shape

# ✗ shape: `channels` is of type Size, not one whole number.

# %% height and width as one pair verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = face.shape[0]
height = width = tuple(face.shape[1:])

# ✗ shape: `height` is of type tuple, not one whole number.

# %% a part of the shape, not a number verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.shape[0:1], face.shape[1:2], face.shape[2:3]

# ✗ shape: `channels` is of type Size, not one whole number.

# %% a comma too many behind each verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels = (face.shape[0],)
height = (face.shape[1],)
width = (face.shape[2],)

# ✗ shape: `channels` is of type tuple, not one whole number.

# %% the face itself unpacked verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face

# ✗ shape: `channels` is of type Tensor, not one whole number.

# %% pairs of place and number verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = enumerate(face.shape)

# ✗ shape: `channels` is of type tuple, not one whole number.

# %% floats verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = 3.0, 496.0, 320.0

# ✗ shape: `channels` is of type float, not one whole number.

# %% a float by division verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height = face.shape[:2]
width = face.numel() / (channels * height)

# ✗ shape: `width` is of type float, not one whole number.

# %% a tensor of floats verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = torch.Tensor(list(face.shape))

# ✗ shape: `channels` is of type Tensor, not one whole number.

# %% strings verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = "3", "496", "320"

# ✗ shape: `channels` is of type str, not one whole number.

# %% the method, not called verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = face.size, 496, 320

# ✗ shape: `channels` is of type builtin_function_or_method, not one whole number.

# %% nothing verdict="wrong"
unit = min(img.shape[1:]) // 32
face = img[:, unit:, 6 * unit : 26 * unit]
channels, height, width = 3, None, None

# ✗ shape: `height` is of type NoneType, not one whole number.
