/** What somebody typed into a field for a number: the number, or what to do instead. Comma and point both separate. */
export function parseNumber(
  typed: string,
  { min, max, whole = false }: { min: number; max: number; whole?: boolean },
): { value: number } | { problem: string } {
  const text = typed
    .trim()
    .replace('−', '-')
    .replace(/^([^,.]*),([^,.]*)$/, '$1.$2')
  const between = `between ${spell(min)} and ${spell(max)}`
  const value = Number(text)
  if (text === '' || Number.isNaN(value)) return { problem: `Write a number ${between}.` }
  if (value < min || value > max) return { problem: `Only numbers ${between} are possible here.` }
  if (whole && !Number.isInteger(value)) return { problem: `Write a whole number ${between}.` }
  return { value: value + 0 }
}

function spell(value: number): string {
  return String(value).replace('-', '−')
}
