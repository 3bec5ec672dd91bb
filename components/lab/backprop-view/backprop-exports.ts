import type { ExportItem } from '@/components/export/export-menu'
import { textItem } from '@/components/export/text-item'
import { encodeSettings } from '@/lib/lab/encode-link'
import { computationCsv } from './computation-csv'
import type { BackpropSettings, NetworkPlan } from './network-plan'
import { pytorchCode } from './pytorch-code'
import type { TapeRun } from './tape-run'

/** What can be saved of the view: every step, the network with its gradients, and code that computes the same. */
export function backpropExports(run: TapeRun, plan: NetworkPlan, settings: BackpropSettings): ExportItem[] {
  return [
    textItem('Computation', ['backprop', 'computation'], 'csv', () => computationCsv(run, plan, settings)),
    textItem('Network', ['backprop', 'network'], 'json', () => networkJson(run, settings)),
    textItem('PyTorch', ['backprop', 'PyTorch'], 'py', () => pytorchCode(settings)),
  ]
}

/** Numbers by the ids that links have for them; `l` is the loss, `zo` and `ao` the output’s sum and value. */
export function networkJson(
  { loss, lossAfter, values, gradients, updated }: TapeRun,
  settings: BackpropSettings,
): string {
  const settingsText = encodeSettings('backprop-view', settings)
  const plain = {
    kind: 'nonlinear-backprop',
    settings: settingsText,
    loss,
    lossAfter,
    values: Object.fromEntries(values),
    gradients: Object.fromEntries(gradients),
    updated: Object.fromEntries(updated),
  }
  return `${JSON.stringify(plain, null, 2)}\n`
}
