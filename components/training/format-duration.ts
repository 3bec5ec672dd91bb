/** `0.4 s`, `12 s`, `2 min 05 s`, `1 h 10 min`: as exact as a person needs. */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
  return `${Math.floor(whole / 3600)} h ${String(Math.round((whole % 3600) / 60)).padStart(2, '0')} min`
}

/** Rounded as an estimate is: to the second below ten, to five seconds below a minute, then to ten. */
export function formatTimeLeft(ms: number): string {
  const seconds = ms / 1000
  const grain = seconds < 10 ? 1 : seconds < 60 ? 5 : 10
  return `about ${formatDuration(Math.max(grain, Math.ceil(seconds / grain) * grain) * 1000).replace('.0', '')} left`
}
