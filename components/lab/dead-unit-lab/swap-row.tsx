'use client'

import { Repeat2, X } from 'lucide-react'
import { useState } from 'react'
import { CompactNumber, IconButton } from '@/components/lab/compact-number'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { ACTIVATION_NAMES, type ActivationName, activations } from '@/lib/engine'
import { MOST_SWAPS } from '@/lib/lab/widgets/dead-unit-lab'
import { activationAt, type DeadUnitSettings, type Swap, swapsOf, withSwap } from './dead-unit-spec'
import { activationName } from './unit-words'

interface SwapRowProps {
  settings: Pick<DeadUnitSettings, 'swaps'>
  /** That is shown; the swap comes after it. */
  step: number
  /** Of the whole run: after its last one nothing is made any more. */
  steps: number
  onSwaps: (swaps: Swap[], said: string) => void
}

const OPTIONS = ACTIVATION_NAMES.map((name) => ({ value: name, label: activations[name].title }))

/** Another activation for all hidden layers from the step on that is shown; all weights stay as they are. */
export function SwapRow({ settings, step, steps, onSwaps }: SwapRowProps) {
  const [wanted, setWanted] = useState<ActivationName>('leaky-relu')
  const swaps = swapsOf(settings)
  const now = activationAt(settings, step)
  const isOver = step >= steps
  const isFull = withSwap(settings, step, wanted).length > MOST_SWAPS
  const isOff = isOver || isFull || now.name === wanted
  const why = isOver
    ? 'The run ends with this step: go back to an earlier one, or give it more epochs.'
    : isFull
      ? `There are ${MOST_SWAPS} swaps; take one away first.`
      : null
  function swap() {
    const said = `From step ${step} on the activation is ${activations[wanted].title}, with the same weights.`
    onSwaps(withSwap(settings, step, wanted), said)
  }
  return (
    <div className="flex flex-col gap-2 rounded-control bg-sunken p-3 text-sm">
      <p className="m-0">
        After step {step.toLocaleString('en')} the activation is <strong>{activationName(now.name, now.value)}</strong>
        {now.since === null ? '.' : `, since step ${now.since.toLocaleString('en')}.`}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-40">
          <SelectField compact label="Activation to swap in" value={wanted} options={OPTIONS} onChange={setWanted} />
        </div>
        <Button variant="secondary" size="sm" aria-disabled={isOff || undefined} onClick={isOff ? undefined : swap}>
          <Repeat2 aria-hidden="true" className="size-4" />
          Swap it in, keep the weights
        </Button>
      </div>
      {why === null ? null : <p className="m-0 text-muted">{why}</p>}
      {swaps.length === 0 ? null : (
        <ul className="m-0 flex list-none flex-col gap-1 p-0" aria-label="Swaps">
          {swaps.map(([at, name, value], index) => {
            const [parameter] = activations[name].parameters
            return (
              <li key={at} className="m-0 flex flex-wrap items-center gap-x-2">
                <span className="tabular-nums">
                  After step {at.toLocaleString('en')}: {activations[name].title}
                </span>
                {parameter === undefined ? null : (
                  <span className="inline-flex items-center gap-1">
                    <span aria-hidden="true">{parameter.symbol}</span>
                    <CompactNumber
                      label={`${parameter.symbol} of the swap at step ${at}`}
                      value={value}
                      min={parameter.min}
                      max={parameter.max}
                      onChange={(next) => onSwaps(swaps.with(index, [at, name, next]), '')}
                    />
                  </span>
                )}
                <IconButton
                  label={`Take away the swap at step ${at}`}
                  onPress={() => onSwaps(swaps.toSpliced(index, 1), `The swap at step ${at} is taken away.`)}
                >
                  <X />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
