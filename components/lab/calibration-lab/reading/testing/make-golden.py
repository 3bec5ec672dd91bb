"""What scikit-learn makes of some scores: python make-golden.py > golden.json, in this folder, with scikit-learn at hand.

Ties are common in the second set, and class 1 is rare in the
third. Probabilities are those of logits in tenths; thresholds are called with `>`, as the lab does.
"""

import json

import numpy as np
import sklearn
from sklearn import metrics

rng = np.random.default_rng(7)


def case(name: str, logits: np.ndarray, labels: np.ndarray, threshold: float) -> dict:
    p = 1 / (1 + np.exp(-logits))
    called = (p > threshold).astype(int)
    fpr, tpr, _ = metrics.roc_curve(labels, logits, drop_intermediate=False)
    precision, recall, _ = metrics.precision_recall_curve(labels, logits)
    return {
        "name": name,
        "logits": logits.tolist(),
        "labels": labels.tolist(),
        "threshold": threshold,
        "confusion": metrics.confusion_matrix(labels, called, labels=[0, 1]).tolist(),
        "accuracy": metrics.accuracy_score(labels, called),
        "precision": metrics.precision_score(labels, called),
        "recall": metrics.recall_score(labels, called),
        "f1": metrics.f1_score(labels, called),
        "rocArea": metrics.roc_auc_score(labels, logits),
        "averagePrecision": metrics.average_precision_score(labels, logits),
        "logLoss": metrics.log_loss(labels, p),
        "fpr": fpr.tolist(),
        "tpr": tpr.tolist(),
        "precisions": precision[::-1].tolist(),
        "recalls": recall[::-1].tolist(),
    }


def draw(count: int, share: float, spread: float) -> tuple[np.ndarray, np.ndarray]:
    labels = (rng.random(count) < share).astype(int)
    return np.round(rng.normal(spread * (2 * labels - 1), 1), 1), labels


cases = [
    case("all different", np.round(rng.permutation(np.linspace(-3, 3, 25)), 2), rng.integers(0, 2, 25), 0.5),
    case("many ties", *draw(60, 0.4, 0.5), 0.35),
    case("rare", *draw(80, 0.1, 0.8), 0.75),
]
print(json.dumps({"source": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}", "cases": cases}))
