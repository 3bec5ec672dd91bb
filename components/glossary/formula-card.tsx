import { TrustedHtml } from '@/components/lesson/trusted-html'
import { Link } from '@/components/ui/link'
import { ScrollGroup } from '@/components/ui/scroll-group'
import type { FormulaRow, SetFormula } from './formula-rows'
import { SmallCurve } from './small-curve'

/** One activation of the formula sheet; two stand side by side on a screen and on paper. */
export function FormulaCard({ row, termHref }: { row: FormulaRow; termHref: string | null }) {
  return (
    <section
      id={row.name}
      aria-labelledby={`${row.name}-title`}
      className="flex break-inside-avoid flex-col rounded-card border border-line bg-surface p-5 target:border-accent target:bg-accent-soft data-arrived:border-accent data-arrived:bg-accent-soft print:p-2"
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
        <h2 id={`${row.name}-title`} className="text-xl print:text-base">
          {termHref ? (
            <Link href={termHref} prefetch={false} className="hover:underline hover:underline-offset-4">
              {row.title}
            </Link>
          ) : (
            row.title
          )}
        </h2>
        <SmallCurve name={row.name} />
        <dl className="col-span-2 mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 sm:col-span-1 print:col-span-1 print:mt-0 print:gap-x-2 print:text-xs">
          <Fact label="f(x)" formula={row.formula} />
          <Fact label="f′(x)" formula={row.derivative} />
          <Fact label="Range" formula={row.range} />
          {row.defaults.length > 0 ? <Fact label="Default" text={row.defaults.join(', ')} /> : null}
          <Fact label="Gain" text={row.gain.toFixed(4)} />
        </dl>
      </div>
      <p className="mt-auto pt-3 text-faint text-xs print:pt-1 print:text-[0.6rem] print:leading-tight">
        {row.sources.join('; ')}
      </p>
    </section>
  )
}

function Fact({ label, formula, text }: { label: string; formula?: SetFormula; text?: string }) {
  return (
    <>
      <dt className="text-muted text-sm print:text-xs">{label}</dt>
      <dd className="min-w-0 py-1 tabular-nums print:py-0">
        {formula === undefined ? text : null}
        {formula && !formula.long ? <TrustedHtml html={formula.html} className="py-0.5" /> : null}
        {formula?.long ? (
          <ScrollGroup
            label={`${label}, scrolls sideways`}
            className="overflow-x-auto overflow-y-hidden py-0.5 print:overflow-visible"
          >
            <TrustedHtml html={formula.html} className="w-max" />
          </ScrollGroup>
        ) : null}
      </dd>
    </>
  )
}
