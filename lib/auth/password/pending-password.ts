/**
 * The password of a sign-up that waits for its e-mail link, kept by the browser
 * that chose it, as an encrypted cookie holding its hash. So a proven address gets
 * the password only when the same browser typed it: who signs up with somebody
 * else's address leaves nothing in that person's account. Times in epoch ms.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { authSecret } from '@/lib/auth/provider/auth-secret'

export const PENDING_PASSWORD_MS = 3_600_000

/** `__Host-` over https, as for the session: no sub-domain can plant a password. */
export function pendingPasswordCookieName(secure: boolean): string {
  return secure ? '__Host-nonlinear-pending-password' : 'nonlinear-pending-password'
}

const pendingSchema = z.strictObject({
  email: z.string(),
  name: z.string().nullable(),
  hash: z.string(),
  expiresAt: z.number(),
})
export type PendingPassword = z.infer<typeof pendingSchema>

const NONCE_BYTES = 12
const TAG_BYTES = 16

export function sealPendingPassword(pending: PendingPassword, secret = authSecret()): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(pending), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed with this secret and has not expired; null for anything else. */
export function openPendingPassword(sealed: string, now: number, secret = authSecret()): PendingPassword | null {
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), bytes.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    const pending = pendingSchema.parse(JSON.parse(text.toString('utf8')))
    return pending.expiresAt > now ? pending : null
  } catch {
    return null
  }
}

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'nonlinear pending password', 32))
}
