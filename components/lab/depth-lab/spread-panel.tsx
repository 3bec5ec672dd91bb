'use client'

import { memo } from 'react'
import { ActivationHistograms } from '@/components/experiment/probes/activation-histograms'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { SelectField } from '@/components/ui/select-field'
import type { DepthSnapshot } from '@/lib/training/depth/depth-player'
import { shownLayers } from './depth-series'
import { stepWords } from './depth-words'
import type { LineLook } from './line-look'

interface SpreadPanelProps {
  histograms: DepthSnapshot['histograms']
  looks: readonly LineLook[]
  /** Hidden ones. */
  layers: number
  look: number
  set: LabControls<'depth-lab'>['set']
}

/** How the activations of one network are spread: some layers of it, evenly from the first to the last. */
export const SpreadPanel = memo(function SpreadPanel({ histograms, looks, layers, look, set }: SpreadPanelProps) {
  const chosen = Math.min(look, looks.length - 1)
  const name = looks[chosen]?.label ?? ''
  const known = histograms?.line === chosen ? histograms : null
  // Counted as people do: the probe names a layer by its place in the recipe.
  const readings = (known?.readings ?? []).map((reading, index) => ({ ...reading, layer: index + 1 }))
  return (
    <div className="flex flex-col gap-3 text-sm">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="w-64 max-w-full">
          <SelectField
            label="Look into"
            value={String(chosen)}
            options={looks.map(({ label }, index) => ({ value: String(index), label }))}
            onChange={(next) => set({ look: Number(next) }, { silent: true })}
          />
        </div>
        <p className="m-0 text-muted">
          {known === null ? 'Not measured yet.' : `Seed ${known.seed}, ${stepWords(known.step)}.`}
        </p>
      </div>
      <ActivationHistograms
        layers={shownLayers(layers).map((layer) => ({ layer, name }))}
        tableLayers={Array.from({ length: layers }, (_, index) => ({ layer: index + 1, name }))}
        readings={readings}
        sideBySide
      />
    </div>
  )
})
