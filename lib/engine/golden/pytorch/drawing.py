"""Drawing inputs and writing numbers down."""

import torch

generator = torch.Generator()


def draw(*shape, bound=2):
    """Multiples of 1/64 in [-bound, bound], which float32 holds exactly: a float32 engine starts from the same numbers."""
    return torch.randint(-64 * bound, 64 * bound + 1, shape, generator=generator).double() / 64


def numbers(values):
    """15 digits: shorter to read, and still exact to 5e-16."""
    return [float("%.15g" % v) for v in values.detach().reshape(-1).tolist()]


def packed(values):
    return {"shape": list(values.shape), "values": numbers(values)}
