import type { Metadata } from 'next'
import { Arrival } from '@/components/glossary/arrival'
import { FormulaCard } from '@/components/glossary/formula-card'
import { formulaRows } from '@/components/glossary/formula-rows'
import { ButtonLink } from '@/components/ui/button'
import { glossaryHref, loadGlossary } from '@/lib/course/glossary'

export const metadata: Metadata = {
  title: 'Formula sheet',
  description:
    'Every activation function with its formula, derivative, range, defaults, gain and source, on two pages to print.',
}

export default function FormulasPage() {
  const terms = loadGlossary()
  const rows = formulaRows()
  return (
    <div className="mx-auto max-w-6xl px-4 pt-12 pb-16 sm:px-6 print:p-0">
      <Arrival />
      <h1 className="text-4xl sm:text-5xl print:text-2xl">Formula sheet</h1>
      <p className="mt-4 max-w-3xl text-lg text-muted print:mt-2 print:text-sm">
        {rows.length} activation functions as the engine of this site computes them. <em>Gain</em> is what initial
        weights of variance 1/fan-in are multiplied by so that the mean square of a standard normal input stays the same
        through the layer; libraries sometimes tabulate another number, PyTorch 5/3 for tanh.
      </p>
      <ButtonLink href="/glossary" variant="secondary" className="mt-6 print:hidden">
        The glossary
      </ButtonLink>
      <div className="mt-8 grid gap-5 md:grid-cols-2 print:mt-3 print:grid-cols-2 print:gap-2">
        {rows.map((row) => {
          const term = terms.find(({ activation }) => activation === row.name)
          return <FormulaCard key={row.name} row={row} termHref={term ? glossaryHref(term.id) : null} />
        })}
      </div>
    </div>
  )
}
