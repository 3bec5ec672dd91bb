'use client'

/** The kinds of network that are compared: each with its activation, first weights and normalisation. */
import { Plus, X } from 'lucide-react'
import { memo } from 'react'
import { IconButton } from '@/components/lab/compact-number'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { INIT_LABELS, optionsOf } from '@/components/lab/words'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { ACTIVATION_NAMES, activations } from '@/lib/engine'
import { MOST_LINES } from '@/lib/lab/widgets/depth-lab'
import type { DepthLine, DepthSettings } from './depth-plan'
import type { LineLook } from './line-look'

interface LineEditorProps {
  lines: DepthSettings['f']
  looks: readonly LineLook[]
  set: LabControls<'depth-lab'>['set']
  announce: (text: string) => void
}

const ACTIVATIONS = ACTIVATION_NAMES.map((name) => ({ value: name, label: activations[name].title }))
/** As short as the row is narrow. */
const INITS = optionsOf({ ...INIT_LABELS, fitting: 'Fitting weights' })
const NORMS = optionsOf({ none: 'Plain', batch: 'Batch', layer: 'Layer' })

/** Not drawn again with every number of a run. */
export const LineEditor = memo(function LineEditor({ lines, looks, set, announce }: LineEditorProps) {
  const change = (index: number, line: DepthLine) => set({ f: lines.with(index, line) })
  function add() {
    const used = lines.map(([name]) => name)
    const name = (['selu', 'gelu', 'swish', 'relu'] as const).find((one) => !used.includes(one)) ?? 'elu'
    set({ f: [...lines, [name, 'fitting', 'none']] })
    announce(`${activations[name].title} added.`)
  }
  function remove(index: number) {
    set({ f: lines.toSpliced(index, 1) })
    announce(`${looks[index]?.label ?? 'It'} removed.`)
  }
  const isFull = lines.length >= MOST_LINES
  return (
    <fieldset className="m-0 flex min-w-0 flex-col gap-3 border-0 p-0">
      <legend className="mb-2 font-semibold text-sm">Compared</legend>
      <ol className="m-0 flex list-none flex-col gap-3 p-0">
        {Array.from(lines.entries(), ([index, [name, init, norm]]) => (
          <li key={`${index} of ${lines.length}`} className="m-0 flex flex-col gap-1.5">
            <div className="flex items-center gap-2">
              <svg aria-hidden="true" width={22} height={8} className="shrink-0">
                <line
                  x1={0}
                  x2={22}
                  y1={4}
                  y2={4}
                  stroke={looks[index]?.color}
                  strokeWidth={3}
                  strokeDasharray={looks[index]?.dash}
                />
              </svg>
              <div className="min-w-0 flex-1">
                <SelectField
                  compact
                  label={`Activation ${index + 1}`}
                  value={name}
                  options={ACTIVATIONS}
                  onChange={(next) => change(index, [next, init, norm])}
                />
              </div>
              <IconButton
                label={`Remove ${looks[index]?.label ?? name}`}
                off={lines.length === 1}
                onPress={() => remove(index)}
              >
                <X />
              </IconButton>
            </div>
            <div className="grid grid-cols-[minmax(0,8fr)_minmax(0,5fr)] gap-1.5">
              <SelectField
                compact
                label={`First weights of ${index + 1}`}
                value={init}
                options={INITS}
                onChange={(next) => change(index, [name, next, norm])}
              />
              <SelectField
                compact
                label={`Normalisation of ${index + 1}`}
                value={norm}
                options={NORMS}
                onChange={(next) => change(index, [name, init, next])}
              />
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button variant="secondary" size="sm" aria-disabled={isFull || undefined} onClick={isFull ? undefined : add}>
          <Plus aria-hidden="true" className="size-4" />
          Compare another
        </Button>
      </div>
    </fieldset>
  )
})
