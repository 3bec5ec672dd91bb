import type { ValueProps } from '@/lib/course/vocabulary'

/** A number from the engine's registry, so that prose and program cannot disagree. */
export function Value({ of, digits = 6, factOf }: ValueProps & { factOf: (of: string) => number }) {
  const { mantissa, exponent } = significantDigits(factOf(of), digits)
  return (
    <span className="whitespace-nowrap" data-value={of}>
      {mantissa}
      {exponent === null ? null : (
        <>
          {' × 10'}
          <sup>{exponent}</sup>
        </>
      )}
    </span>
  )
}

/** `(0.00000095367, 3)` → `{ mantissa: '9.54', exponent: '−7' }`; no exponent between 0.001 and 10⁶, no idle zeros. */
export function significantDigits(value: number, digits: number): { mantissa: string; exponent: string | null } {
  const size = Math.abs(value)
  const plain = size === 0 || (size >= 1e-3 && size < 1e6)
  const rounded = plain ? String(Number(value.toPrecision(digits))) : value.toExponential(digits - 1)
  const [mantissa = '', exponent] = rounded.split('e')
  const shown = exponent === undefined ? mantissa : String(Number(mantissa))
  return { mantissa: withMinus(shown), exponent: exponent === undefined ? null : withMinus(String(Number(exponent))) }
}

function withMinus(text: string): string {
  return text.replace('-', '−')
}
