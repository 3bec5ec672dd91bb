/** What is said of units: names, states, deaths. Pure. */
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import type { ActivationName } from '@/lib/engine'
import { activations } from '@/lib/engine'
import type { Death, UnitState } from '@/lib/training/dead-units/unit-history'
import type { CausePart, UnitCause } from '@/lib/training/dead-units/unit-protocol'
import { isSilentBelowZero } from './dead-unit-spec'

/** What a cell shows: under an activation that leaks nobody is dead, and some would be under ReLU. */
export type CellLook = UnitState | 'shut'

export function lookOf(state: UnitState, activation: ActivationName): CellLook {
  return state === 'dead' && !isSilentBelowZero(activation) ? 'shut' : state
}

export const LOOK_NAMES: Record<CellLook, string> = {
  awake: 'awake',
  'silent-in-batch': 'silent on the next batch',
  dead: 'dead',
  shut: 'would be dead under ReLU',
}

export const LOOK_MEANINGS: Record<CellLook, string> = {
  awake: 'speaks on some examples of the batch that comes next',
  'silent-in-batch': 'speaks on none of that batch, but on some training example',
  dead: 'zero on every training example',
  shut: 'its sum is below zero on every training example, and the activation lets some of it through',
}

export const unitName = (layer: number, unit: number, layers: number) =>
  layers === 1 ? `Unit ${unit + 1}` : `Layer ${layer + 1}, unit ${unit + 1}`

export function activationName(name: ActivationName, value: number): string {
  const [parameter] = activations[name].parameters
  return parameter === undefined
    ? activations[name].title
    : `${activations[name].title}, ${parameter.symbol} = ${formatNumber(value, 3)}`
}

/** A unit's whole life up to a step, in a sentence or two. */
export function lifeSentence(deaths: readonly Death[], step: number): string {
  if (deaths.length === 0)
    return `It was awake on some training example after each of the ${formatNumber(step, 7)} steps so far.`
  return deaths
    .map(({ died, back }) => {
      const begin =
        died === 0
          ? 'It was dead before the first step'
          : `Step ${formatNumber(died, 7)} silenced it on the last training example`
      return back === null ? `${begin}.` : `${begin}; step ${formatNumber(back, 7)} woke it again.`
    })
    .join(' ')
}

/** What killed it, as far as the numbers say it. */
export function causeSentences(cause: UnitCause): string[] {
  const { awakeBefore, awakeAfter, awakeByItsOwn, before, after } = cause
  const count = awakeBefore.length
  const moved = before.some((value, i) => value !== after[i])
  return [
    `Just before, it was still awake on ${count === 1 ? 'one training example' : `${count} training examples`}.`,
    ...(moved
      ? pushSentences(cause)
      : ['The step changed none of its own weights: what it reads from the layer below has changed.']),
    ...(moved && awakeAfter.length === 0 && awakeByItsOwn > 0
      ? [
          `With its own weights alone changed it would still be awake on ${awakeByItsOwn}: what it reads from the layer below changed, too.`,
        ]
      : []),
  ]
}

function pushSentences(cause: UnitCause): string[] {
  const { parts, shares } = cause
  const reached = parts.filter(({ length }) => length > 0).length
  const pushed = parts.filter(({ along }) => along > 0).length
  const batch = `${parts.length} examples of its batch`
  const first =
    reached === 0 ? `None of the ${batch} reached it.` : `Of the ${batch}, ${pushed} pushed it the way it went.`
  const hardest = hardestOf(cause)
  if (hardest === null) return [first]
  const share = hardest.share === null ? '' : `, with ${percentText(hardest.share)} of the change`
  const when =
    hardest.step === cause.step
      ? 'of that batch'
      : `in the batch of step ${formatNumber(hardest.step, 7)}, as momentum keeps it`
  const second = `Hardest pushed example ${hardest.example + 1} ${when}${share}.`
  if (shares === null || cause.earlier.length === 0) return [first, second]
  const third = `Its own batch made ${percentText(shares.batch)} of the change, momentum of those before it ${percentText(shares.earlier)}.`
  return [first, second, third]
}

const percentText = (share: number) =>
  formatPercent(share, 0)
    .replace(/^-0(?!\.)/, '0')
    .replace('-', '−')

/** All that moved it, the hardest push first. */
export function byPush({ parts, earlier }: Pick<UnitCause, 'parts' | 'earlier'>): CausePart[] {
  return [...parts, ...earlier].sort((a, b) => b.along - a.along || b.step - a.step || a.example - b.example)
}

/** Null where nobody pushed it the way it went. */
export function hardestOf(cause: Pick<UnitCause, 'parts' | 'earlier'>): CausePart | null {
  const [hardest] = byPush(cause)
  return hardest !== undefined && hardest.along > 0 ? hardest : null
}
