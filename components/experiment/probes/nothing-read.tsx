import { Gauge } from 'lucide-react'
import { Fragment } from 'react'
import { blockText, networkBlocks } from '@/components/experiment/network-words'
import type { ExperimentSpec } from '@/lib/engine'
import { GaugesOutline } from './gauges-outline'
import { whatProbesRead } from './probe-words'

/** What stands in the gauges' place, as high as they will be, until something was read. */
export function NothingRead({ spec }: { spec: ExperimentSpec }) {
  return (
    <div className="relative min-w-0 text-sm">
      <div aria-hidden="true" className="invisible">
        <GaugesOutline spec={spec} />
      </div>
      <div className="absolute inset-0 flex flex-col">
        <p className="font-semibold">Inside the network</p>
        <div className="mt-4 flex min-h-0 flex-1 flex-col flex-wrap gap-x-10 gap-y-3 overflow-hidden rounded-card border border-line-strong border-dashed px-5 py-4">
          <div className="flex w-full gap-3">
            <Gauge aria-hidden="true" className="size-5 shrink-0 text-accent" />
            <p className="text-muted">
              At the end of each epoch you see here, layer by layer: {whatProbesRead(spec.probes ?? [])}.
            </p>
          </div>
          {/* Where it does not fit below, it wraps out of sight: a list is shown whole or not at all. */}
          <dl className="grid w-full grid-cols-[auto_1fr] gap-x-3">
            {networkBlocks(spec.model).map((block) => (
              <Fragment key={block.first}>
                <dt className="text-muted tabular-nums">
                  {block.first === block.last ? block.first : `${block.first}–${block.last}`}
                </dt>
                <dd className="border-line-strong border-l pb-1.5 pl-3">{blockText(block)}</dd>
              </Fragment>
            ))}
          </dl>
        </div>
      </div>
    </div>
  )
}
