/** From what is set to what is trained: the reference CNN with each of some activations and seeds. Pure. */
import { recipeVersion } from '@/components/experiment/recipe-version'
import { fittingInit } from '@/components/lab/fitting-init'
import type { LabSettings } from '@/components/lab/use-lab-settings'
import { type ActivationLook, activationLook } from '@/components/training/activation-look'
import { referenceCnn } from '@/components/training/reference-cnn'
import {
  type ActivationName,
  activations,
  checkSpec,
  type DataSpec,
  type ExperimentSpec,
  type OptimizerSpec,
} from '@/lib/engine'
import type { RunRequest } from '@/lib/training/protocol'

export type CnnSettings = LabSettings<'cnn-lab'>
export type CnnNetwork = CnnSettings['nets'][number]

export interface PlannedNetwork extends ActivationLook {
  id: string
  /** One run a seed. */
  requests: RunRequest[]
}

/** What the settings ask for, or why it cannot be. */
export type CnnPlan = { networks: PlannedNetwork[]; problem: string | null }

export function planOf(settings: CnnSettings): CnnPlan {
  const seeds = seedsOf(settings)
  let mixed = 0
  const networks = settings.nets.map((network): PlannedNetwork => {
    const spec = specOf(settings, network)
    const version = recipeVersion(spec)
    return {
      id: network.join('.'),
      ...lookOf(network, isWhole(network) ? 0 : mixed++),
      requests: seeds.map((seed) => ({ key: `${version} ${seed}`, spec: { ...spec, seeds: [seed] }, seed })),
    }
  })
  const specs = networks.flatMap(({ requests }) => requests[0]?.spec ?? [])
  return { networks, problem: specs.flatMap((spec) => checkSpec(spec))[0]?.message ?? null }
}

/** All networks with one seed before the next seed: a comparison is whole as early as it can be. */
export function inTurns(networks: readonly PlannedNetwork[]): RunRequest[] {
  const seeds = networks[0]?.requests.length ?? 0
  return Array.from({ length: seeds }, (_, n) => networks.flatMap(({ requests }) => requests[n] ?? [])).flat()
}

function specOf(settings: CnnSettings, network: CnnNetwork): ExperimentSpec {
  return {
    version: 1,
    data: dataOf(settings),
    model: referenceCnn(network, settings.init === 'fitting' ? fittingInit : undefined),
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: optimizerOf(settings),
    schedule: { kind: 'constant' },
    batch: settings.batch,
    epochs: settings.epochs,
    seeds: [],
  }
}

function dataOf({ data, images: train, held: validation }: CnnSettings): DataSpec {
  const selection = { train, validation, standardise: 'per-channel' } as const
  if (data === 'drawn-ten') return { kind: data, ...selection, seed: 0 }
  return { kind: data, ...selection, augment: [] }
}

function optimizerOf({ opt, lr: learningRate, mom: momentum }: CnnSettings): OptimizerSpec {
  return opt === 'sgd' ? { kind: opt, learningRate, momentum } : { kind: opt, learningRate }
}

/** Learning rates that each is usually given. */
export const USUAL_RATES = { adam: 0.001, adamw: 0.001, rmsprop: 0.001, sgd: 0.01 } as const

function seedsOf({ seed, seeds }: CnnSettings): number[] {
  return Array.from({ length: seeds }, (_, index) => seed + index)
}

export const isWhole = ([first, ...others]: CnnNetwork) => others.every((name) => name === first)

const MIXED_DASHES = ['1 4', '9 3', '4 2 1 2', '12 4 2 4', '6 6']

/** A network of several activations has no colour of its own; `place`: which of those it is. */
function lookOf(network: CnnNetwork, place: number): ActivationLook {
  if (isWhole(network)) return activationLook(network[0])
  const dash = MIXED_DASHES[place] ?? '1 4'
  return { label: labelOf(network), color: 'var(--act-other)', dash }
}

const labelOf = (names: readonly ActivationName[]) => names.map((name) => activations[name].title).join(' · ')

/** What a network is called: its activation, or those of its blocks where they differ. */
export function networkLabel({ model }: Pick<ExperimentSpec, 'model'>): string {
  const names = model.flatMap((layer) =>
    layer.layer === 'activation' && layer.name !== 'expression' ? layer.name : [],
  )
  return new Set(names).size === 1 ? labelOf(names.slice(0, 1)) : labelOf(names)
}
