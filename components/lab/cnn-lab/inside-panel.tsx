'use client'

/**
 * What one of the networks has learnt: its first filters, what its layers make of an image, who is taken for whom, and where
 * it is sure and wrong. It arranges; what is read comes from use-look.ts.
 */
import { memo, useId, useMemo } from 'react'
import { CompactNumber } from '@/components/lab/compact-number'
import { numberSetting } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { formatPercent } from '@/components/plot/format-number'
import { activationOfBlock } from '@/components/training/reference-cnn'
import { ImageGallery, Picture } from '@/components/training/sample-gallery'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { SelectField } from '@/components/ui/select-field'
import type { Judgement } from '@/lib/training/look/look-protocol'
import { zeroShare } from './channel-rows'
import { ChannelTable, FilterTable } from './channel-tables'
import type { CnnSettings, PlannedNetwork } from './cnn-spec'
import { ConfusionTable } from './confusion-table'
import { FeatureMaps, FilterPictures } from './pixel-maps'
import { chosenRequest } from './run-book'
import type { CnnRuns } from './use-cnn-runs'
import { type Look, type LookWish, useLook } from './use-look'

interface InsidePanelProps {
  settings: CnnSettings
  set: LabControls<'cnn-lab'>['set']
  networks: readonly PlannedNetwork[]
  runs: CnnRuns
}

export function InsidePanel({ settings, set, networks, runs }: InsidePanelProps) {
  const id = useId()
  const { snapshot, data, groups, weightsOf } = runs
  const chosen = chosenRequest(networks, settings)
  const run = groups.flatMap((group) => group.runs).find(({ key }) => key === chosen?.key)
  const place = Math.min(settings.look, networks.length) - 1
  const label = networks[place]?.label ?? ''
  const layer = activationOfBlock(settings.block)

  const hasLearnt = run !== undefined && run.step > 0 && run.status !== 'diverged'
  const key = hasLearnt ? `${run.key} after ${run.step}` : null
  const trains = snapshot.phase === 'running' || snapshot.phase === 'loading'
  const wish = useMemo<LookWish | null>(() => {
    if (key === null || chosen === undefined || trains) return null
    return { key, spec: chosen.spec, weights: () => weightsOf(chosen.key), image: settings.image - 1, layer }
  }, [key, chosen, trains, weightsOf, settings.image, layer])
  const { look, isLooking, problem } = useLook(wish)
  const shown = look !== null && look.key === key ? look : null
  const classes = data?.classes ?? []
  return (
    <section aria-labelledby={id} aria-busy={isLooking} className="flex flex-col gap-5 border-line border-t pt-5">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h3 id={id} className="m-0 text-xl">
          Inside a network
        </h3>
        <div className="flex flex-wrap gap-3">
          <div className="w-52">
            <SelectField
              label="Network"
              value={String(place + 1)}
              options={networks.map((one, at) => ({ value: String(at + 1), label: one.label }))}
              onChange={(value) => set({ look: Number(value) }, { silent: true })}
            />
          </div>
          <div className="w-28">
            <SelectField
              label="Seed"
              value={String(chosen?.seed ?? 0)}
              options={(networks[place]?.requests ?? []).map(({ seed }) => ({
                value: String(seed),
                label: String(seed),
              }))}
              onChange={(value) => set({ nth: Number(value) - settings.seed + 1 }, { silent: true })}
            />
          </div>
        </div>
      </div>
      {problem === null || trains ? null : (
        <Notice tone="warn" role="alert" title="The network could not be looked into">
          {problem}
        </Notice>
      )}
      {shown === null || classes.length === 0 ? (
        <p className="m-0 rounded-control bg-sunken p-4 text-muted text-sm">
          {waitingText(run?.status, trains, isLooking)}
        </p>
      ) : (
        <>
          <Pictures look={shown} label={label} settings={settings} set={set} classes={classes} />
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 @4xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <ConfusionTable judgement={shown.judgement} classes={classes} />
            <Mistakes judgement={shown.judgement} classes={classes} set={set} />
          </div>
        </>
      )}
    </section>
  )
}

