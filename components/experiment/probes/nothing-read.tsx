import { Gauge } from 'lucide-react'
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
        <div className="mt-4 flex min-h-0 flex-1 items-start justify-center gap-3 overflow-hidden rounded-card border border-line-strong border-dashed px-5 py-4">
          <Gauge aria-hidden="true" className="size-5 shrink-0 text-accent" />
          <p className="max-w-xs text-balance text-muted">
            At the end of each epoch you see here, layer by layer: {whatProbesRead(spec.probes ?? [])}.
          </p>
        </div>
      </div>
    </div>
  )
}
