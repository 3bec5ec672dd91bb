/** A value as a person reads it: up to `digits` significant digits, powers of ten only where they help. */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) {
    const [mantissa = '', exponent = ''] = value.toExponential(Math.min(digits, 3) - 1).split('e')
    return minus(`${mantissa.replace(/\.?0+$/, '')}×10${superscript(exponent)}`)
  }
  return minus(Number(value.toPrecision(digits)).toLocaleString('en', { maximumSignificantDigits: digits }))
}

/** `10⁻⁶`, as it stands on an axis. */
export function powerOfTen(exponent: number): string {
  return `10${superscript(String(exponent))}`
}

export function formatPercent(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)}\u00a0%`
}

function minus(text: string): string {
  return text.replace('-', '−')
}

function superscript(exponent: string): string {
  return exponent
    .replace('+', '')
    .replace(/[-0-9]/g, (sign) => (sign === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '')))
}
