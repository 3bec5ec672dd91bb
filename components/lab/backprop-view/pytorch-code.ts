/**
 * The network as a short PyTorch script in double precision, which prints the loss, every gradient and the loss after the
 * update, so that a learner can see the same numbers come out elsewhere. Pure text. Networks that are trained are exported
 * by lib/export.
 */
import { type ActivationName, activations } from '@/lib/engine'
import { type BackpropSettings, type LossKind, planNetwork } from './network-plan'

const slope = (name: 'leaky-relu' | 'prelu') => activations[name].parameters[0]?.default

const FUNCTIONS: Record<ActivationName, string> = {
  linear: '{}',
  sigmoid: 'torch.sigmoid({})',
  tanh: 'torch.tanh({})',
  relu: 'F.relu({})',
  'leaky-relu': `F.leaky_relu({}, ${slope('leaky-relu')})`,
  prelu: `F.leaky_relu({}, ${slope('prelu')})`,
  elu: 'F.elu({})',
  selu: 'F.selu({})',
  // PyTorch goes over to the identity at 20 unless it is told otherwise.
  softplus: 'F.softplus({}, threshold=700)',
  swish: 'F.silu({})',
  gelu: 'F.gelu({})',
  'gelu-tanh': 'F.gelu({}, approximate="tanh")',
  mish: 'F.mish({})',
  'hard-swish': 'F.hardswish({})',
  relu6: 'F.relu6({})',
}

const LOSSES: Record<LossKind, string> = {
  mse: 'F.mse_loss(y, t)',
  mae: 'F.l1_loss(y, t)',
  huber: 'F.huber_loss(y, t)',
  'bce-with-logits': 'F.binary_cross_entropy_with_logits(y, t)',
}

export function pytorchCode(settings: BackpropSettings): string {
  const plan = planNetwork(settings)
  const leaves = plan.layers.flatMap((units, index) => [
    `w${index + 1} = leaf([${units.map((unit) => row(unit.terms.map(({ weight }) => settings[weight]))).join(', ')}])`,
    `b${index + 1} = leaf(${row(units.map(({ bias }) => settings[bias]))})`,
  ])
  const layers = plan.layers.map((units, index) => {
    const z = `w[${2 * index}] @ a + w[${2 * index + 1}]`
    return `    a = ${FUNCTIONS[units[0]?.activation ?? 'linear'].replace('{}', z)}`
  })
  const names = plan.layers.flatMap((_, index) => [`w${index + 1}`, `b${index + 1}`])
  return `import torch
import torch.nn.functional as F


def leaf(values):
    return torch.tensor(values, dtype=torch.float64, requires_grad=True)


x = leaf(${row(plan.inputs.map((id) => settings[id]))})
t = torch.tensor([${spell(settings.target)}], dtype=torch.float64)
${leaves.join('\n')}
weights = {${names.map((name) => `"${name}": ${name}`).join(', ')}}


def loss_of(w):
    a = x
${layers.join('\n')}
    y = a
    return ${LOSSES[settings.loss]}


loss = loss_of(list(weights.values()))
loss.backward()
print("loss", loss.item())
print("x.grad", x.grad.tolist())
for name, w in weights.items():
    print(name + ".grad", w.grad.tolist())
with torch.no_grad():
    updated = [w - ${spell(settings.rate)} * w.grad for w in weights.values()]
    print("loss after the update", loss_of(updated).item())
`
}

function row(values: readonly number[]): string {
  return `[${values.map(spell).join(', ')}]`
}

/** Python takes `1` for a whole number, and a tensor of those has no gradients. */
function spell(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}
