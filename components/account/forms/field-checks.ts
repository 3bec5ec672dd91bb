/** What a form can tell without asking the server. The server's own rules decide. */
const SHORTEST_PASSWORD = 8

export function findEmailError(email: string): string | null {
  if (email.trim() === '') return 'Enter your e-mail address.'
  return /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? null : 'An e-mail address looks like name@example.org.'
}

export function findNewPasswordError(password: string): string | null {
  if (password === '') return 'Choose a password.'
  const missing = SHORTEST_PASSWORD - [...password].length
  if (missing <= 0) return null
  return `Too short: ${missing === 1 ? 'one more character' : `${missing} more characters`}, please.`
}

export function findPasswordError(password: string): string | null {
  return password === '' ? 'Enter your password.' : null
}

/** Only the errors that there are, by field. */
export function presentErrors(errors: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, error]) => (error === null ? [] : [[field, error]])),
  )
}
