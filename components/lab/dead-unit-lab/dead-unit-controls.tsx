'use client'

/** The settings beside the cells: what is learnt, the network, how it is trained, and when it pauses. */
import { Plus } from 'lucide-react'
import { memo } from 'react'
import { CompactNumber, NumberRow } from '@/components/lab/compact-number'
import { FlagSetting, SettingGroup } from '@/components/lab/setting-group'
import { type NumberKey, numberSetting, SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { DATA_LABELS, INIT_LABELS, OPTIMIZER_LABELS, optionsOf } from '@/components/lab/words'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import type { DeadUnitSettings } from './dead-unit-spec'

interface DeadUnitControlsProps {
  settings: DeadUnitSettings
  set: LabControls<'dead-unit-lab'>['set']
}

const { fields } = LAB_WIDGETS['dead-unit-lab']

/** Of all that have a name, those that there are here. */
function offered<Value extends string>(
  options: readonly Value[],
  labels: Partial<Record<string, string>>,
): { value: Value; label: string }[] {
  return options.map((value) => ({ value, label: labels[value] ?? value }))
}

const RATE_LABELS: Record<DeadUnitSettings['plan'], string> = {
  drop: 'A 25th from the middle on',
  constant: 'Constant',
}

/** Not drawn again with every number of a run. */
export const DeadUnitControls = memo(function DeadUnitControls({ settings, set }: DeadUnitControlsProps) {
  const lab = { name: 'dead-unit-lab' as const, settings, set }
  const row = (key: NumberKey<'dead-unit-lab'>, label: string, step: number, hint?: string) => (
    <NumberRow {...numberSetting(lab, key)} label={label} step={step} {...(hint === undefined ? {} : { hint })} />
  )
  return (
    <>
      <SettingGroup title="Training" open>
        <SettingSlider lab={lab} setting="lr" label="Learning rate" step={0} logarithmic />
        <SelectField
          label="Rate over the run"
          value={settings.plan}
          options={optionsOf(RATE_LABELS)}
          onChange={(plan) => set({ plan })}
        />
        <SelectField
          label="Optimizer"
          value={settings.opt}
          options={offered(fields.opt.options, OPTIMIZER_LABELS)}
          onChange={(opt) => set({ opt })}
        />
        {settings.opt === 'sgd' ? row('mom', 'Momentum', 0.05) : null}
        {row('batch', 'Batch', 8)}
        {row('epochs', 'Epochs', 10)}
        {row('pause', 'Pause after step', 10, '0: it does not pause by itself.')}
      </SettingGroup>
      <SettingGroup title="Network" open>
        <Layers units={settings.units} onUnits={(units) => set({ units })} />
        <SelectField
          label="First weights"
          value={settings.init}
          options={offered(fields.init.options, INIT_LABELS)}
          onChange={(init) => set({ init })}
        />
        {row('gain', 'First weights times', 0.25)}
        {row('bias', 'First biases', 0.5)}
        {row('seed', 'Seed', 1)}
      </SettingGroup>
      <SettingGroup title="Data">
        <SelectField
          label="Points"
          value={settings.data}
          options={offered(fields.data.options, DATA_LABELS)}
          onChange={(data) => set({ data })}
        />
        {row('samples', 'How many', 20)}
        {row('noise', 'Noise', 0.01)}
        {row('draw', 'Seed of the points', 1)}
      </SettingGroup>
      <FlagSetting checked={settings.predict} onChange={(predict) => set({ predict })}>
        Ask me for a guess before it runs
      </FlagSetting>
    </>
  )
})

interface LayersProps {
  units: readonly number[]
  onUnits: (units: number[]) => void
}

function Layers({ units, onUnits }: LayersProps) {
  const { item, most } = fields.units
  const isFull = units.length >= most
  return (
    <>
      {Array.from(units.entries(), ([layer, count]) => (
        <div key={`${layer} of ${units.length}`} className="flex min-h-8 items-center justify-between gap-2 text-sm">
          <span aria-hidden="true">{units.length === 1 ? 'Hidden units' : `Units, layer ${layer + 1}`}</span>
          <CompactNumber
            label={units.length === 1 ? 'Hidden units' : `Units of layer ${layer + 1}`}
            value={count}
            min={1}
            max={32}
            step={1}
            whole
            onChange={(next) => onUnits(units.with(layer, next))}
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          size="sm"
          aria-disabled={isFull || undefined}
          onClick={isFull ? undefined : () => onUnits([...units, units.at(-1) ?? item.default])}
        >
          <Plus aria-hidden="true" className="size-4" />
          Add a layer
        </Button>
        {units.length > 1 ? (
          <Button variant="quiet" size="sm" onClick={() => onUnits(units.slice(0, -1))}>
            Remove the last
          </Button>
        ) : null}
      </div>
    </>
  )
}
