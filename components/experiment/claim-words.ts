/** A claim's number in words: what is read, what was found, what was claimed. The statement itself is its author's. */
import { formatNumber } from '@/components/plot/format-number'
import type { ClaimVerdict } from '@/lib/experiment/check-claims'
import type { Claim, ClaimSource } from '@/lib/experiment/claim'

/** Above the claims, before there are verdicts. */
export const CLAIMS_UNSEEN = 'What the lesson claims about this recipe: look after you ran it'
/** Below them. */
export const CLAIMS_UNJUDGED = 'Run the recipe unchanged, to its end, and each claim is judged by what your runs show.'

const SHARES = ['dead-units', 'saturation', 'activation-histogram', 'calibration']

/** `gradient norm at layer 4 ÷ gradient norm at layer 0` */
export function whatIsRead(claim: Claim): string {
  const { comparedTo } = claim
  if (comparedTo === undefined) return nameOf(claim)
  const own = comparedTo.probe !== undefined || comparedTo.metric !== undefined
  const { probe, metric, layer, detail, atStep } = claim
  const second = { ...(own ? {} : { probe, metric }), layer, detail, atStep, ...comparedTo }
  return `${nameOf(claim)} ${claim.as === 'difference' ? '−' : '÷'} ${nameOf(second)}`
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
  return seeds === 'every'
    ? `, seeds ${values.map(({ seed }) => seed).join(', ')}`
    : `, ${seeds} of ${values.length} seeds`
}

function nameOf({ metric, probe, layer, detail, atStep }: ClaimSource): string {
  const name =
    metric?.replace('-', ' ') ?? `${probe?.replaceAll('-', ' ')}${detail === undefined ? '' : ` (${detail})`}`
  return `${name}${metric !== undefined || layer === undefined ? '' : ` at layer ${layer}`}${atStep === undefined ? '' : ` after step ${atStep}`}`
}

/** Shares in per cent, as the gauges and charts show them. */
function amount(claim: Claim, value: number, digits: number): string {
  return isShare(claim) ? `${formatNumber(100 * value, digits)}\u00a0%` : formatNumber(value, digits)
}

function isShare({ metric, probe, detail, comparedTo }: Claim): boolean {
  if (comparedTo !== undefined) return false
  return metric?.endsWith('accuracy') ?? (detail === undefined && SHARES.includes(probe ?? ''))
}
