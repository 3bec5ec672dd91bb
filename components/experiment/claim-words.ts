/** A claim's number in words: what is read, what was found, what was claimed. The statement itself is its author's. */
import { formatNumber } from '@/components/plot/format-number'
import type { ClaimVerdict } from '@/lib/experiment/check-claims'
import { type Claim, type ComparedSource, secondSource } from '@/lib/experiment/claim'

/** Above the claims, before there are verdicts. */
export const CLAIMS_UNSEEN = 'What the lesson claims about this recipe: look after you ran it'
/** Below them. */
export const CLAIMS_UNJUDGED = 'Run the recipe unchanged, to its end, and each claim is judged by what your runs show.'
/** Under one that these runs are only half of. */
export const COMPARES_RECIPES = 'Compares two recipes: the project’s tests train both, and hold one against the other.'

const SHARES = ['dead-units', 'saturation', 'activation-histogram', 'calibration']

/** `gradient norm at layer 4 ÷ gradient norm at layer 0` */
export function whatIsRead(claim: Claim): string {
  const second = secondSource(claim)
  return second === null ? nameOf(claim) : `${nameOf(claim)} ${claim.as === 'difference' ? '−' : '÷'} ${nameOf(second)}`
}

/** `at least 60 %` */
export function claimedBounds(claim: Claim): string {
  const { atLeast, atMost } = claim
  // Seven digits keep every bound as its author wrote it.
  const [low, high] = [atLeast, atMost].map((bound) => (bound === undefined ? null : amount(claim, bound, 7)))
  return [low ? `at least ${low}` : null, high ? `at most ${high}` : null]
    .filter((bound) => bound !== null)
    .join(' and ')
}

/** What the runs showed, and what was claimed. */
export function verdictWords(claim: Claim, verdict: ClaimVerdict): string {
  const unread = verdict.values.find(({ value }) => value === null || Number.isNaN(value))
  if (unread) return `seed ${unread.seed} has no reading of ${whatIsRead(claim)}.`
  // A number that misses its bound narrowly must not be rounded onto it.
  const found = verdict.tested.map((value) => amount(claim, value, verdict.holds ? 4 : 7)).join(', ')
  return `${whatIsRead(claim)}${whoseNumber(claim, verdict)}: ${found}; claimed ${claimedBounds(claim)}.`
}

function whoseNumber({ seeds = 'every' }: Claim, { values }: ClaimVerdict): string {
  if (values.length < 2) return ''
  if (seeds === 'every') return `, seeds ${values.map(({ seed }) => seed).join(', ')}`
  return `, ${seeds === 'deviation' ? 'standard deviation' : seeds} of ${values.length} seeds`
}

function nameOf({ metric, probe, layer, detail, atStep, experiment }: ComparedSource): string {
  const name =
    metric?.replace('-', ' ') ?? `${probe?.replaceAll('-', ' ')}${detail === undefined ? '' : ` (${detail})`}`
  const where = metric !== undefined || layer === undefined ? '' : ` at layer ${layer}`
  const when = atStep === undefined ? '' : ` after step ${atStep}`
  return `${name}${where}${when}${experiment === undefined ? '' : ` in “${experiment}”`}`
}

/** Shares in per cent, as the gauges and charts show them. */
function amount(claim: Claim, value: number, digits: number): string {
  return isShare(claim) ? `${formatNumber(100 * value, digits)}\u00a0%` : formatNumber(value, digits)
}

function isShare({ metric, probe, detail, comparedTo }: Claim): boolean {
  if (comparedTo !== undefined) return false
  return metric?.endsWith('accuracy') ?? (detail === undefined && SHARES.includes(probe ?? ''))
}
