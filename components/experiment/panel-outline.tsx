/**
 * The place that the panel will take, in the page from the start: a jump to a later section then lands where it should,
 * and stays. It draws nothing; each part is as high as its counterpart in experiment-panel.tsx before a run, and
 * e2e/budget.spec.ts compares the two.
 */
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import type { ExperimentSpec } from '@/lib/engine'
import { CLAIMS_UNJUDGED, CLAIMS_UNSEEN } from './claim-words'
import { epochChoices, imageChoices, settingsOf } from './experiment-settings'
import { FIT_HEIGHT, PICTURES_GRID, SETTINGS_GRID } from './panel-layout'
import { pictureKind } from './picture-kind'
import { GaugesOutline } from './probes/gauges-outline'

interface PanelOutlineProps {
  spec: ExperimentSpec
  hasClaims: boolean
  repairable: boolean
}

export function PanelOutline({ spec, hasClaims, repairable }: PanelOutlineProps) {
  const picture = pictureKind(spec)
  return (
    <div aria-hidden="true" data-outline className="invisible flex min-w-0 flex-col gap-6 noscript:hidden">
      <div className={SETTINGS_GRID}>
        {fieldsOf(spec, repairable).map((field) => (
          <div key={field} className="h-17.5" />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {['Run', 'Step', 'Stop', 'Reset'].map((label) => (
          <span key={label} className={buttonClass('secondary')}>
            <span className="size-4" />
            {label}
          </span>
        ))}
      </div>
      <div className="flex flex-col gap-2">
        <div className="h-8.5" />
        <div className="grid h-19 sm:h-9" />
      </div>
      <div className="grid gap-6 md:grid-cols-2">
        <ChartPlace height={240} />
        <ChartPlace height={240} />
      </div>
      {picture !== null || (spec.probes ?? []).length > 0 ? (
        <div className={PICTURES_GRID}>
          {picture === 'plane' ? <PlanePlace /> : null}
          {picture === 'line' ? <ChartPlace height={FIT_HEIGHT} /> : null}
          <GaugesOutline spec={spec} />
        </div>
      ) : (
        <div />
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={buttonClass('secondary', 'md')}>
          <span className="size-4" />
          Export
          <span className="size-4" />
        </span>
        <span className="min-h-5 flex-1 basis-48" />
      </div>
      {hasClaims ? (
        <div className="flex flex-col gap-2">
          <p className="min-h-11 py-2 font-semibold text-sm">{CLAIMS_UNSEEN}</p>
          <p className="text-sm">{CLAIMS_UNJUDGED}</p>
        </div>
      ) : null}
    </div>
  )
}

/** Those that settings-form.tsx has for this recipe. */
function fieldsOf(spec: ExperimentSpec, repair: boolean): string[] {
  const settings = settingsOf(spec)
  const asked = {
    repair,
    activation: spec.model.some(({ layer }) => layer === 'activation'),
    images: imageChoices(spec, settings).length > 1,
    epochs: epochChoices(spec, settings).length > 1,
  }
  return ['rate', 'seeds', ...Object.entries(asked).flatMap(([name, shown]) => (shown ? [name] : []))]
}

/** Title, legend, picture, table: as in components/plot/line-chart.tsx. */
function ChartPlace({ height }: { height: number }) {
  return (
    <Figure title="h-9">
      <div style={{ height }} />
    </Figure>
  )
}

/** As in components/plot/decision-plane.tsx. */
function PlanePlace() {
  return (
    <Figure title="h-5">
      <div className="aspect-square w-full" />
    </Figure>
  )
}

function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className={title} />
      <div className="h-5" />
      {children}
      <div className="h-9" />
    </div>
  )
}
