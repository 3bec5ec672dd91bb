/**
 * `<Plot>`: f, and f′ below it, drawn from the engine's registry when the page is built, with the values as a
 * table. Nothing to load and nothing to run; curves of a training run are components/plot.
 */
import { FunctionChart } from '@/components/lesson/vocabulary/function-chart'
import type { PlotProps } from '@/lib/course/vocabulary'
import { activations, featuresOf } from '@/lib/engine'
import { isActivationName } from './activation-name'

/** f, and f′ below it, drawn from the engine's registry when the page is built; nothing to load, nothing to run. */
export function Plot({ of, derivative = true, from = -4, to = 4, caption }: PlotProps) {
  const names = typeof of === 'string' ? [of] : of
  const drawn = names.map((name) => {
    if (!isActivationName(name)) throw new Error(`<Plot of="${name}">: the engine has no such activation.`)
    return activations[name]
  })
  const titles = drawn.map((activation) => activation.title).join(', ')
  const values = drawn.map(({ name, title, value }) => ({ name, title, at: (x: number) => value(x), jumps: [] }))
  const slopes = drawn.map(({ name, title, derivative: slope, ...rest }) => {
    const { breaks } = featuresOf({ derivative: slope, ...rest })
    return { name, title, at: (x: number) => slope(x), jumps: breaks.map(({ x }) => x) }
  })
  return (
    <figure className="my-8 rounded-card border border-line bg-surface p-4 sm:p-6">
      <div className={derivative ? 'grid gap-6 sm:grid-cols-2' : ''}>
        <FunctionChart
          label={`Graph of ${titles} from ${from} to ${to}`}
          heading="f(x)"
          series={values}
          from={from}
          to={to}
        />
        {derivative ? (
          <FunctionChart
            label={`Graph of the slope of ${titles} from ${from} to ${to}`}
            heading="f′(x)"
            series={slopes}
            from={from}
            to={to}
          />
        ) : null}
      </div>
      {drawn.length > 1 ? (
        <ul className="mt-4 flex list-none flex-wrap gap-x-5 gap-y-1 pl-0 font-sans text-sm">
          {drawn.map(({ name, title }, index) => (
            <li key={name} className="mt-0 flex items-center gap-2">
              <svg width="28" height="10" aria-hidden="true">
                <line
                  x1="0"
                  x2="28"
                  y1="5"
                  y2="5"
                  strokeWidth="3"
                  stroke={colourOf(name)}
                  strokeDasharray={dashOf(index)}
                />
              </svg>
              {title}
            </li>
          ))}
        </ul>
      ) : null}
      <figcaption className="mt-4 border-line border-t pt-3 font-sans text-muted text-sm">{caption}</figcaption>
      <details className="mt-2 font-sans text-sm">
        <summary className="inline-flex min-h-6 items-center text-accent">The same as a table</summary>
        <ValueTable drawn={drawn} derivative={derivative} from={from} to={to} />
      </details>
    </figure>
  )
}

type Drawn = (typeof activations)[keyof typeof activations]

function ValueTable({
  drawn,
  derivative,
  from,
  to,
}: {
  drawn: Drawn[]
  derivative: boolean
  from: number
  to: number
}) {
  const rows = Array.from({ length: 9 }, (_, index) => from + ((to - from) * index) / 8)
  const shown = (value: number) => String(Number(value.toFixed(4))).replace('-', '−')
  return (
    <div className="mt-2 overflow-x-auto">
      <table>
        <thead>
          <tr>
            <th scope="col">x</th>
            {drawn.map(({ name, title }) => (
              <th key={name} scope="col">{`${title}, f(x)`}</th>
            ))}
            {derivative ? drawn.map(({ name, title }) => <th key={name} scope="col">{`${title}, f′(x)`}</th>) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((x) => (
            <tr key={x}>
              <th scope="row">{shown(x)}</th>
              {drawn.map(({ name, value }) => (
                <td key={name}>{shown(value(x))}</td>
              ))}
              {derivative ? drawn.map(({ name, derivative: slope }) => <td key={name}>{shown(slope(x))}</td>) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function colourOf(name: string): string {
  return `var(--act-${name}, var(--act-other))`
}

/** Told apart by more than colour. */
function dashOf(index: number): string | undefined {
  return [undefined, '8 4', '2 4', '10 4 2 4', '4 4', '14 4'][index]
}
