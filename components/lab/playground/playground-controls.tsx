'use client'

/** The settings beside the picture: data, training, what holds the network back, and which runs. Layers are in the picture. */
import { memo, type ReactNode } from 'react'
import { NumberRow } from '@/components/lab/compact-number'
import { FlagSetting, SettingGroup } from '@/components/lab/setting-group'
import { type NumberKey, numberSetting, SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import {
  DATA_LABELS,
  INIT_LABELS,
  LOSS_LABELS,
  NORM_LABELS,
  OPTIMIZER_LABELS,
  optionsOf,
  PLAN_LABELS,
} from '@/components/lab/words'
import { SelectField } from '@/components/ui/select-field'
import { hasClasses, isMade, type PlaygroundSettings } from './playground-spec'

interface PlaygroundControlsProps {
  settings: PlaygroundSettings
  set: LabControls<'playground'>['set']
  /** What own points, or a file, are set with. */
  ownData: ReactNode
}

/** Not drawn again with every number of a run. */
export const PlaygroundControls = memo(function PlaygroundControls(props: PlaygroundControlsProps) {
  const { settings, set, ownData } = props
  const lab = { name: 'playground' as const, settings, set }
  const slider = (key: NumberKey<'playground'>, label: string, step: number, more: { logarithmic?: boolean } = {}) => (
    <SettingSlider lab={lab} setting={key} label={label} step={step} {...more} />
  )
  const row = (key: NumberKey<'playground'>, label: string, step: number, hint?: string) => (
    <NumberRow {...numberSetting(lab, key)} label={label} step={step} {...(hint === undefined ? {} : { hint })} />
  )
  return (
    <>
      <SettingGroup title="Data" open>
        <SelectField
          label="Points"
          value={settings.data}
          options={optionsOf(DATA_LABELS)}
          onChange={(data) => set({ data })}
        />
        {ownData}
        {isMade(settings.data) ? (
          <>
            {row('samples', 'How many', 10)}
            {slider('noise', 'Noise', 0.01)}
            {hasClasses(settings.data) ? row('classes', 'Classes', 1) : null}
          </>
        ) : null}
        {row('held', 'Held back, %', 5)}
        {row('draw', isMade(settings.data) ? 'Seed of the points' : 'Seed of the split', 1)}
      </SettingGroup>
      <SettingGroup title="Training" open>
        {slider('lr', 'Learning rate', 0, { logarithmic: true })}
        <SelectField
          label="Optimizer"
          value={settings.opt}
          options={optionsOf(OPTIMIZER_LABELS)}
          onChange={(opt) => set({ opt })}
        />
        {settings.opt === 'sgd' || settings.opt === 'rmsprop' ? row('mom', 'Momentum', 0.05) : null}
        {row('batch', 'Batch', 8)}
        {row('epochs', 'Epochs', 10)}
        {row('stop', 'Stop at % right', 5, 'Of the held-back points, for every seed; 0 is never.')}
      </SettingGroup>
      <SettingGroup title="Seeds" open>
        {row('seeds', 'Seeds at once', 1)}
        {row('seed', 'First seed', 1)}
      </SettingGroup>
      <SettingGroup title="Loss and schedule">
        <SelectField
          label="Loss"
          value={settings.loss}
          options={optionsOf(LOSS_LABELS)}
          onChange={(loss) => set({ loss })}
        />
        {settings.loss === 'softmax-cross-entropy' || settings.loss === 'bce-with-logits'
          ? row('smooth', 'Label smoothing', 0.05)
          : null}
        <SelectField
          label="Schedule"
          value={settings.plan}
          options={optionsOf(PLAN_LABELS)}
          onChange={(plan) => set({ plan })}
        />
        {row('warm', 'Warm-up, steps', 10)}
      </SettingGroup>
      <SettingGroup title="Regularisation">
        {row('decay', 'Weight decay', 0.001)}
        {row('dropout', 'Dropout', 0.05)}
        <SelectField
          label="Normalisation"
          value={settings.norm}
          options={optionsOf(NORM_LABELS)}
          onChange={(norm) => set({ norm })}
        />
        {row('clip', 'Largest gradient', 0.5, 'Its norm over all weights; 0 leaves it as it comes.')}
      </SettingGroup>
      <SettingGroup title="First weights">
        <SelectField
          label="Initialisation"
          value={settings.init}
          options={optionsOf(INIT_LABELS)}
          onChange={(init) => set({ init })}
        />
        {slider('gain', 'Times', 0, { logarithmic: true })}
      </SettingGroup>
      <FlagSetting checked={settings.predict} onChange={(predict) => set({ predict })}>
        Ask me for a guess before it runs
      </FlagSetting>
    </>
  )
})
