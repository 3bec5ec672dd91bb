/**
 * The activation-histogram probe as pictures and as a table: two small histograms a layer. What a bin is, and how wide, the
 * engine decides (lib/engine/probes/activation-histogram.ts); bars are drawn by components/plot/histogram.tsx.
 */
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { Histogram } from '@/components/plot/histogram'
import type { ProbeReading } from '@/lib/engine'
import type { NamedLayer } from './layer-names'
import { ProbeSection } from './probe-section'
import { HISTOGRAM_WORDS } from './probe-words'

const BINS_A_SIDE = 16
const SIDES = { input: 'Before', output: 'After' } as const
type Side = keyof typeof SIDES
const SIDE_NAMES = Object.keys(SIDES) as Side[]

interface Spread {
  /** Of a bin. */
  width: number
  zeros: number
  notFinite: number
  /** From −16·width up. */
  counts: number[]
}

function spreadOf(reading: ProbeReading | undefined, side: Side): Spread | null {
  if (!reading) return null
  const read = (name: string) => reading.details[`${side}.${name}`] ?? 0
  const counts = Array.from({ length: 2 * BINS_A_SIDE }, (_, bin) => read(`bin${bin - BINS_A_SIDE}`))
  return { width: read('width'), zeros: read('zeros'), notFinite: read('notFinite'), counts }
}

interface ActivationHistogramsProps {
  layers: readonly NamedLayer[]
  /** Where the table has more of them than the picture. */
  tableLayers?: readonly NamedLayer[]
  readings: readonly ProbeReading[]
  /** Layers side by side, where there is room. */
  sideBySide?: boolean
}

/** Before and after each activation layer: how its numbers are spread. */
export function ActivationHistograms(props: ActivationHistogramsProps) {
  const { layers, tableLayers = layers, readings, sideBySide = false } = props
  const readingOf = (layer: number) => readings.find((one) => one.layer === layer)
  return (
    <ProbeSection
      {...HISTOGRAM_WORDS}
      head={['Layer', 'Side', 'From', 'To', 'Numbers']}
      rows={() => histogramRows(tableLayers, readings)}
    >
      <div className={sideBySide ? 'grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 gap-y-3' : 'contents'}>
        {layers.map(({ layer, name }) => (
          <div key={layer} className="grid grid-cols-2 gap-x-3">
            <p className="col-span-2">
              Layer {layer} ({name})
            </p>
            {SIDE_NAMES.map((side) => (
              <Side key={side} name={SIDES[side]} spread={spreadOf(readingOf(layer), side)} />
            ))}
          </div>
        ))}
      </div>
    </ProbeSection>
  )
}

function Side({ name, spread }: { name: string; spread: Spread | null }) {
  const { counts, zeros, notFinite, width } = spread ?? { counts: [], zeros: 0, notFinite: 0, width: 0 }
  const all = counts.reduce((sum, count) => sum + count, zeros + notFinite)
  const end = formatNumber(BINS_A_SIDE * width, 3)
  return (
    <div className="min-w-0 text-muted text-xs tabular-nums">
      <p className="flex justify-between gap-2 whitespace-nowrap">
        <span>{name}</span>
        <span>{spread ? `${formatPercent(zeros / all)} zero` : 'not read yet'}</span>
      </p>
      <Histogram counts={counts} zeros={zeros} height={48} />
      <p className="flex min-h-4 justify-between">
        {spread ? (
          <>
            <span>−{end}</span>
            <span>0</span>
            <span>{end}</span>
          </>
        ) : null}
      </p>
    </div>
  )
}

/** Every bin that is not empty, layer by layer, from below. */
export function histogramRows(layers: readonly NamedLayer[], readings: readonly ProbeReading[]): string[][] {
  return layers.flatMap(({ layer, name }) =>
    SIDE_NAMES.flatMap((side) => {
      const spread = spreadOf(
        readings.find((one) => one.layer === layer),
        side,
      )
      return spread ? rowsOf(`${layer} (${name})`, SIDES[side], spread) : []
    }),
  )
}

function rowsOf(layer: string, side: string, { counts, zeros, notFinite, width }: Spread): string[][] {
  const bound = (bin: number) => formatNumber((bin - BINS_A_SIDE) * width, 3)
  const bins = counts.map((count, bin) => ({ from: bound(bin), to: bound(bin + 1), count }))
  const middle = { from: '0', to: '0', count: zeros }
  const outside = { from: 'NaN', to: '±∞', count: notFinite }
  return [...bins.slice(0, BINS_A_SIDE), middle, ...bins.slice(BINS_A_SIDE), outside]
    .filter(({ count }) => count > 0)
    .map(({ from, to, count }) => [layer, side, from, to, formatNumber(count, 9)])
}
