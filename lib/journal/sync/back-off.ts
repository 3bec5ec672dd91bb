/** How long to wait before trying again after `failures` failures in a row (≥ 1). */
const FIRST_MS = 1000
const LONGEST_MS = 30_000

/** Doubles from one second to thirty; `random` in [0, 1) spreads learners who failed together over half of it. */
export function backOffDelayMs(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10))
  return Math.round(full * (0.5 + random / 2))
}
