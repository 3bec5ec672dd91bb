/**
 * `npm run account:reset -- EMAIL`: gives an account a new password, shown this once, and
 * ends all its sessions. Where no mail is configured nobody can recover an account
 * otherwise; who can run this can read the database anyway.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { normalizeEmail } from '@/lib/auth/email'
import { hashPassword } from '@/lib/auth/password/password'
import { endAllSessions } from '@/lib/auth/session/sessions'
import { closeDb, getDb } from '@/lib/db/database'

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

async function reset(email: string) {
  const db = await getDb()
  const user = await db.user.findUnique({ where: { email }, select: { id: true } })
  if (!user) fail(`There is no account with the address ${email}.`)
  const password = randomBytes(12).toString('base64url')
  const hash = await hashPassword(password)
  await db.$transaction(async (tx) => {
    const which = { where: { userId: user.id }, select: { userId: true } }
    await tx.password.upsert({ ...which, create: { userId: user.id, hash }, update: { hash } })
    await endAllSessions(tx, user.id)
  })
  await closeDb()
  console.log(`The password of ${email} is now ${password} and all its sessions have ended.`)
}

if (existsSync('.env')) process.loadEnvFile('.env')
const [given = ''] = process.argv.slice(2)
if (!given.includes('@')) fail('Usage: npm run account:reset -- EMAIL')
await reset(normalizeEmail(given)).catch((error) => fail(`Nothing was changed: ${error.message.trim()}`))
