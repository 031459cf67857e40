# %% [markdown]
# Answers to *Let the machine find the kernel*. The set-up, `load` and the cell that makes `crop`
# and `target` have run before each.

# %% 300 steps by hand verdict="right"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    with torch.no_grad():
        learned -= 6 * learned.grad
    learned.grad = None
    losses.append(loss.item())

# %% its numbers changed by data, its gradient zeroed verdict="right"
learned, losses = torch.zeros(1, 1, 3, 3).requires_grad_(), []
for _ in range(200):
    losses += [((F.conv2d(crop, learned) - target) ** 2).mean()]
    losses[-1].backward()
    learned.data = learned.data - 5 * learned.grad
    learned.grad.zero_()

# %% a new tensor in each step verdict="right"
learned, losses = torch.zeros(1, 1, 3, 3), []
for _ in range(400):
    learned = learned.detach().requires_grad_()
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    learned = learned - 3 * learned.grad
    losses.append(loss.item())

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
    error = learned.flatten() @ patches - target.flatten()
    losses.append(float(error @ error) / len(error))

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

# %% Adam, and losses that stay tensors verdict="right"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.Adam([learned], lr=0.1)
losses = []
for _ in range(300):
    optimizer.zero_grad()
    loss = nn.MSELoss()(F.conv2d(crop, learned), target)
    loss.backward()
    optimizer.step()
    losses += [loss]

# %% momentum by hand, the gradient set back to zero verdict="right"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
step = torch.zeros_like(learned)
losses = []
for _ in range(300):
    loss = ((F.conv2d(crop, learned) - target) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        step = 0.9 * step + learned.grad
        learned -= step
    learned.grad.zero_()
    losses.append(loss.detach())

# %% gradients asked for one by one verdict="right"
learned = torch.zeros(3, 3, requires_grad=True)
velocity, losses = 0, []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned[None, None]), target)
    (gradient,) = torch.autograd.grad(loss, learned)
    velocity = 0.9 * velocity + gradient
    learned = (learned - velocity).detach().requires_grad_()
    losses.append(loss.item())
losses = tuple(losses)

# %% sums of squares, and a rate that fits them verdict="right"
layer = nn.Conv2d(1, 1, kernel_size=(3, 3), bias=False)
optimizer = torch.optim.SGD(layer.parameters(), lr=1 / target.numel(), momentum=0.9)
losses = []
for _ in range(300):
    loss = (layer(crop) - target).pow(2).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
learned = layer.weight.data

# %% a layer with its bias verdict="right"
model = nn.Sequential(nn.Conv2d(1, 1, 3))
optimizer = torch.optim.SGD(model.parameters(), lr=0.4, momentum=0.95, nesterov=True)
losses = torch.zeros(350)
for step in range(len(losses)):
    optimizer.zero_grad(set_to_none=False)
    loss = F.mse_loss(model(crop), target)
    loss.backward()
    optimizer.step()
    losses[step] = loss.item()
learned = model[0].weight


# %% a module of its own verdict="right"
class Filter(nn.Module):
    def __init__(self):
        super().__init__()
        self.kernel = nn.Parameter(torch.randn(3, 3))

    def forward(self, x):
        return F.conv2d(x, self.kernel.view(1, 1, 3, 3))


model, losses = Filter(), []
optimizer = torch.optim.Rprop(model.parameters(), lr=0.1)
for _ in range(120):
    loss = F.mse_loss(model(crop), target)
    model.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(np.float32(loss.item()))
learned = model.kernel.detach().clone()

# %% a few rows at a time verdict="right"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for step in range(400):
    top = step * 13 % 32
    loss = F.mse_loss(F.conv2d(crop[:, :, top : top + 32], learned), target[:, :, top : top + 30])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% until it is good enough verdict="right"
