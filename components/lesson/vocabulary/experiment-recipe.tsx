import { Check } from 'lucide-react'
import type { LessonExperiment } from '@/components/lesson/lesson-data'
import { describeClaim, describeRecipe } from './describe-experiment'

interface Props {
  experiment: LessonExperiment
  /** Fragment id, for a recipe that stands nowhere else on the page. */
  anchor?: string | undefined
}

/** The recipe as a table and the claims as sentences: the whole experiment for whoever does not run it. */
export function ExperimentRecipe({ experiment, anchor }: Props) {
  return (
    <details
      id={anchor}
      className="rounded-card border border-line bg-surface font-sans text-[0.95rem] target:border-accent"
    >
      <summary className="flex min-h-12 items-center gap-3 px-5 py-2 font-medium">
        <span className="min-w-0 flex-1">{experiment.title}</span>
        <span className="shrink-0 font-normal text-muted text-sm">{`${experiment.claims.length} checked`}</span>
      </summary>
      <div className="border-line border-t px-5 py-4">
        {experiment.summary === undefined ? null : <p className="text-muted">{experiment.summary}</p>}
        <ClaimList experiment={experiment} />
        <RecipeTable experiment={experiment} />
      </div>
    </details>
  )
}

export function ClaimList({ experiment }: { experiment: LessonExperiment }) {
  return (
    <ul className="mt-3 grid list-none gap-1.5 pl-0">
      {experiment.claims.map((claim) => (
        <li key={claim.id} className="mt-0 flex gap-2">
          <Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-good" />
          {describeClaim(claim)}
        </li>
      ))}
    </ul>
  )
}

export function RecipeTable({ experiment }: { experiment: LessonExperiment }) {
  return (
    <table className="mt-4 w-full border-collapse text-sm">
      <caption className="sr-only">{`Recipe of ${experiment.title}`}</caption>
      <tbody>
        {describeRecipe(experiment.spec).map(({ name, value }) => (
          <tr key={name} className="border-line border-t align-top">
            <th scope="row" className="w-32 py-1.5 pr-4 text-left font-medium text-muted">
              {name}
            </th>
            <td className="py-1.5">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
