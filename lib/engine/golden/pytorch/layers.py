"""
Every layer: its output, and the gradient by each of its inputs. Images are drawn and written as [batch, height, width,
channels] and convolution weights as [outChannels, kernel, kernel, inChannels]; PyTorch's order is made on the way in
and undone on the way out.
"""

import math

import torch
import torch.nn.functional as F

from .drawing import draw, generator, numbers, packed


def channels_first(x):
    return x.permute(0, 3, 1, 2)


def channels_last(x):
    return x.permute(0, 2, 3, 1)


def layer(name, spec, inputs, forward, **extra):
    """One case: the output, and the gradient by every input of the sum of dy * output."""
    leaves = {key: value.clone().requires_grad_() for key, value in inputs.items()}
    y = forward(**leaves)
    dy = draw(*y.shape)
    y.backward(dy)
    return {
        "name": name,
        "spec": spec,
        "inputs": {key: packed(value) for key, value in inputs.items()},
        "output": packed(y),
        "outputGradient": numbers(dy),
        "gradients": {key: numbers(value.grad) for key, value in leaves.items()},
        **{key: {part: numbers(values) for part, values in value.items()} for key, value in extra.items()},
    }


def zeros_for(side, kernel, stride, padding):
    """Zeros before and after one side; `same` is TensorFlow's rule: an odd zero comes after the input."""
    if padding == "valid":
        return 0, 0
    if padding != "same":
        return padding, padding
    missing = max((math.ceil(side / stride) - 1) * stride + kernel - side, 0)
    return missing // 2, missing - missing // 2


def conv2d(height, width, in_channels, channels, kernel, stride, padding):
    top, bottom = zeros_for(height, kernel, stride, padding)
    left, right = zeros_for(width, kernel, stride, padding)

    def forward(x, weight, bias):
        framed = F.pad(channels_first(x), (left, right, top, bottom))
        return channels_last(F.conv2d(framed, channels_first(weight), bias, stride))

    return layer(
        f"conv2d {kernel}x{kernel}, stride {stride}, {padding}, on [{height}, {width}, {in_channels}]",
        {"layer": "conv2d", "channels": channels, "kernel": kernel, "stride": stride, "padding": padding},
        {
            "x": draw(2, height, width, in_channels),
            "weight": draw(channels, kernel, kernel, in_channels, bound=1),
            "bias": draw(channels, bound=1),
        },
        forward,
    )


def pool(kind, height, width, channels, size, stride):
    pooled = F.max_pool2d if kind == "max-pool2d" else F.avg_pool2d
    # Quarters only: of so few values many are equal within a window, which tries the rule for ties.
    x = torch.round(draw(2, height, width, channels) * 4) / 4
    return layer(
        f"{kind} {size}, stride {stride}, on [{height}, {width}, {channels}]",
        {"layer": kind, "size": size, "stride": stride},
        {"x": x},
        lambda x: channels_last(pooled(channels_first(x).contiguous(), size, stride)),
    )


def batch_norm(shape, training, momentum=0.1, epsilon=1e-5):
    channels = shape[-1]
    before = {"mean": draw(channels, bound=1), "variance": draw(channels, bound=1).abs() + 0.5}
    after = {key: value.clone() for key, value in before.items()}

    def forward(x, gamma, beta):
        order = channels_first(x) if x.dim() == 4 else x
        y = F.batch_norm(order, after["mean"], after["variance"], gamma, beta, training, momentum, epsilon)
        return channels_last(y) if x.dim() == 4 else y

    # `after` is filled by `forward`, which `layer` calls before it packs what is passed here.
    return layer(
        f"batch-norm of {list(shape)}, {'training' if training else 'inference'}, momentum {momentum}",
        {"layer": "batch-norm", "momentum": momentum, "epsilon": epsilon},
        {"x": draw(*shape), "gamma": draw(channels) + 2.5, "beta": draw(channels)},
        forward,
        runningBefore=before,
        runningAfter=after,
    ) | {"training": training}


def layer_norm(*shape, epsilon=1e-5):
    return layer(
        f"layer-norm of {list(shape)}",
        {"layer": "layer-norm", "epsilon": epsilon},
        {"x": draw(*shape), "gamma": draw(shape[-1]) + 2.5, "beta": draw(shape[-1])},
        lambda x, gamma, beta: F.layer_norm(x, shape[-1:], gamma, beta, epsilon),
    )


def layers():
    generator.manual_seed(1)
    return [
        layer(
            "linear 4 to 5",
            {"layer": "linear", "units": 5},
            {"x": draw(3, 4), "weight": draw(5, 4), "bias": draw(5)},
            F.linear,
        ),
        conv2d(5, 4, 2, 3, kernel=3, stride=1, padding="same"),
        conv2d(4, 4, 3, 2, kernel=1, stride=1, padding="same"),
        conv2d(5, 4, 2, 2, kernel=2, stride=1, padding="same"),
        conv2d(6, 6, 2, 3, kernel=3, stride=2, padding="same"),
        conv2d(7, 9, 1, 2, kernel=5, stride=2, padding="same"),
        conv2d(8, 7, 1, 2, kernel=4, stride=3, padding="same"),
        conv2d(5, 6, 2, 2, kernel=3, stride=1, padding="valid"),
        conv2d(6, 7, 2, 2, kernel=3, stride=2, padding="valid"),
        conv2d(9, 7, 1, 2, kernel=5, stride=3, padding="valid"),
        conv2d(4, 3, 2, 2, kernel=3, stride=1, padding=2),
        conv2d(6, 5, 1, 3, kernel=3, stride=2, padding=1),
        pool("max-pool2d", 6, 4, 2, size=2, stride=2),
        pool("max-pool2d", 7, 5, 2, size=2, stride=2),
        pool("max-pool2d", 7, 7, 1, size=3, stride=2),
        pool("avg-pool2d", 7, 5, 2, size=2, stride=2),
        pool("avg-pool2d", 7, 7, 1, size=3, stride=2),
        layer(
            "global-average-pool of [3, 4, 2]",
            {"layer": "global-average-pool"},
            {"x": draw(2, 3, 4, 2)},
            lambda x: x.mean((1, 2)),
        ),
        batch_norm((6, 3), training=True),
        batch_norm((6, 3), training=False),
        batch_norm((3, 3, 4, 2), training=True),
        batch_norm((3, 3, 4, 2), training=True, momentum=0.3, epsilon=1e-3),
        batch_norm((3, 3, 4, 2), training=False),
        layer_norm(4, 6),
        layer_norm(2, 3, 2, 4),
        layer(
            "softmax at temperature 1",
            {"layer": "softmax"},
            {"x": draw(3, 4)},
            lambda x: torch.softmax(x, -1),
        ),
        layer(
            "softmax at temperature 2.5",
            {"layer": "softmax", "temperature": 2.5},
            {"x": draw(3, 4)},
            lambda x: torch.softmax(x / 2.5, -1),
        ),
        layer(
            "prelu, its slope learnt",
            {"layer": "activation", "name": "prelu", "learnt": True},
            {"x": draw(5, 4), "parameter": torch.tensor([0.25])},
            lambda x, parameter: F.prelu(x, parameter),
        ),
        layer(
            "swish, its beta learnt",
            {"layer": "activation", "name": "swish", "learnt": True},
            {"x": draw(5, 4), "parameter": torch.tensor([1.5])},
            lambda x, parameter: x * torch.sigmoid(parameter * x),
        ),
    ]
