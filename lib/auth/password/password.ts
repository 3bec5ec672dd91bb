/**
 * Passwords: Argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane; Password
 * Storage Cheat Sheet). Normalised to NFKC, so that the same characters typed on
 * another keyboard give the same bytes. Not here: limits on guessing (sign-in.ts).
 */
import { hash, verify } from '@node-rs/argon2'
import { COMMON_PASSWORDS } from './common-passwords'
import { hashQueue } from './hash-queue'

const SHORTEST_CHARACTERS = 8
/** Enough for any passphrase, and a bound on what is hashed. */
export const LONGEST_PASSWORD_BYTES = 1024

/** `algorithm: 2` is Argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Verified when there is no hash to verify, so that it takes as long; nobody knows its password. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$8lK+o+B7DcIRW5DQd9e7Aw$AAonhCz/mSn0o92AL9tTwb/A2bSoVq0EMQgc9htxWJc'

/** Why `password` cannot be chosen, to be put after "The password "; null when it can. */
export function findPasswordProblem(password: string): string | null {
  if ([...password].length < SHORTEST_CHARACTERS) return `must have at least ${SHORTEST_CHARACTERS} characters`
  if (isTooLong(password)) return `must not be longer than ${LONGEST_PASSWORD_BYTES} bytes`
  if (COMMON_PASSWORDS.has(normalize(password).toLowerCase())) {
    return 'is among the ones that are guessed first: choose another'
  }
  return null
}

/** A PHC string (`$argon2id$…`) with its own salt. Throws 503 when too many hashes wait. */
export function hashPassword(password: string): Promise<string> {
  return hashQueue().run(() => hash(normalize(password), ARGON2ID))
}

/** Whether `password` is the one behind `phc`. Takes the same time when there is none, and is then false. */
export async function verifyPassword(phc: string | null, password: string): Promise<boolean> {
  if (isTooLong(password)) return false
  const matches = await hashQueue().run(() => verify(phc ?? NOBODYS_HASH, normalize(password)))
  return matches && phc !== null
}

function normalize(password: string): string {
  return password.normalize('NFKC')
}

function isTooLong(password: string): boolean {
  return Buffer.byteLength(password) > LONGEST_PASSWORD_BYTES
}
