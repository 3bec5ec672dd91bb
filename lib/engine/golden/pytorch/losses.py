"""Every loss and its options: the mean over a batch, and the gradient of it by the outputs."""

import torch
import torch.nn.functional as F

from .drawing import draw, generator, numbers, packed


def loss(name, spec, outputs, targets, summed, classes=None, pytorch_mean=None):
    """`summed` is the loss summed over the examples; our mean divides that by their number (losses/loss.ts)."""
    leaf = outputs.clone().requires_grad_()
    mean = summed(leaf) / outputs.shape[0]
    mean.backward()
    case = {
        "name": name,
        "spec": spec,
        "classes": classes,
        "outputs": packed(outputs),
        "targets": numbers(targets),
        "loss": float(mean.detach()),
        "gradient": numbers(leaf.grad),
    }
    # PyTorch divides by the sum of the targets' weights instead.
    return case if pytorch_mean is None else case | {"pytorchMean": float(pytorch_mean(outputs))}


def cross_entropy(name, batch=5, classes=4, bound=4, weights=None, smoothing=0.0, gamma=0.0, logits=None):
    options = {"classWeights": weights} if weights else {}
    options |= {"labelSmoothing": smoothing} if smoothing else {}
    options |= {"focalGamma": gamma} if gamma else {}
    outputs = draw(batch, classes, bound=bound) if logits is None else torch.tensor(logits)
    targets = torch.arange(outputs.shape[0]) % classes
    w = None if weights is None else torch.tensor(weights)

    def plain(z, reduction="sum"):
        return F.cross_entropy(z, targets, w, reduction=reduction, label_smoothing=smoothing)

    def focal(z):
        # Keras's CategoricalFocalCrossentropy with alpha = the class weights; PyTorch has none of its own.
        log_p = torch.log_softmax(z, 1)
        q = F.one_hot(targets, classes) * (1 - smoothing) + smoothing / classes
        alpha = torch.ones(classes) if w is None else w
        return -(alpha * q * (1 - log_p.exp()) ** gamma * log_p).sum()

    return loss(
        f"softmax-cross-entropy {name}",
        {"kind": "softmax-cross-entropy", **options},
        outputs,
        targets,
        focal if gamma else plain,
        classes,
        (lambda z: plain(z, "mean")) if weights and not gamma else None,
    )


def bce(name, positive_weight=1.0, smoothing=0.0):
    options = {"positiveWeight": positive_weight} if positive_weight != 1 else {}
    options |= {"labelSmoothing": smoothing} if smoothing else {}
    targets = torch.arange(8) % 2
    smoothed = (targets * (1 - smoothing) + smoothing / 2)[:, None]
    weight = torch.tensor([positive_weight])
    return loss(
        f"bce-with-logits {name}",
        {"kind": "bce-with-logits", **options},
        draw(8, 1, bound=6),
        targets,
        lambda z: F.binary_cross_entropy_with_logits(z, smoothed, pos_weight=weight, reduction="sum"),
        2,
    )


def difference(kind, function, coding, **options):
    """`coding`: what the targets are to the outputs (losses/difference-loss.ts)."""
    if coding == "regression":
        outputs, targets = draw(6, 1), draw(6)
        outputs[2, 0] = targets[2]  # a difference of 0, where the absolute value has its kink
        coded, classes = targets[:, None], None
    elif coding == "signs":
        outputs, targets = draw(6, 1), torch.arange(6) % 2
        coded, classes = 2 * targets[:, None] - 1, 2
    else:
        outputs, targets = draw(5, 3), torch.arange(5) % 3
        coded, classes = F.one_hot(targets, 3), 3
    return loss(
        f"{kind} {', '.join([coding, *(f'{key} {value}' for key, value in options.items())])}",
        {"kind": kind, **options},
        outputs,
        targets,
        lambda y: function(y, coded.double(), reduction="none").mean(1).sum(),
        classes,
    )


def softmax_twice(batch, classes):
    targets = torch.arange(batch) % classes
    return loss(
        f"softmax-twice, {classes} classes",
        {"kind": "softmax-twice"},
        draw(batch, classes, bound=4),
        targets,
        lambda z: F.cross_entropy(torch.softmax(z, 1), targets, reduction="sum"),
        classes,
    )


def losses():
    generator.manual_seed(3)
    weights = [0.5, 1.0, 2.0, 3.5]
    return [
        cross_entropy("plain"),
        cross_entropy("plain, ten classes", batch=10, classes=10),
        cross_entropy("of huge logits", logits=[[1000.0, -1000.0, 0.0, 999.0], [1000.0, -1000.0, 998.5, 1000.0]]),
        cross_entropy("weighted", weights=weights),
        cross_entropy("smoothed", smoothing=0.1),
        cross_entropy("weighted and smoothed", weights=weights, smoothing=0.2),
        cross_entropy("focal 2", gamma=2.0),
        cross_entropy("focal 0.5", gamma=0.5),
        cross_entropy("focal 2, weighted", gamma=2.0, weights=weights),
        cross_entropy("focal 1.5, weighted and smoothed", gamma=1.5, weights=weights, smoothing=0.1),
        bce("plain"),
        bce("with positive weight", positive_weight=3.0),
        bce("smoothed", smoothing=0.1),
        bce("with positive weight, smoothed", positive_weight=0.25, smoothing=0.2),
        *(difference("mse", F.mse_loss, coding) for coding in ("regression", "signs", "one-hot")),
        *(difference("mae", F.l1_loss, coding) for coding in ("regression", "signs", "one-hot")),
        *(
            difference("huber", lambda y, t, reduction, d=d: F.huber_loss(y, t, reduction, d), coding, delta=d)
            for coding, d in (("regression", 1.0), ("regression", 0.5), ("signs", 2.0), ("one-hot", 0.25))
        ),
        softmax_twice(4, 4),
        softmax_twice(10, 10),
    ]
