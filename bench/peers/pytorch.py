"""PyTorch as the system's Python has it: pytorch.py <setup.json> <threads> <nchw|channels-last>.

The contestant's half of the protocol in ../measure/protocol.ts, in Python; ../contestants/serve.ts is its twin.
"""
import json
import math
import resource
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

setup = json.load(open(sys.argv[1]))
threads = int(sys.argv[2])
memory_format = torch.channels_last if sys.argv[3] == "channels-last" else torch.contiguous_format
torch.set_num_threads(threads)

spec = setup["spec"]
batch = spec["batch"]
shape = setup["inputShape"]
files = setup["files"]
is_image = len(shape) == 3
# A convolution of stride 2 pads after the image in the engine (TensorFlow's rule) and before it in PyTorch. Turning
# images and kernels by 180 degrees makes the one into the other, at no cost while training.
turned = any(layer.get("stride", 1) > 1 for layer in spec["model"])


def turn(x):
    return torch.flip(x, (2, 3)) if turned else x


class Weights:
    """Hands out one initial tensor after another."""

    def __init__(self, file):
        self.values = torch.from_numpy(numpy.fromfile(file, dtype="<f4"))
        self.position = 0

    def next(self, *shape):
        length = int(numpy.prod(shape))
        self.position += length
        return self.values[self.position - length : self.position].reshape(shape).clone()


def build_model():
    weights = Weights(files["weights"])
    activations = {"relu": nn.ReLU, "tanh": nn.Tanh, "swish": nn.SiLU, "gelu": nn.GELU}
    size = list(shape)
    layers = []
    for layer in spec["model"]:
        kind = layer["layer"]
        if kind == "conv2d":
            kernel, stride, channels = layer["kernel"], layer.get("stride", 1), layer["channels"]
            conv = nn.Conv2d(size[2], channels, kernel, stride=stride, padding=(kernel - 1) // 2)
            stored = weights.next(channels, kernel, kernel, size[2]).permute(0, 3, 1, 2)
            conv.weight.data.copy_(turn(stored))
            conv.bias.data.copy_(weights.next(channels))
            layers.append(conv)
            size = [-(-size[0] // stride), -(-size[1] // stride), channels]
        elif kind == "linear":
            features = int(numpy.prod(size))
            linear = nn.Linear(features, layer["units"])
            stored = weights.next(layer["units"], features)
            if len(size) == 3:  # behind a flatten, which takes channels first here
                stored = turn(stored.reshape(layer["units"], *size).permute(0, 3, 1, 2)).flatten(1)
            linear.weight.data.copy_(stored)
            linear.bias.data.copy_(weights.next(layer["units"]))
            layers.append(linear)
            size = [layer["units"]]
        elif kind == "max-pool2d":
            layers.append(nn.MaxPool2d(layer["size"]))
            size = [size[0] // layer["size"], size[1] // layer["size"], size[2]]
        elif kind == "global-average-pool":
            layers += [nn.AdaptiveAvgPool2d(1), nn.Flatten()]
            size = [size[2]]
        elif kind == "flatten":
            layers.append(nn.Flatten())
        elif kind == "activation":
            layers.append(activations[layer["name"]]())
        else:
            raise ValueError(f"pytorch.py has no {kind}")
    return nn.Sequential(*layers)


class Batches:
    def __init__(self):
        self.inputs = torch.from_numpy(numpy.fromfile(files["inputs"], dtype="<f4")).reshape(-1, *shape)
        self.labels = torch.from_numpy(numpy.fromfile(files["labels"], dtype="u1").astype("int64"))
        self.order = torch.from_numpy(numpy.fromfile(files["order"], dtype="<u4").astype("int64"))
        self.position = 0

    def next(self, steps):
        total = len(self.order) // batch
        chosen = [(self.position + i) % total for i in range(min(steps, total))]
        self.position = (self.position + steps) % total
        return [self.at(index) for index in chosen]

    def at(self, index):
        examples = self.order[index * batch : (index + 1) * batch]
        x = self.inputs[examples]
        if is_image:
            x = turn(x.permute(0, 3, 1, 2)).contiguous(memory_format=memory_format)
        label = self.labels[examples]
        if spec["loss"]["kind"] == "mse":
            label = (2.0 * label - 1.0).reshape(-1, 1).float()
        return x, label


before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
model = build_model()
if is_image:
    model = model.to(memory_format=memory_format)
batches = Batches()
loss_of = functional.mse_loss if spec["loss"]["kind"] == "mse" else functional.cross_entropy
settings = spec["optimizer"]
optimizer = torch.optim.SGD(model.parameters(), lr=settings["learningRate"], momentum=settings.get("momentum", 0))


def timed(steps):
    prepared = batches.next(steps)
    start = time.perf_counter()
    for step in range(steps):
        x, target = prepared[step % len(prepared)]
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(model(x), target)
        loss.backward()
        optimizer.step()
    value = loss.item()
    return {"ms": (time.perf_counter() - start) * 1000, "loss": value if math.isfinite(value) else None}


def warm_up(at_least_ms):
    losses, spent, steps = [], 0.0, 1
    while True:
        run = timed(steps)
        if len(losses) < 3:
            losses.append(run["loss"])
        spent += run["ms"]
        ms_per_step = run["ms"] / steps
        if len(losses) == 3:
            steps = max(1, min(2 * steps, round(100 / ms_per_step)))
            if spent >= at_least_ms:
                return {"losses": losses, "msPerStep": ms_per_step}


def say(word, value):
    print(word, json.dumps(value), flush=True)



say("ready", {"version": f"PyTorch {torch.__version__}, {threads} thread(s), {sys.argv[3]}", **warm_up(setup["warmUpMs"])})
for line in sys.stdin:
    if line.strip() == "memory":
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        say("answer", {"before": before, "peak": peak})
    else:
        say("answer", timed(int(line)))