interface MistakesProps {
  judgement: Judgement
  classes: readonly string[]
  set: LabControls<'cnn-lab'>['set']
}

const Mistakes = memo(function Mistakes({ judgement: { mistakes, pictures, said }, classes, set }: MistakesProps) {
  if (mistakes.length === 0) return <p className="m-0 text-sm">No held-back image is taken for something else.</p>
  return (
    <ImageGallery
      title={`The ${mistakes.length} mistakes that it is surest of`}
      samples={pictures}
      places={mistakes}
      classes={classes}
      said={{
        classes: mistakes.map((place) => said.classes[place] ?? 0),
        confidence: mistakes.map((place) => said.confidence[place] ?? 0),
      }}
      onChoose={(image) => set({ image: image + 1 }, { silent: true })}
    />
  )
})

interface PicturesProps {
  look: Look
  label: string
  settings: CnnSettings
  set: LabControls<'cnn-lab'>['set']
  classes: readonly string[]
}

function Pictures({ look: { learnt, image }, label, settings, set, classes }: PicturesProps) {
  const filters = learnt.weights.find(({ name }) => name === '0.weight')
  const [maps] = image.maps
  const [is = 0] = image.picture.labels
  const [taken = 0] = image.said.classes
  const [confidence = 0] = image.said.confidence
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 @4xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="flex flex-col gap-3">
        <p className="m-0 font-semibold text-sm">Filters of the first layer</p>
        {filters === undefined ? null : (
          <>
            <FilterPictures filters={filters} />
            <p className="m-0 text-muted text-sm">
              The 27 weights of each as a colour picture of 3 × 3: grey is 0, and what a filter looks for is bright.
            </p>
            <FilterTable filters={filters} />
          </>
        )}
        <p className="m-0 mt-2 font-semibold text-sm">The image</p>
        <div className="flex items-start gap-4">
          <div className="w-28 shrink-0">
            <Picture samples={image.picture} index={0} label={`Test image ${image.place + 1}: ${classes[is]}`} />
          </div>
          <div className="flex min-w-0 flex-col gap-2 text-sm">
            <span className="inline-flex flex-wrap items-center gap-2">
              <span aria-hidden="true">Image</span>
              <CompactNumber
                {...numberSetting({ name: 'cnn-lab', settings, set }, 'image')}
                label="Image"
                value={image.place + 1}
                max={settings.held}
                step={1}
                onChange={(value) => set({ image: value }, { silent: true })}
              />
            </span>
            <p className="m-0">
              A held-back {classes[is]}. {label} says <strong>{classes[taken]}</strong>, {formatPercent(confidence, 0)}{' '}
              sure.
            </p>
          </div>
        </div>
      </div>
      {maps === undefined ? null : (
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="m-0 font-semibold text-sm">Feature maps, behind the activation</p>
            <Segmented
              legend="Block"
              value={String(settings.block)}
              options={['1', '2', '3'].map((value) => ({ value, label: `Block ${value}` }))}
              onChange={(value) => set({ block: Number(value) }, { silent: true })}
            />
          </div>
          <FeatureMaps maps={maps} />
          <p className="m-0 text-muted text-sm">
            {maps.channels} maps of {maps.height} × {maps.width}. Blue is above 0, orange below, and{' '}
            {formatPercent(zeroShare(maps), 0)} are exactly 0. Where ReLU is silent, nothing comes back to learn from.
          </p>
          <ChannelTable maps={maps} />
        </div>
      )}
    </div>
  )
}

function waitingText(status: string | undefined, trains: boolean, isLooking: boolean): string {
  if (trains) return 'Looked into when nothing trains, so that the times are of the training alone: pause, or wait.'
  if (status === 'diverged') return 'This run diverged: there is no network to look into.'
  if (isLooking) return 'Looking into it …'
  return 'Train it first: its filters, feature maps, confusion matrix and worst mistakes come here.'
}
