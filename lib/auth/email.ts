import * as z from 'zod'

/** One spelling for one address: the same characters, lower case. */
export function normalizeEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

/** Normalises, then checks; 254 characters is the longest an address can be (RFC 5321). */
export const emailSchema = z.string().max(254).overwrite(normalizeEmail).pipe(z.email('must be an e-mail address'))
