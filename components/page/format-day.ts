const FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** `2026-11-22` as `22 November 2026`. */
export function formatDay(day: string): string {
  return FORMAT.format(Date.parse(day))
}
