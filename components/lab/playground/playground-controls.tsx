'use client'

/** The settings beside the picture: data, training, what holds the network back, and which runs. Layers are in the picture. */
import { memo, type ReactNode } from 'react'
import { NumberRow } from '@/components/lab/compact-number'
import { type NumberKey, numberSetting, SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { SelectField } from '@/components/ui/select-field'
import { hasClasses, isMade, type PlaygroundSettings } from './playground-spec'
import { DATA_LABELS, INIT_LABELS, LOSS_LABELS, NORM_LABELS, OPTIMIZER_LABELS, optionsOf, PLAN_LABELS } from './words'

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
      <Group title="Data" open>
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
      </Group>
      <Group title="Training" open>
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
      </Group>
      <Group title="Seeds" open>
        {row('seeds', 'Seeds at once', 1)}
        {row('seed', 'First seed', 1)}
      </Group>
      <Group title="Loss and schedule">
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
      </Group>
      <Group title="Regularisation">
        {row('decay', 'Weight decay', 0.001)}
        {row('dropout', 'Dropout', 0.05)}
        <SelectField
          label="Normalisation"
          value={settings.norm}
          options={optionsOf(NORM_LABELS)}
          onChange={(norm) => set({ norm })}
        />
        {row('clip', 'Largest gradient', 0.5, 'Its norm over all weights; 0 leaves it as it comes.')}
      </Group>
      <Group title="First weights">
        <SelectField
          label="Initialisation"
          value={settings.init}
          options={optionsOf(INIT_LABELS)}
          onChange={(init) => set({ init })}
        />
        {slider('gain', 'Times', 0, { logarithmic: true })}
      </Group>
      <label className="inline-flex min-h-9 cursor-pointer items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          className="choice shrink-0"
          checked={settings.predict}
          onChange={() => set({ predict: !settings.predict })}
        />
        Ask me for a guess before it runs
      </label>
    </>
  )
})

function Group({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="-mt-3 border-line border-b pb-2.5 first-of-type:mt-0">
      <summary className="min-h-9 py-1.5 font-semibold text-sm">{title}</summary>
      <div className="flex flex-col gap-2.5 pt-1">{children}</div>
    </details>
  )
}
