"""Runs the `train.py` of every folder named on the command line, one after another in one process: what takes long is to
import PyTorch. Prints one line of JSON a folder: the two columns of losses, or what went wrong."""

import contextlib
import io
import json
import re
import runpy
import sys
import traceback
import warnings

import torch

LINE = re.compile(r"^step +\d+ +loss (\S+) +in Nonlinear (\S+)$")
torch.set_num_threads(1)
warnings.simplefilter("error")

for folder in sys.argv[1:]:
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(f"{folder}/train.py", run_name="__main__")
        columns = [LINE.match(line).groups() for line in printed.getvalue().splitlines()]
        answer = {"losses": [float(a) for a, _ in columns], "expected": [float(b) for _, b in columns]}
    except Exception:
        answer = {"failed": traceback.format_exc()}
    print(json.dumps({"folder": folder, **answer}), flush=True)
