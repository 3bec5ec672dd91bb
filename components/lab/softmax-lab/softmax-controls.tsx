'use client'

import { Minus, Plus } from 'lucide-react'
import { SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { Button } from '@/components/ui/button'
import { NumberSlider } from '@/components/ui/number-slider'
import { Segmented } from '@/components/ui/segmented'
import { SelectField } from '@/components/ui/select-field'
import { FEWEST_CLASSES, logit, MOST_CLASSES } from '@/lib/lab/widgets/softmax-lab'
import { classKey } from './probability-bars'

export function SoftmaxControls({ lab }: { lab: LabControls<'softmax-lab'> }) {
  const { settings, set } = lab
  const { z, answer } = settings
  const fewer = z.length > FEWEST_CLASSES
  const more = z.length < MOST_CLASSES
  return (
    <>
      <div className="flex flex-col gap-2">
        {z.map((value, index) => (
          <NumberSlider
            key={classKey(index)}
            label={`Logit ${index + 1}`}
            value={value}
            min={logit.min}
            max={logit.max}
            step={0.1}
            onChange={(next) => set({ z: z.map((other, at) => (at === index ? next : other)) })}
          />
        ))}
        <div className="flex flex-wrap gap-2 [&_svg]:size-4">
          <Button
            variant="secondary"
            size="sm"
            aria-disabled={!more || undefined}
            onClick={more ? () => set({ z: [...z, 0] }) : undefined}
          >
            <Plus aria-hidden="true" /> Add a class
          </Button>
          <Button
            variant="secondary"
            size="sm"
            aria-disabled={!fewer || undefined}
            onClick={fewer ? () => set({ z: z.slice(0, -1), answer: Math.min(answer, z.length - 2) }) : undefined}
          >
            <Minus aria-hidden="true" /> Remove the last
          </Button>
        </div>
      </div>
      <SettingSlider
        lab={lab}
        setting="temperature"
        label="Temperature T"
        hint="Softmax of z / T: below 1 surer, above 1 more even. The order stays."
        step={0.1}
        logarithmic
      />
      <SettingSlider
        lab={lab}
        setting="shift"
        label="Add to every logit"
        hint="It changes no probability, only what is computed on the way."
        step={10}
      />
      <SelectField
        label="The right class"
        value={String(answer)}
        options={z.map((_, index) => ({ value: String(index), label: `Class ${index + 1}` }))}
        onChange={(next) => set({ answer: Number(next) })}
      />
      <label className="inline-flex min-h-9 cursor-pointer items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          className="choice shrink-0"
          checked={settings.twice}
          onChange={() => set({ twice: !settings.twice })}
        />
        Give the loss probabilities: softmax twice
      </label>
      <div>
        <Segmented
          legend="How float32 computes it"
          value={settings.arithmetic}
          options={[
            { value: 'max-first', label: 'Max first' },
            { value: 'as-written', label: 'As written' },
          ]}
          onChange={(arithmetic) => set({ arithmetic })}
        />
      </div>
    </>
  )
}
