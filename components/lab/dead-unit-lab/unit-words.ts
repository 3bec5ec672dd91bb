/** What is said of units: names, states, deaths. Pure. */
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import type { ActivationName } from '@/lib/engine'
import { activations } from '@/lib/engine'
import type { Death, UnitState } from '@/lib/training/dead-units/unit-history'
import type { UnitCause } from '@/lib/training/dead-units/unit-protocol'
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
export function causeSentences({
  awakeBefore,
  awakeAfter,
  awakeByItsOwn,
  parts,
  leftOver,
  before,
  after,
}: UnitCause): string[] {
  const count = awakeBefore.length
  const still = `Just before, it was still awake on ${count === 1 ? 'one training example' : `${count} training examples`}.`
  const moved = before.some((value, i) => value !== after[i])
  const [worst] = byPart(parts)
  const pushed = parts.filter(({ along }) => along > 0).length
  const sentences = [still]
  if (!moved)
    sentences.push('The step changed none of its own weights: what it reads from the layer below has changed.')
  else if (worst === undefined || worst.length === 0) {
    sentences.push('No example of the batch reached it. What moved it was left over from earlier steps, by momentum.')
  } else {
    const share = worst.share === null ? '' : `, ${formatPercent(worst.share, 0)} of the way it went`
    sentences.push(
      `Of the ${parts.length} examples of the batch, ${pushed} pushed it the way it went, example ${worst.example + 1} the hardest${share}.`,
    )
    if (leftOver !== null && Math.abs(leftOver) >= 0.005) {
      sentences.push(
        leftOver > 0
          ? `${formatPercent(leftOver, 0)} came from earlier steps, by momentum.`
          : `Momentum of earlier steps held against it, by ${formatPercent(-leftOver, 0)}.`,
      )
    }
  }
  if (moved && awakeAfter.length === 0 && awakeByItsOwn > 0) {
    sentences.push(
      `With its own weights alone changed it would still be awake on ${awakeByItsOwn}: what it reads from the layer below changed, too.`,
    )
  }
  return sentences
}

/** The hardest push first. */
export function byPart(parts: UnitCause['parts']): UnitCause['parts'] {
  return parts.toSorted((a, b) => b.along - a.along || a.example - b.example)
}
