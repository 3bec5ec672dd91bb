import { ButtonLink } from '@/components/ui/button'

interface WhereItStandsProps {
  written: number
  planned: number
  lessonHref: string
}

/** How much of it there is today, counted from the catalogue. */
export function WhereItStands({ written, planned, lessonHref }: WhereItStandsProps) {
  return (
    <section aria-labelledby="today" className="mt-16 rounded-card border border-line bg-sunken px-6 py-8 sm:px-10">
      <h2 id="today" className="text-2xl">
        Where it stands today
      </h2>
      <p className="mt-3 max-w-[70ch] text-muted">
        {written === 1 ? 'One lesson is' : `${written} lessons are`} written, with {written === 1 ? 'its' : 'their'}{' '}
        cards, quiz and experiments, and one challenge can be run.{' '}
        {planned > 0
          ? `${planned} more lessons stand in the tree as planned: they say so, and cannot be completed.`
          : null}{' '}
        Everything that is there is free, and needs no account.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={lessonHref}>Read the first lesson</ButtonLink>
        <ButtonLink href="/explore" variant="secondary">
          See what there is
        </ButtonLink>
        <ButtonLink href="/help/contributing" variant="quiet">
          Help to write it
        </ButtonLink>
      </div>
    </section>
  )
}
