"""Ten steps of every optimizer, and the clipping of gradients by their norm."""

import torch

from .drawing import draw, generator, numbers


def optimizer(name, spec, create):
    """Ten steps of given gradients, so that an error in one step is not hidden or blown up by the next."""
    generator.manual_seed(4)
    start = draw(6)
    gradients = [draw(6) for _ in range(10)]
    for gradient in gradients:
        gradient[5] = 0  # a weight that nothing pulls: only decay may move it
    parameter = start.clone().requires_grad_()
    steps = create([parameter])
    weights = []
    for gradient in gradients:
        parameter.grad = gradient.clone()
        steps.step()
        weights.append(numbers(parameter))
    return {
        "name": name,
        "spec": spec,
        "start": numbers(start),
        "gradients": [numbers(gradient) for gradient in gradients],
        "weights": weights,
    }


def decayed_and_not(name, spec, create):
    """Ten steps in two parameter groups: weights and biases, and a learnt slope, which weight decay does not reach."""
    generator.manual_seed(6)
    start = [draw(5), draw(1)]
    gradients = [[draw(5), draw(1)] for _ in range(10)]
    parameters = [part.clone().requires_grad_() for part in start]
    decayed, slope = parameters
    steps = create([{"params": [decayed]}, {"params": [slope], "weight_decay": 0.0}])
    weights = []
    for gradient in gradients:
        for parameter, part in zip(parameters, gradient):
            parameter.grad = part.clone()
        steps.step()
        weights.append(numbers(torch.cat(parameters)))
    return {
        "name": name,
        "spec": spec,
        "start": numbers(torch.cat(start)),
        "gradients": [numbers(torch.cat(gradient)) for gradient in gradients],
        "weights": weights,
    }


def slopes():
    decay = 0.3
    options = {"learningRate": 0.05, "weightDecay": decay}
    return [
        decayed_and_not(
            "sgd", {"kind": "sgd", "momentum": 0.9, **options}, lambda p: torch.optim.SGD(p, 0.05, 0.9, weight_decay=decay)
        ),
        decayed_and_not(
            "rmsprop", {"kind": "rmsprop", **options}, lambda p: torch.optim.RMSprop(p, 0.05, weight_decay=decay)
        ),
        decayed_and_not("adam", {"kind": "adam", **options}, lambda p: torch.optim.Adam(p, 0.05, weight_decay=decay)),
        decayed_and_not("adamw", {"kind": "adamw", **options}, lambda p: torch.optim.AdamW(p, 0.05, weight_decay=decay)),
    ]


def optimizers():
    def sgd(name, rate, **options):
        torch_options = {k: v for k, v in options.items() if k != "weightDecay"}
        spec = {"kind": "sgd", "learningRate": rate, **options}
        decay = options.get("weightDecay", 0)
        return optimizer(name, spec, lambda p: torch.optim.SGD(p, rate, weight_decay=decay, **torch_options))

    def rmsprop(name, rate, alpha=0.99, epsilon=1e-8, momentum=0.0, decay=0.0):
        spec = {"kind": "rmsprop", "learningRate": rate, "alpha": alpha, "epsilon": epsilon}
        spec |= {"momentum": momentum, "weightDecay": decay}
        return optimizer(name, spec, lambda p: torch.optim.RMSprop(p, rate, alpha, epsilon, decay, momentum))

    def adam(name, rate, kind="adam", beta1=0.9, beta2=0.999, epsilon=1e-8, decay=0.0):
        spec = {"kind": kind, "learningRate": rate, "beta1": beta1, "beta2": beta2, "epsilon": epsilon}
        spec |= {"weightDecay": decay}
        which = torch.optim.Adam if kind == "adam" else torch.optim.AdamW
        return optimizer(name, spec, lambda p: which(p, rate, (beta1, beta2), epsilon, decay))

    return [
        sgd("sgd", 0.1),
        sgd("sgd, momentum", 0.1, momentum=0.9),
        sgd("sgd, nesterov", 0.1, momentum=0.9, nesterov=True),
        sgd("sgd, weight decay", 0.1, weightDecay=0.05),
        sgd("sgd, nesterov and weight decay", 0.05, momentum=0.8, nesterov=True, weightDecay=0.1),
        rmsprop("rmsprop", 0.01),
        rmsprop("rmsprop, momentum", 0.01, momentum=0.9),
        rmsprop("rmsprop, everything", 0.02, alpha=0.9, epsilon=1e-3, momentum=0.5, decay=0.1),
        adam("adam", 0.01),
        adam("adam, other betas and epsilon", 0.05, beta1=0.8, beta2=0.95, epsilon=1e-3),
        adam("adam, weight decay", 0.01, decay=0.1),
        adam("adamw", 0.01, kind="adamw", decay=0.01),
        adam("adamw, strong decay", 0.05, kind="adamw", beta1=0.7, beta2=0.99, epsilon=1e-6, decay=0.5),
    ]


def clippings():
    generator.manual_seed(5)
    cases = []
    for name, max_norm in (("cut", 1.0), ("cut a little", 3.0), ("left alone", 100.0)):
        gradients = [draw(4), draw(3), draw(1)]
        parameters = [torch.zeros_like(g).requires_grad_() for g in gradients]
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = gradient.clone()
        norm = torch.nn.utils.clip_grad_norm_(parameters, max_norm)
        cases.append(
            {
                "name": name,
                "maxNorm": max_norm,
                "gradients": [numbers(g) for g in gradients],
                "norm": float(norm),
                "clipped": [numbers(p.grad) for p in parameters],
            }
        )
    return cases
