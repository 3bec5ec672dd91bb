import type { Metadata } from 'next'
import { Arrival } from '@/components/glossary/arrival'
import { LetterList } from '@/components/glossary/letter-list'
import { TermEntry } from '@/components/glossary/term-entry'
import { ButtonLink } from '@/components/ui/button'
import { formulaHref, type GlossaryTerm, loadGlossary } from '@/lib/course/glossary'
import { loadHistoryOfTerms } from '@/lib/course/timeline'

export const metadata: Metadata = {
  title: 'Glossary',
  description: 'The words of neural networks and activation functions, each in a sentence or two.',
}

export default function GlossaryPage() {
  const terms = loadGlossary()
  const history = loadHistoryOfTerms()
  const letters = new Map<string, GlossaryTerm[]>()
  for (const term of terms) {
    const letter = term.term.charAt(0).toUpperCase()
    letters.set(letter, [...(letters.get(letter) ?? []), term])
  }
  return (
    <div className="mx-auto max-w-4xl px-4 pt-12 pb-16 sm:px-6">
      <Arrival />
      <h1 className="text-4xl sm:text-5xl">Glossary</h1>
      <p className="mt-4 max-w-2xl text-lg text-muted">
        {terms.length} words of neural networks and their activation functions, each in a sentence or two, with the
        lesson that takes its time over them.
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/formulas" variant="secondary">
          The formula sheet
        </ButtonLink>
        <ButtonLink href="/timeline" variant="secondary">
          The timeline
        </ButtonLink>
      </p>
      <LetterList letters={[...letters.keys()]} />
      {[...letters].map(([letter, group]) => (
        <section key={letter} aria-labelledby={`letter-${letter.toLowerCase()}`} className="mt-8">
          <h2 id={`letter-${letter.toLowerCase()}`} className="text-2xl text-faint">
            {letter}
          </h2>
          <dl className="mt-1">
            {group.map((term) => (
              <TermEntry
                key={term.id}
                {...term}
                formulaHref={term.activation === null ? null : formulaHref(term.activation)}
                history={history.get(term.id) ?? []}
              />
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
