import Link from 'next/link'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import type { FormulaRow } from './formula-rows'
import { SmallCurve } from './small-curve'

/** One activation of the formula sheet; two stand side by side on a screen and on paper. */
export function FormulaCard({ row, termHref }: { row: FormulaRow; termHref: string | null }) {
  return (
    <section
      id={row.name}
      aria-labelledby={`${row.name}-title`}
      className="flex break-inside-avoid flex-col rounded-card border border-line bg-surface p-5 target:border-accent target:bg-accent-soft data-arrived:border-accent data-arrived:bg-accent-soft print:p-2"
    >
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <h2 id={`${row.name}-title`} className="text-xl print:text-base">
            {termHref ? (
              <Link href={termHref} prefetch={false} className="hover:underline hover:underline-offset-4">
                {row.title}
              </Link>
            ) : (
              row.title
            )}
          </h2>
          <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 print:mt-0 print:gap-x-2 print:text-xs">
            <Fact label="f(x)" html={row.formulaHtml} />
            <Fact label="f′(x)" html={row.derivativeHtml} />
            <Fact label="Range" html={row.rangeHtml} />
            {row.defaults.length > 0 ? <Fact label="Default" text={row.defaults.join(', ')} /> : null}
            <Fact label="Gain" text={row.gain.toFixed(4)} />
          </dl>
        </div>
        <SmallCurve name={row.name} />
      </div>
      <p className="mt-auto pt-3 text-faint text-xs print:pt-1 print:text-[0.6rem] print:leading-tight">
        {row.sources.join('; ')}
      </p>
    </section>
  )
}

function Fact({ label, html, text }: { label: string; html?: string; text?: string }) {
  return (
    <>
      <dt className="text-muted text-sm print:text-xs">{label}</dt>
      {html === undefined ? (
        <dd className="py-1 tabular-nums print:py-0">{text}</dd>
      ) : (
        <TrustedHtml
          as="dd"
          html={html}
          className="overflow-x-auto overflow-y-hidden py-1.5 print:overflow-visible print:py-0.5"
        />
      )}
    </>
  )
}
