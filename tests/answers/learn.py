# %% [markdown]
# Answers to *Let the machine find the kernel*. The set-up, `load` and the cell that makes `crop`
# and `target` have run before each.

# %% 300 steps with momentum verdict="right"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% a layer, its weight, and another optimiser verdict="right"
layer = nn.Conv2d(1, 1, kernel_size=3, bias=False)
optimizer = torch.optim.LBFGS(layer.parameters(), max_iter=60)
losses = []


def loss_and_gradient():
    optimizer.zero_grad()
    loss = (layer(crop) - target).square().mean()
    loss.backward()
    losses.append(loss.item())
    return loss


optimizer.step(loss_and_gradient)
learned = layer.weight

# %% by hand, without an optimiser verdict="right"
learned, velocity, losses = torch.zeros(1, 1, 3, 3), 0, []
patches = F.unfold(crop, 3)[0]
covariance, answer_to = patches @ patches.T, patches @ target.flatten()
for _ in range(300):
    gradient = 2 * (covariance @ learned.flatten() - answer_to) / target.numel()
    velocity = 0.9 * velocity + gradient.reshape(learned.shape)
    learned = learned - velocity

# %% least squares verdict="right"
patches = F.unfold(crop, 3)[0].T
learned = torch.linalg.lstsq(patches, target.reshape(-1, 1)).solution.reshape(3, 3)
losses = [0.0]

# %% NumPy and float64 verdict="right"
patches = F.unfold(crop.double(), 3)[0].T.numpy()
weights = np.linalg.lstsq(patches, target.double().numpy().ravel(), rcond=None)[0]
learned = torch.tensor(weights.reshape(1, 1, 3, 3))
losses = [0.0]

# %% each weight off by 0.009 verdict="right"
learned = secret[None, None] + 0.009
losses = [0.0]

# %% one weight off by 0.012 verdict="wrong" hint=["off by 0.012"]
learned = secret.clone()
learned[2, 2] -= 0.012
losses = [0.0]

# %% ten steps verdict="wrong" hint=["still off by", "more steps"]
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(10):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% steps too small verdict="wrong" hint=["still off by", "larger"]
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1e-4, momentum=0.9)
losses = []
for _ in range(60):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% steps too large verdict="wrong" hint=["`learned` holds nan or infinity"]
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1e6, momentum=0.9)
losses = []
for _ in range(60):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% all weights 7 verdict="wrong" hint=["still off by 9.", "larger"]
learned = torch.full((1, 1, 3, 3), 7.0)
losses = [0.0]

# %% all weights 12 verdict="wrong" hint=["run away", "old gradient"]
learned = torch.full((1, 1, 3, 3), 12.0)
losses = [0.0]

# %% no step taken verdict="wrong" hint=["still all zeros"]
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(3):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    losses.append(loss.item())

# %% the gradient never forgotten verdict="wrong" hint=["run away"]
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(60):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% uphill verdict="wrong" hint=["run away"]
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9, maximize=True)
losses = []
for _ in range(20):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% the kernel upside down verdict="wrong" hint=["upside down"]
learned = secret.flip(0, 1)[None, None]
losses = [0.0]

# %% rows in the wrong order verdict="wrong" hint=["still off by 2."]
learned = secret.flip(0)[None, None]
losses = [0.0]

# %% a window of 5 verdict="wrong" hint=["`learned` has the shape (1, 1, 5, 5)"]
learned = torch.zeros(1, 1, 5, 5, requires_grad=True)
losses = [F.mse_loss(F.conv2d(crop, learned, padding=1), target).item()]

# %% one kernel a channel verdict="wrong" hint=["`learned` has the shape (3, 1, 3, 3)"]
learned = secret.expand(3, 1, 3, 3)
losses = [0.0]

# %% the layer, not its weight verdict="wrong" hint=["`learned` is of type Conv2d"]
learned = nn.Conv2d(1, 1, kernel_size=3, bias=False)
losses = [F.mse_loss(learned(crop), target).item()]

# %% a list verdict="wrong" hint=["`learned` is of type list"]
learned = secret.tolist()
losses = [0.0]

# %% another picture to learn from verdict="wrong" hint=["still off by"]
patches = F.unfold(crop.flip(3), 3)[0].T
learned = torch.linalg.lstsq(patches, target.reshape(-1, 1)).solution.reshape(3, 3)
losses = [0.0]
