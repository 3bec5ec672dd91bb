'use client'

import { memo } from 'react'
import { formatNumber } from '@/components/plot/format-number'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { ACTIVATION_NAMES, type ActivationName, activations, type ExperimentSpec } from '@/lib/engine'
import { REPAIR_NAMES, type RepairName, repairs } from '@/lib/experiment/repairs'
import { type ExperimentSettings, epochChoices, imageChoices, learningRates } from './experiment-settings'
import { SETTINGS_GRID } from './panel-layout'

interface SettingsFormProps {
  published: ExperimentSpec
  /** Whether there is something to repair. */
  repairable: boolean
  settings: ExperimentSettings
  onChange: (settings: ExperimentSettings) => void
  seedError: string | null
  /** While a run is under way its settings stand. */
  disabled: boolean
}

/** The few things worth turning; only those that the recipe has. */
export const SettingsForm = memo(function SettingsForm(props: SettingsFormProps) {
  const { published, repairable, settings, onChange, seedError, disabled } = props
  const own = published.model.flatMap((layer) => (layer.layer === 'activation' ? [layer.name] : []))
  const set = (change: Partial<ExperimentSettings>) => onChange({ ...settings, ...change })
  const numbers = (values: number[]) => values.map((value) => ({ value: String(value), label: formatNumber(value, 6) }))
  const epochs = epochChoices(published, settings)
  const images = imageChoices(published, settings)
  return (
    <div className={SETTINGS_GRID}>
      {repairable ? (
        <SelectField<RepairName | 'none'>
          label="Repair"
          value={settings.repair ?? 'none'}
          disabled={disabled}
          options={[
            { value: 'none', label: 'None, as found' },
            ...REPAIR_NAMES.map((name) => ({ value: name, label: repairs[name].label })),
          ]}
          onChange={(value) => set({ repair: value === 'none' ? null : value })}
        />
      ) : null}
      {own.length > 0 ? (
        <SelectField<ActivationName | 'recipe'>
          label="Activation"
          value={settings.activation ?? 'recipe'}
          disabled={disabled}
          options={[
            { value: 'recipe', label: `${namesOf(own)} (recipe)` },
            ...ACTIVATION_NAMES.map((name) => ({ value: name, label: activations[name].title })),
          ]}
          onChange={(value) => set({ activation: value === 'recipe' ? null : value })}
        />
      ) : null}
      <SelectField
        label="Learning rate"
        value={String(settings.learningRate)}
        disabled={disabled}
        options={numbers(learningRates(published))}
        onChange={(value) => set({ learningRate: Number(value) })}
      />
      {images.length > 1 ? (
        <SelectField
          label="Training images"
          value={String(settings.images)}
          disabled={disabled}
          options={numbers(images)}
          onChange={(value) => set({ images: Number(value) })}
        />
      ) : null}
      {epochs.length > 1 ? (
        <SelectField
          label="Epochs"
          value={String(settings.epochs)}
          disabled={disabled}
          options={numbers(epochs)}
          onChange={(value) => set({ epochs: Number(value) })}
        />
      ) : null}
      <TextField
        label="Seeds"
        value={settings.seeds}
        disabled={disabled}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        error={seedError}
        onChange={(event) => set({ seeds: event.target.value })}
      />
    </div>
  )
})

function namesOf(names: (ActivationName | 'expression')[]): string {
  const titles = names.map((name) => (name === 'expression' ? 'Own expression' : activations[name].title))
  return [...new Set(titles)].join(', ')
}
