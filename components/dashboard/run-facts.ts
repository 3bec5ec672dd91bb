/** What a stored run says about itself, read leniently: specs of every age are in the log. */
import { activations } from '@/lib/engine'
import type { EventOf } from '@/lib/events/event'

type RunEvent = EventOf<'run-finished'>

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The activations of the run's layers, each once, in order; empty for a network without any. */
export function activationsOf({ payload }: RunEvent): string[] {
  const { model } = payload.spec
  if (!Array.isArray(model)) return []
  const names = model.flatMap((layer: unknown) =>
    isRecord(layer) && layer.layer === 'activation' && typeof layer.name === 'string' ? [layer.name] : [],
  )
  return [...new Set(names)]
}

/** A name as the log has it, in words where it is one of ours. */
export function activationTitle(name: string): string {
  return Object.values(activations).find((activation) => activation.name === name)?.title ?? name
}

const DATA_TITLES: Record<string, string> = {
  spiral: 'two spirals',
  moons: 'two moons',
  circles: 'two circles',
  xor: 'four squares',
  gaussians: 'round clouds',
  function: 'a function',
  cifar10: 'CIFAR-10',
  'drawn-ten': 'drawn stand-in (not CIFAR-10)',
}

export function dataTitleOf({ payload }: RunEvent): string {
  const { data } = payload.spec
  const kind = isRecord(data) && typeof data.kind === 'string' ? data.kind : 'unknown data'
  return Object.hasOwn(DATA_TITLES, kind) ? (DATA_TITLES[kind] ?? kind) : kind
}

export interface ActivationResult {
  activation: string
  data: string
  runs: number
  /** Of the runs that finished with an accuracy; null when none did. */
  meanAccuracy: number | null
  bestAccuracy: number | null
  diverged: number
}

/** Runs of one challenge side by side: by activation and data set, since only the same data compare. */
export function compareActivations(runs: readonly RunEvent[]): ActivationResult[] {
  const groups = new Map<string, RunEvent[]>()
  for (const run of runs) {
    const key = JSON.stringify([activationsOf(run).join(' + ') || 'none', dataTitleOf(run)])
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return [...groups].map(([key, group]) => {
    const [activation, data] = JSON.parse(key) as [string, string]
    const accuracies = group.flatMap(({ payload }) =>
      payload.outcome === 'finished' && payload.validation.accuracy !== null ? [payload.validation.accuracy] : [],
    )
    return {
      activation,
      data,
      runs: group.length,
      meanAccuracy: accuracies.length === 0 ? null : accuracies.reduce((sum, one) => sum + one, 0) / accuracies.length,
      bestAccuracy: accuracies.length === 0 ? null : Math.max(...accuracies),
      diverged: group.filter(({ payload }) => payload.outcome === 'diverged').length,
    }
  })
}
