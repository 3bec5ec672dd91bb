import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import type { ClaimVerdict } from '@/lib/experiment/check-claims'
import type { Claim } from '@/lib/experiment/claim'
import { CLAIMS_UNJUDGED, CLAIMS_UNSEEN, COMPARES_RECIPES, verdictWords } from './claim-words'

interface ClaimListProps {
  claims: readonly Claim[]
  /** Null while there is nothing to judge by. */
  verdicts: readonly ClaimVerdict[] | null
  isChanged: boolean
}

/**
 * What the lesson claims about this recipe, and whether the run in this tab bore it out. Closed until there are
 * verdicts: the reader is asked to predict first, and then to run.
 */
export function ClaimList({ claims, verdicts, isChanged }: ClaimListProps) {
  if (claims.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      <details open={verdicts !== null}>
        <summary className="min-h-11 py-2 font-semibold text-sm">
          {verdicts === null ? CLAIMS_UNSEEN : 'What the lesson claims about this recipe'}
        </summary>
        <ul className="flex list-none flex-col gap-2 p-0 text-[0.95rem]">
          {claims.map((claim) => {
            const verdict = verdicts?.find(({ id }) => id === claim.id)
            return (
              <li key={claim.id} className="m-0 flex gap-2.5">
                <VerdictIcon holds={verdict?.holds} />
                <div className="min-w-0">
                  {claim.statement ?? claim.id}
                  {verdict ? (
                    <span className={verdict.holds ? 'block text-good text-sm' : 'block text-bad text-sm'}>
                      {verdict.holds ? 'Holds in your runs: ' : 'Not met in your runs: '}
                      {verdictWords(claim, verdict)}
                    </span>
                  ) : null}
                  {claim.comparedTo?.experiment === undefined ? null : (
                    <span className="block text-muted text-sm">{COMPARES_RECIPES}</span>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      </details>
      {verdicts === null ? (
        <p className="text-muted text-sm">
          {isChanged
            ? 'Claims are about the recipe as published; with other settings they are not judged. Reset brings it back.'
            : CLAIMS_UNJUDGED}
        </p>
      ) : null}
    </div>
  )
}

function VerdictIcon({ holds }: { holds: boolean | undefined }) {
  const className = 'mt-1 size-4 shrink-0'
  if (holds === undefined) return <CircleDashed aria-hidden="true" className={`${className} text-muted`} />
  return holds ? (
    <CircleCheck aria-hidden="true" className={`${className} text-good`} />
  ) : (
    <CircleX aria-hidden="true" className={`${className} text-bad`} />
  )
}
