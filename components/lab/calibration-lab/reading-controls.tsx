'use client'

/** What the same model is read with: threshold, temperature, and whose probability the diagram is of. Nothing is trained. */
import { SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { formatNumber } from '@/components/plot/format-number'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import type { PartSizes } from './calibration-spec'
import { ChangeGroup, Changes } from './change-group'
import { COLDEST, type FittedTemperature } from './reading/temperature'

interface ReadingControlsProps {
  lab: LabControls<'calibration-lab'>
  fitted: FittedTemperature | null
  parts: PartSizes
  announce: (text: string) => void
}

export function ReadingControls({ lab, fitted, parts, announce }: ReadingControlsProps) {
  const { settings, set } = lab
  const fit = () => {
    if (fitted === null) return
    set({ temperature: fitted.temperature }, { apart: true })
    announce(`Temperature ${formatNumber(fitted.temperature)}, fitted on the validation half.`)
  }
  return (
    <div className="rounded-card border border-line bg-sunken p-4">
      <ChangeGroup kind="reads" className="grid gap-x-8 gap-y-4 @2xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          <Changes kind="reads">
            <SettingSlider
              lab={lab}
              setting="threshold"
              label="Threshold"
              hint="A point is called class 1 where its probability is above it. The curves below can be drawn along, too."
              step={0.01}
            />
          </Changes>
          <Changes kind="reads">
            <p aria-hidden="true" className="m-0 mb-1.5 pt-1 font-medium text-sm">
              Reliability of
            </p>
            <Segmented
              legend="Reliability of"
              value={settings.bins}
              options={[
                { value: 'likelier', label: 'the likelier class' },
                { value: 'rare', label: 'class 1' },
              ]}
              onChange={(bins) => set({ bins })}
            />
          </Changes>
        </div>
        <Changes kind="reads">
          <SettingSlider
            lab={lab}
            setting="temperature"
            label="Temperature T"
            hint="Logits are divided by it. The order of the points stays, and with it both curves; at threshold 0.5 every verdict, too."
            step={0}
            logarithmic
          />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 text-sm">
            <Button variant="secondary" size="sm" aria-disabled={fitted === null || undefined} onClick={fit}>
              Fit on the validation half
            </Button>
            <span className="text-muted">{fitText(fitted, parts)}</span>
          </div>
        </Changes>
      </ChangeGroup>
    </div>
  )
}

function fitText(fitted: FittedTemperature | null, { validation }: PartSizes): string {
  if (fitted === null) return 'Once something is learnt: on points that it has not seen.'
  const where = `on ${formatNumber(validation, 7)} points that it has not learnt from`
  if (!fitted.isAtEnd) return `T = ${formatNumber(fitted.temperature)} has the least loss ${where}.`
  const end = fitted.temperature === COLDEST ? 'colder' : 'hotter'
  return `The loss ${where} falls to the end: ${end} than T = ${fitted.temperature} there is none here.`
}
