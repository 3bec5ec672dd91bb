"""Every activation: value and slope at a table of points."""

import torch
import torch.nn.functional as F

from .drawing import numbers

KINKS = {"leaky-relu": [0], "prelu": [0], "hard-swish": [-3, 3]}  # where libraries differ about the slope


def activation(name, function, **parameters):
    points = [-10000, -1000, -100, -30, -20, -10, -7.5, -6, -5, -4, -3.25, -3, -2.75, -2, -1.5, -1.25, -1, -0.75, -0.5]
    points += [-0.25, -0.015625, 0, 0.015625, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.75, 3, 3.25, 4, 5, 5.75, 6, 6.25, 7.5]
    points += [10, 20, 30, 100, 1000, 10000]
    x = torch.tensor([float(p) for p in points if p not in KINKS.get(name, [])], requires_grad=True)
    y = function(x)
    y.sum().backward()
    return {"name": name, "parameters": parameters, "x": numbers(x), "value": numbers(y), "slope": numbers(x.grad)}


def activations():
    return [
        activation("linear", lambda x: x * 1),
        activation("sigmoid", torch.sigmoid),
        activation("tanh", torch.tanh),
        activation("relu", F.relu),
        activation("leaky-relu", lambda x: F.leaky_relu(x, 0.01)),
        activation("leaky-relu", lambda x: F.leaky_relu(x, 0.3), alpha=0.3),
        activation("prelu", lambda x: F.prelu(x, torch.tensor([0.25])), alpha=0.25),
        activation("elu", F.elu),
        activation("elu", lambda x: F.elu(x, 2.0), alpha=2),
        activation("selu", F.selu),
        # Above the threshold PyTorch returns x itself: 700 is where e^x would overflow, its default of 20 is far off.
        activation("softplus", lambda x: F.softplus(x, threshold=700)),
        activation("swish", F.silu),
        *(activation("swish", lambda x, b=b: x * torch.sigmoid(b * x), beta=b) for b in (0, 0.5, 3)),
        activation("gelu", F.gelu),
        activation("gelu-tanh", lambda x: F.gelu(x, approximate="tanh")),
        activation("mish", F.mish),
        activation("hard-swish", F.hardswish),
        activation("relu6", F.relu6),
    ]
