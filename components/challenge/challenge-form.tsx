'use client'

import { formatNumber } from '@/components/plot/format-number'
import { formatDuration } from '@/components/training/format-duration'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import {
  type ChallengeSettings,
  EPOCH_CHOICES,
  IMAGE_CHOICES,
  OPTIMIZERS,
  RIVALS,
  roughDurationMs,
  TEST_IMAGES,
} from './challenge-plan'

interface ChallengeFormProps {
  settings: ChallengeSettings
  onChange: (settings: ChallengeSettings) => void
  /** How many seeds the text stands for; null when it cannot be read, which `seedError` explains. */
  seedCount: number | null
  seedError: string | null
  disabled: boolean
}

const OPTIMIZER_OPTIONS = (Object.keys(OPTIMIZERS) as (keyof typeof OPTIMIZERS)[]).map((value) => ({
  value,
  label: OPTIMIZERS[value].label,
}))

/** One recipe for all three activations: nothing here can be set for one of them alone. */
export function ChallengeForm({ settings, onChange, seedCount, seedError, disabled }: ChallengeFormProps) {
  const set = (change: Partial<ChallengeSettings>) => onChange({ ...settings, ...change })
  const options = (values: readonly number[]) =>
    values.map((value) => ({ value: String(value), label: formatNumber(value, 6) }))
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-1 gap-4 xs:grid-cols-2 lg:grid-cols-4">
        <SelectField
          label="Training images"
          value={String(settings.images)}
          options={options(IMAGE_CHOICES)}
          disabled={disabled}
          onChange={(value) => set({ images: Number(value) })}
        />
        <SelectField
          label="Epochs"
          value={String(settings.epochs)}
          options={options(EPOCH_CHOICES)}
          disabled={disabled}
          onChange={(value) => set({ epochs: Number(value) })}
        />
        <SelectField
          label="Optimizer"
          value={settings.optimizer}
          options={OPTIMIZER_OPTIONS}
          disabled={disabled}
          onChange={(optimizer) => set({ optimizer })}
        />
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
      <p className="text-muted text-sm">
        {seedCount === null
          ? 'Seeds are whole numbers, separated by commas.'
          : `${RIVALS.length * seedCount} runs, each judged on ${formatNumber(TEST_IMAGES)} test images: about ` +
            `${formatDuration(roughDurationMs(settings, seedCount))} at 200 images a second.`}
      </p>
    </div>
  )
}
