/** What a kind of network is called in every chart, and how its line looks. Pure. */
import { fittingInit } from '@/components/lab/fitting-init'
import { INIT_LABELS, NORM_LABELS } from '@/components/lab/words'
import { activationLook, mainActivation } from '@/components/training/activation-look'
import type { ExperimentSpec } from '@/lib/engine'

export interface LineLook {
  id: string
  label: string
  color: string
  dash?: string
}

/** For lines of one colour, of which the activation's own dash tells no two apart. */
const DASHES = ['', '9 4', '2 4', '12 3 3 3']

/** `ReLU`, `ReLU, Glorot, normal`, `ReLU with batch norm`. */
export function looksOf(specs: readonly Pick<ExperimentSpec, 'model'>[]): LineLook[] {
  const colors: string[] = []
  return specs.map((spec, index) => {
    const { color, dash } = activationLook(mainActivation(spec))
    const before = colors.filter((one) => one === color).length
    colors.push(color)
    const shown = before === 0 ? dash : DASHES[before]
    return { id: `line-${index}`, label: labelOf(spec), color, ...(shown ? { dash: shown } : {}) }
  })
}

function labelOf({ model }: Pick<ExperimentSpec, 'model'>): string {
  const name = mainActivation({ model })
  const [first] = model
  const init = first?.layer === 'linear' && typeof first.init === 'object' ? first.init.name : null
  const isFitting = name === 'expression' || init === null || init === 'constant' || init === fittingInit(name)
  const norm = model.find(({ layer }) => layer === 'batch-norm' || layer === 'layer-norm')
  return [
    activationLook(name).label,
    isFitting ? '' : `, ${INIT_LABELS[init]}`,
    norm === undefined ? '' : ` with ${NORM_LABELS[norm.layer === 'batch-norm' ? 'batch' : 'layer'].toLowerCase()}`,
  ].join('')
}
