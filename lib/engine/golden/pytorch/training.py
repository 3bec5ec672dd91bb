"""Ten steps of small networks with batch normalisation: weights and running statistics after each."""

import torch
import torch.nn.functional as F

from .drawing import draw, generator, numbers, packed
from .layers import channels_first, channels_last


class Network:
    """Layers in the engine's shapes, [batch, height, width, channels]; parameters in the order of the layers."""

    def __init__(self, model, channels):
        self.model = model
        self.parameters = []
        self.running = []
        for layer in model:
            kind = layer["layer"]
            if kind == "linear":
                self.parameters += [draw(layer["units"], channels, bound=1), draw(layer["units"], bound=1)]
                channels = layer["units"]
            elif kind == "conv2d":
                self.parameters += [draw(layer["channels"], 3, 3, channels, bound=1), draw(layer["channels"], bound=1)]
                channels = layer["channels"]
            elif kind == "batch-norm":
                self.parameters += [draw(channels, bound=1) + 1.5, draw(channels, bound=1)]
                self.running += [torch.zeros(channels), torch.ones(channels)]
        for parameter in self.parameters:
            parameter.requires_grad_()

    def forward(self, x, training):
        parameters, running = iter(self.parameters), iter(self.running)
        for layer in self.model:
            kind = layer["layer"]
            if kind == "linear":
                x = F.linear(x, next(parameters), next(parameters))
            elif kind == "conv2d":
                weight, bias = next(parameters), next(parameters)
                x = channels_last(F.conv2d(channels_first(x), channels_first(weight), bias, padding=1))
            elif kind == "batch-norm":
                order = channels_first(x) if x.dim() == 4 else x
                mean, variance, scale, shift = next(running), next(running), next(parameters), next(parameters)
                momentum, epsilon = layer.get("momentum", 0.1), layer.get("epsilon", 1e-5)
                y = F.batch_norm(order, mean, variance, scale, shift, training, momentum, epsilon)
                x = channels_last(y) if x.dim() == 4 else y
            elif kind == "activation":
                x = F.silu(x)
            elif kind == "global-average-pool":
                x = x.mean((1, 2))
        return x


def training(name, model, *shape):
    batch = shape[0]
    network = Network(model, shape[-1])
    x, labels = draw(*shape), torch.randint(0, 3, (batch,), generator=generator)
    start = [numbers(parameter) for parameter in network.parameters]
    steps = torch.optim.SGD(network.parameters, 0.05, momentum=0.9)
    first, after = [], []
    for _ in range(10):
        steps.zero_grad()
        loss = F.cross_entropy(network.forward(x, training=True), labels)
        loss.backward()
        first = first or [numbers(parameter.grad) for parameter in network.parameters]
        steps.step()
        after.append(
            {
                "loss": numbers(loss)[0],
                "weights": [numbers(parameter) for parameter in network.parameters],
                "running": [numbers(statistic) for statistic in network.running],
            }
        )
    return {
        "name": name,
        "spec": {"model": model, "optimizer": {"kind": "sgd", "learningRate": 0.05, "momentum": 0.9}},
        "x": packed(x),
        "labels": labels.tolist(),
        "start": start,
        "gradients": first,
        "steps": after,
        "evaluated": packed(network.forward(x, training=False)),
    }


def trainings():
    generator.manual_seed(6)
    swish = {"layer": "activation", "name": "swish"}
    return [
        training(
            "features",
            [
                {"layer": "linear", "units": 5},
                {"layer": "batch-norm"},
                swish,
                {"layer": "linear", "units": 6},
                {"layer": "batch-norm", "momentum": 0.3, "epsilon": 1e-3},
                swish,
                {"layer": "linear", "units": 3},
            ],
            *(14, 4),
        ),
        training(
            "images",
            [
                {"layer": "conv2d", "channels": 3, "kernel": 3},
                {"layer": "batch-norm"},
                swish,
                {"layer": "conv2d", "channels": 5, "kernel": 3},
                {"layer": "batch-norm", "momentum": 0.2},
                swish,
                {"layer": "global-average-pool"},
                {"layer": "linear", "units": 3},
            ],
            *(10, 4, 3, 2),
        ),
    ]
