'use client'

/** The row that runs the playground's networks, with the numbers that matter there. */
import { RunBar, type Speed } from '@/components/lab/run-bar'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import type { PlanePlayer, PlaneSnapshot } from '@/lib/training/plane/plane-player'
import { finalAccuracies } from './seed-curves'

interface RunPanelProps {
  player: PlanePlayer
  snapshot: PlaneSnapshot
  /** Of one run; 0 where nothing can be run. */
  steps: number
  epochs: number
  /** Why nothing can be run. */
  problem: string | null
  speed: Speed
  onSpeed: (speed: Speed) => void
  onRun: () => void
}

export function RunPanel({ epochs, problem, ...bar }: RunPanelProps) {
  const { snapshot, steps } = bar
  const step = Math.max(0, ...snapshot.runs.map((run) => run.step))
  const facts = [
    { name: 'Epoch', value: `${formatNumber(snapshot.runs[0]?.epoch ?? 0, 7)} of ${formatNumber(epochs, 7)}` },
    { name: 'Step', value: `${formatNumber(step, 7)} of ${formatNumber(steps, 7)}` },
    { name: 'Loss, latest batch', value: lossText(snapshot) },
    { name: 'Right, held back', value: accuracyText(snapshot) },
  ]
  return <RunBar {...bar} blocked={problem !== null} label={seedsText(snapshot)} facts={facts} />
}

/** `Seeds 1, 2, 3`: which runs there are, as soon as that is known. */
function seedsText({ plan }: PlaneSnapshot): string {
  const seeds = plan?.seeds ?? []
  return seeds.length === 0 ? 'Not started' : `${seeds.length === 1 ? 'Seed' : 'Seeds'} ${seeds.join(', ')}`
}

function lossText({ runs }: PlaneSnapshot): string {
  const losses = runs.flatMap(({ loss, end }) => (loss === null || end?.outcome === 'diverged' ? [] : [loss]))
  return losses.length === 0 ? '–' : formatNumber(losses.reduce((sum, loss) => sum + loss, 0) / losses.length, 4)
}

/** Of several seeds the mean, and from where to where. */
function accuracyText({ runs }: PlaneSnapshot): string {
  const all = finalAccuracies(runs)
  if (all.length === 0) return '–'
  const mean = formatPercent(all.reduce((sum, one) => sum + one, 0) / all.length, 1)
  if (all.length === 1) return mean
  return `${mean} (${formatPercent(Math.min(...all), 0)}–${formatPercent(Math.max(...all), 0)})`
}
