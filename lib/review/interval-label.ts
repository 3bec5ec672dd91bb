const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30.4375 * DAY
const YEAR = 365.25 * DAY

/** How long until a card comes back, as short as a button needs it: `10 min`, `3 days`, `1.4 months`. */
export function intervalLabel(intervalMs: number): string {
  if (intervalMs < MINUTE) return '< 1 min'
  const minutes = Math.round(intervalMs / MINUTE)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.round(intervalMs / HOUR)
  if (hours < 24) return `${hours} h`
  const days = Math.round(intervalMs / DAY)
  if (days <= 30) return counted(days, 'day')
  const months = oneDecimal(intervalMs / MONTH)
  return months < 12 ? counted(months, 'month') : counted(oneDecimal(intervalMs / YEAR), 'year')
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}

function counted(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit : `${unit}s`}`
}