learned = torch.ones(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = [F.mse_loss(F.conv2d(crop, learned), target).item()]
while losses[-1] > 1e-9:
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% conjugate gradients verdict="right"
patches = F.unfold(crop, 3)[0].double()
matrix, answer_to = patches @ patches.T, patches @ target.double().flatten()
learned = torch.zeros(9, dtype=torch.double)
rest = direction = answer_to
losses = [float(rest @ rest)]
for _ in range(9):
    image = matrix @ direction
    step = (rest @ rest) / (direction @ image)
    learned, new = learned + step * direction, rest - step * image
    direction = new + (new @ new) / (rest @ rest) * direction
    rest = new
    losses.append(float(rest @ rest))
learned = learned.reshape(3, 3)


# %% one step of Newton's verdict="right"
def loss_of(w):
    return F.mse_loss(F.conv2d(crop, w.view(1, 1, 3, 3)), target)


start = torch.zeros(9)
slope = torch.autograd.functional.jacobian(loss_of, start)
curvature = torch.autograd.functional.hessian(loss_of, start)
learned = (start - torch.linalg.solve(curvature, slope)).view(1, 1, 3, 3)
losses = np.array([loss_of(start).item(), loss_of(learned).item()])

# %% the gradient by small differences verdict="right"
learned, velocity, losses = torch.zeros(9), 0, []
pixels, wanted = F.unfold(crop, 3)[0].T[::9], target.flatten()[::9]
for _ in range(300):
    tries = torch.cat([learned + 0.1 * torch.eye(9), learned - 0.1 * torch.eye(9), learned[None]])
    errors = (pixels @ tries.T - wanted[:, None]).square().mean(dim=0)
    velocity = 0.9 * velocity + (errors[:9] - errors[9:18]) / 0.2
    learned = learned - velocity
    losses.append(errors[18])
learned = learned.reshape(1, 1, 3, 3)

# %% one weight after the other verdict="right"
learned, losses = torch.zeros(9), []
patches = F.unfold(crop, 3)[0]
for _ in range(200):
    for place in range(9):
        rest = target.flatten() - learned @ patches
        learned[place] += rest @ patches[place] / patches[place].square().sum()
    losses.append(rest.square().mean().item())
learned = learned.unflatten(0, (1, 1, 3, 3))

# %% rounded at the end verdict="right"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(200):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
learned = learned.round()

# %% the inverse of the normal equations verdict="right"
a = F.unfold(crop, 3).squeeze().T
learned = (torch.linalg.pinv(a) @ target.reshape(-1, 1)).T.reshape(1, 1, 3, 3)
losses = [F.mse_loss(F.conv2d(crop, learned), target)]

# %% one weight off by 0.012 verdict="wrong"
learned = secret.clone()
learned[2, 2] -= 0.012
losses = [0.0]

# ✗ learn: A weight of `learned` is off by 0.012, more than 0.01. `losses` is 1 long, from 0 to 0.

# %% ten steps verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(10):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 0.518677, more than 0.01. `losses` is 10 long, from
# 0.253688 to 0.0078741.

# %% steps too small verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1e-4, momentum=0.9)
losses = []
for _ in range(60):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 1.99754, more than 0.01. `losses` is 60 long, from
# 0.253688 to 0.252347.

# %% steps too large verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1e6, momentum=0.9)
losses = []
for _ in range(60):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: `learned` holds nan or infinity. `losses` is 60 long, from 0.253688 to nan.

# %% all weights 7 verdict="wrong"
learned = torch.full((1, 1, 3, 3), 7.0)
losses = [0.0]

# ✗ learn: A weight of `learned` is off by 9, more than 0.01. `losses` is 1 long, from 0 to 0.

# %% all weights 12 verdict="wrong"
learned = torch.full((1, 1, 3, 3), 12.0)
losses = [0.0]

# ✗ learn: A weight of `learned` is off by 14, more than 0.01. `losses` is 1 long, from 0 to 0.

# %% no step taken verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(3):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    losses.append(loss.item())

# ✗ learn: `learned` is all zeros at the end. `losses` is 3 long, from 0.253688 to 0.253688.

# %% the gradient never forgotten verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(60):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    with torch.no_grad():
        learned -= 6 * learned.grad
    losses.append(loss.item())

# ✗ learn: In the first steps no gradient is forgotten before the next. `losses` is 60 long, from
# 0.253688 to 0.248832.

# %% the gradient never forgotten by the optimiser verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=6)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: In the first steps no gradient is forgotten before the next. `losses` is 300 long, from
# 0.253688 to 0.0366452.

# %% the gradient never forgotten, with momentum verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(60):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 97770.6, more than 0.01. `losses` is 60 long, from
# 0.253688 to 2.42862e+10.

# %% the gradient forgotten before it is computed, at the end of the loop only verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(60):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    learned.data -= 6 * learned.grad
    losses.append(loss.item())
learned.grad = None

# ✗ learn: In the first steps no gradient is forgotten before the next. `losses` is 60 long, from
# 0.253688 to 0.248832.

# %% a rate of ten verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    with torch.no_grad():
        learned -= 10 * learned.grad
    learned.grad = None
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 4.9475e+31, more than 0.01. `losses` is 300 long, from
# 0.253688 to inf.

# %% uphill by hand verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(30):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    with torch.no_grad():
        learned += 6 * learned.grad
    learned.grad = None
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 2.74372e+10, more than 0.01. `losses` is 30 long, from
# 0.253688 to 9.21188e+19.

# %% uphill verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9, maximize=True)
losses = []
for _ in range(20):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 649.627, more than 0.01. `losses` is 20 long, from
# 0.253688 to 118921.

# %% the kernel upside down verdict="wrong"
learned = secret.flip(0, 1)[None, None]
losses = [0.0]

# ✗ learn: `learned` is the secret kernel, turned by 180°. `losses` is 1 long, from 0 to 0.

# %% rows in the wrong order verdict="wrong"
learned = secret.flip(0)[None, None]
losses = [0.0]

# ✗ learn: A weight of `learned` is off by 2, more than 0.01. `losses` is 1 long, from 0 to 0.

# %% a window of 5 verdict="wrong"
learned = torch.zeros(1, 1, 5, 5, requires_grad=True)
losses = [F.mse_loss(F.conv2d(crop, learned, padding=1), target).item()]

# ✗ learn: `learned` has the shape (1, 1, 5, 5), not (1, 1, 3, 3).

# %% one kernel a channel verdict="wrong"
learned = secret.expand(3, 1, 3, 3)
losses = [0.0]

# ✗ learn: `learned` has the shape (3, 1, 3, 3), not (1, 1, 3, 3).

# %% the layer, not its weight verdict="wrong"
learned = nn.Conv2d(1, 1, kernel_size=3, bias=False)
losses = [F.mse_loss(learned(crop), target).item()]

# ✗ learn: `learned` is of type Conv2d, not a torch tensor of real numbers.

# %% a list verdict="wrong"
learned = secret.tolist()
losses = [0.0]

# ✗ learn: `learned` is of type list, not a torch tensor of real numbers.

# %% another picture to learn from verdict="wrong"
patches = F.unfold(crop.flip(3), 3)[0].T
learned = torch.linalg.lstsq(patches, target.reshape(-1, 1)).solution.reshape(3, 3)
losses = [0.0]

# ✗ learn: A weight of `learned` is off by 2.03872, more than 0.01. `losses` is 1 long, from 0 to
# 0.

# %% the kernel made anew in each step verdict="wrong"
losses = []
for _ in range(300):
    learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
    optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 1.95189, more than 0.01. `losses` is 300 long, from
# 0.253688 to 0.253688.

# %% the optimiser made anew in each step verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(300):
    optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 0.033927, more than 0.01. `losses` is 300 long, from
# 0.253688 to 1.23979e-05.

# %% squares summed, not averaged verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = ((F.conv2d(crop, learned) - target) ** 2).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: The first loss is a sum of squares, not a mean. `losses` is 300 long, from 975.175 to
# nan.

# %% differences not squared verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = (F.conv2d(crop, learned) - target).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 23.4911, more than 0.01. `losses` is 300 long, from
# -0.0351739 to -0.44661.

# %% the square of the mean verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = (F.conv2d(crop, learned) - target).mean() ** 2
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 1.48179, more than 0.01. `losses` is 300 long, from
# 0.00123721 to 0.000228228.

# %% absolute differences at the same rate verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.l1_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 0.0827839, more than 0.01. `losses` is 300 long, from
# 0.402397 to 0.106944.

# %% plain steps of a thousandth verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    with torch.no_grad():
        learned -= 1e-3 * learned.grad
        learned.grad = None
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 1.98539, more than 0.01. `losses` is 300 long, from
# 0.253688 to 0.245868.

# %% Adam with its own rate of a thousandth verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.Adam([learned])
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 1.71841, more than 0.01. `losses` is 300 long, from
# 0.253688 to 0.165477.

# %% one step, without a loop verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
loss = F.mse_loss(F.conv2d(crop, learned), target)
optimizer.zero_grad()
loss.backward()
optimizer.step()
losses = [loss.item()]

# ✗ learn: A weight of `learned` is off by 1.95189, more than 0.01. `losses` is 1 long, from
# 0.253688 to 0.253688.

# %% the step behind the loop verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    losses.append(loss.item())
optimizer.step()

# ✗ learn: A weight of `learned` is off by 1.95189, more than 0.01. `losses` is 300 long, from
# 0.253688 to 0.253688.

# %% the new gradient forgotten before the step verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: `learned` is all zeros at the end. `losses` is 300 long, from 0.253688 to 0.253688.

# %% the gradient never computed verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: `learned` is all zeros at the end. `losses` is 300 long, from 0.253688 to 0.253688.

# %% the optimiser given a copy verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned.detach().clone().requires_grad_()], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: `learned` is all zeros at the end. `losses` is 300 long, from 0.253688 to 0.253688.

# %% a copy of the weight made before the training verdict="wrong"
torch.manual_seed(0)
layer = nn.Conv2d(1, 1, kernel_size=3, bias=False)
learned = layer.weight.detach().clone()
optimizer = torch.optim.SGD(layer.parameters(), lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(layer(crop), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 2.02958, more than 0.01. `losses` is 300 long, from
# 0.249365 to 6.32231e-15.

# %% the gradient in place of the weight verdict="wrong"
torch.manual_seed(0)
layer = nn.Conv2d(1, 1, kernel_size=3, bias=False)
optimizer = torch.optim.SGD(layer.parameters(), lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(layer(crop), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
learned = layer.weight.grad

# ✗ learn: A weight of `learned` is off by 2, more than 0.01. `losses` is 300 long, from 0.249365
# to 6.32231e-15.

# %% the sign of the step by hand verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(15):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    with torch.no_grad():
        learned += learned.grad
        learned.grad.zero_()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 6.62415, more than 0.01. `losses` is 15 long, from
# 0.253688 to 6.15644.

# %% gradients added up by hand verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    learned.data -= 0.1 * learned.grad
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 1.99924, more than 0.01. `losses` is 300 long, from
# 0.253688 to 0.176888.

# %% a true convolution trained verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned.flip(2, 3)), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: `learned` is the secret kernel, turned by 180°. `losses` is 300 long, from 0.253688 to
# 6.5917e-15.

# %% rows and columns of the picture swapped verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop.mT, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 2.05785, more than 0.01. `losses` is 300 long, from
# 0.253688 to 0.251629.

# %% the crop and the target in each other's place verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=0.02, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(target, learned, padding=2), crop)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 2.22896, more than 0.01. `losses` is 300 long, from
# 0.0271233 to 0.012801.

# %% compared with the crop, not the target verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), crop[:, :, 1:-1, 1:-1])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 2, more than 0.01. `losses` is 300 long, from 0.0269748
# to 9.21303e-16.

# %% padded, and cut at the wrong place verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned, padding=1)[..., :62, :62], target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 3.60014, more than 0.01. `losses` is 300 long, from
# 0.253688 to 0.1055.

# %% a sigmoid behind the convolution verdict="wrong"
learned = torch.full((1, 1, 3, 3), 0.1, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned).sigmoid(), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 7.14694, more than 0.01. `losses` is 300 long, from
# 0.463306 to 0.280275.

# %% weights that decay verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9, weight_decay=0.01)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 0.461241, more than 0.01. `losses` is 300 long, from
# 0.253688 to 0.0109924.

# %% no weight below zero verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    learned.data.clamp_(min=0)
    losses.append(loss.item())

# ✗ learn: A weight of `learned` is off by 2, more than 0.01. `losses` is 300 long, from 0.253688
# to 0.124392.

# %% one number learned for all places verdict="wrong"
weight = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.1)
losses = []
for _ in range(100):
    loss = F.mse_loss(F.conv2d(crop, weight.expand(1, 1, 3, 3)), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
learned = weight.detach().expand(1, 1, 3, 3)

# ✗ learn: A weight of `learned` is off by 2.12471, more than 0.01. `losses` is 100 long, from
# 0.253688 to 0.238023.

# %% random numbers, never trained verdict="wrong"
torch.manual_seed(0)
learned = torch.randn(1, 1, 3, 3)
losses = [F.mse_loss(F.conv2d(crop, learned), target).item()]

# ✗ learn: A weight of `learned` is off by 3.541, more than 0.01. `losses` is 1 long, from 0.7835
# to 0.7835.

# %% least squares, the target read column by column verdict="wrong"
patches = F.unfold(crop, 3)[0].T
learned = torch.linalg.lstsq(patches, target.mT.reshape(-1, 1)).solution.reshape(3, 3)
losses = [0.0]

# ✗ learn: A weight of `learned` is off by 2.05785, more than 0.01. `losses` is 1 long, from 0 to
# 0.

# %% nine numbers in a row verdict="wrong"
patches = F.unfold(crop, 3)[0].T
learned = torch.linalg.lstsq(patches, target.reshape(-1)[:, None]).solution.flatten()
losses = [0.0]

# ✗ learn: `learned` has the shape (9,), not (1, 1, 3, 3).

# %% a NumPy array verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
learned = learned.detach().numpy()

# ✗ learn: `learned` is of type ndarray, not a torch tensor of real numbers.

# %% the filtered picture in place of the kernel verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
learned = F.conv2d(crop, learned)

# ✗ learn: `learned` has the shape (1, 1, 62, 62), not (1, 1, 3, 3).

# %% scaled to a sum of 3 verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
learned = learned / learned.sum() * 3

# ✗ learn: A weight of `learned` is off by 4, more than 0.01. `losses` is 300 long, from 0.253688
# to 6.5917e-15.

# %% only the last loss, not in a list verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses = loss.item()

# ✗ learn: `losses` needs a number for each step; this float lacks it.

# %% only the last loss, a tensor without a dimension verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
for _ in range(300):
    losses = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    losses.backward()
    optimizer.step()

# ✗ learn: `losses` needs a number for each step; this Tensor lacks it.

# %% a list that stays empty verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# ✗ learn: `losses` needs a number for each step; this list lacks it.

# %% nothing in place of the losses verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = None
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# ✗ learn: `losses` needs a number for each step; this NoneType lacks it.

# %% the losses put in from the front verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.insert(0, loss.item())

# ✗ learn: `losses` is 300 long, from 6.5917e-15 to 0.253688; the last has to be below the first.

# %% the numbers of the steps kept, not the losses verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for step in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(step)

# ✗ learn: `losses` is 300 long, from 0 to 299; the last has to be below the first.

# %% the loss of the start, 300 times verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
first = F.mse_loss(F.conv2d(crop, learned), target)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(first.item())

# ✗ learn: `losses` is 300 long, from 0.253688 to 0.253688; the last has to be below the first.

# %% losses with their sign turned verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(-loss.item())

# ✗ learn: `losses` is 300 long, from -0.253688 to -6.5917e-15; the last has to be below the first.

# %% losses as words verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(f"{loss:.4f}")

# ✗ learn: `losses` needs a number for each step; this list lacks it.

# %% a loss for each pixel verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target, reduction="none")
    optimizer.zero_grad()
    loss.mean().backward()
    optimizer.step()
    losses.append(loss.detach())

# ✗ learn: `losses` needs a number for each step; this list lacks it.

# %% kernels kept, not losses verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = []
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(learned.tolist())

# ✗ learn: `losses` needs a number for each step; this list lacks it.

# %% losses by the number of the step verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = {}
for step in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses[step] = loss.item()

# ✗ learn: `losses` is 300 long, from 0 to 299; the last has to be below the first.

# %% one place for a loss never filled verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = torch.full((301,), torch.nan)
for step in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses[step] = loss.item()

# ✗ learn: `losses` is 301 long, from 0.253688 to nan, and not all of them are finite.

# %% losses divided by the one before, at first by zero verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses, before = [], torch.zeros(())
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append((loss / before).item())
    before = loss.detach()

# ✗ learn: `losses` is 300 long, from inf to 0.871439, and not all of them are finite.

# %% a list in a list verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
optimizer = torch.optim.SGD([learned], lr=1.0, momentum=0.9)
losses = [[]]
for _ in range(300):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses[0].append(loss.item())

# ✗ learn: `losses` needs a number for each step; this list lacks it.

# %% the losses of each step as a tensor with one dimension verdict="wrong"
learned = torch.zeros(1, 1, 3, 3, requires_grad=True)
losses = []
for _ in range(3):
    loss = F.mse_loss(F.conv2d(crop, learned), target)
    loss.backward()
    with torch.no_grad():
        learned -= 6 * learned.grad
    learned.grad = None
    losses.append(loss.detach()[None])

# ✗ learn: `losses` needs a number for each step; this list lacks it.
