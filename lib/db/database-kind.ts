export type DatabaseKind = 'sqlite' | 'postgresql'

/** Which database a `DATABASE_URL` means. */
export function databaseKind(url: string): DatabaseKind {
  return /^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite'
}
