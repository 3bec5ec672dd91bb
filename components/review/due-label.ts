/** When a card comes back, in words a person plans with: `in 10 min`, `tomorrow at 09:10`, `on Tuesday 10 March`. */
import { intervalLabel } from '@/lib/review/interval-label'
import { dayNumber } from '@/lib/review/learner-day'

const MINUTE_MS = 60_000

export function dueLabel(dueAt: number, now: number, timeZone: string): string {
  if (dueAt <= now) return 'now'
  if (dueAt - now < MINUTE_MS) return 'in less than a minute'
  const days = dayNumber(dueAt, timeZone) - dayNumber(now, timeZone)
  if (days === 0) return `in ${intervalLabel(dueAt - now)}`
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(dueAt)
  if (days === 1) return `tomorrow at ${format({ hour: '2-digit', minute: '2-digit' })}`
  const date = [format({ weekday: 'long' }), format({ day: 'numeric' }), format({ month: 'long' })]
  if (days > 300) date.push(format({ year: 'numeric' }))
  return `on ${date.join(' ')}`
}
