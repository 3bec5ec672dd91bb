"""Golden numbers: what PyTorch makes of small inputs, in double precision. Writes the *.json beside this file.

    /usr/bin/python3 lib/engine/golden/make-golden.py && npx biome format --write lib/engine/golden

README.md describes the files.
"""

import json
import pathlib
import sys

import torch

sys.dont_write_bytecode = True

from pytorch.activations import activations  # noqa: E402
from pytorch.layers import layers  # noqa: E402
from pytorch.losses import losses  # noqa: E402
from pytorch.optimizers import clippings, optimizers, slopes  # noqa: E402
from pytorch.training import trainings  # noqa: E402


def write(name, source, cases):
    text = json.dumps({"source": f"PyTorch {torch.__version__}, float64: {source}", "cases": cases}, allow_nan=False)
    (pathlib.Path(__file__).parent / f"{name}.json").write_text(text + "\n")


torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
write("layers", "torch.nn.functional, forward and backward", layers())
write("activations", "torch.nn.functional, value and slope", activations())
write("losses", "torch.nn.functional, summed over the examples and divided by their number", losses())
write("optimizers", "torch.optim, ten steps", optimizers())
write("slopes", "torch.optim with two parameter groups, ten steps", slopes())
write("clipping", "torch.nn.utils.clip_grad_norm_", clippings())
write("training", "ten steps of networks with batch normalisation", trainings())
