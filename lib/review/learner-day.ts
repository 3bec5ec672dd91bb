/**
 * The learner's calendar day. Spaced repetition counts days as the learner lives
 * them, so a card answered at 23:50 and again at 00:10 is a day apart in Zurich
 * although it is the same day in UTC. ts-fsrs counts UTC days; we do not.
 */
export const DAY_MS = 86_400_000

const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Days from 1970-01-01 to the calendar day on which `at` (epoch ms) falls in
 * `timeZone`. A zone this machine does not know counts as UTC: a review from a
 * newer browser must still be foldable.
 */
export function dayNumber(at: number, timeZone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterFor(timeZone).formatToParts(at)) parts[type] = Number(value)
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day) / DAY_MS
}

/**
 * Whole days between two moments as seen from `timeZone`, never negative: where
 * a clock change at midnight sends the calendar back a day, no time was un-lived.
 */
export function daysBetween(earlier: number, later: number, timeZone: string): number {
  return Math.max(0, dayNumber(later, timeZone) - dayNumber(earlier, timeZone))
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = createFormatter(timeZone)
  formatters.set(timeZone, formatter)
  return formatter
}

function createFormatter(timeZone: string): Intl.DateTimeFormat {
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    calendar: 'gregory',
    numberingSystem: 'latn',
  } as const
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
  }
}
