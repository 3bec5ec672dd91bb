/**
 * `npm run seed -- <scenario>`: a demo account in the state the scenario describes, in
 * the database of DATABASE_URL; its address and password are printed. Running it again
 * replaces that account, and never touches another one.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hashPassword } from '@/lib/auth/password/password'
import { closeDb, getDb } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { env } from '@/lib/env'
import { EVENTS_PER_REQUEST } from '@/lib/events/event'
import { appendEvents } from '@/lib/progress/append-events'
import { Diary, type Scenario } from '@/prisma/seed/diary'
import { finished } from '@/prisma/seed/finished'
import { fresh } from '@/prisma/seed/fresh'
import { midway } from '@/prisma/seed/midway'
import { loadStudyMaterial } from '@/prisma/seed/study-material'

const SCENARIOS = [fresh, midway, finished]

async function createAccount(scenario: Scenario) {
  const db = await getDb()
  const email = `${scenario.name}@demo.example`
  const password = randomBytes(9).toString('base64url')
  const hash = await hashPassword(password)
  await db.user.deleteMany({ where: { email } })
  const account = { email, name: scenario.title, password: { create: { hash } } }
  const { id } = await db.user.create({ data: account, select: { id: true } })
  return { id, email, password }
}

async function seed(scenario: Scenario) {
  await migrate(env().DATABASE_URL)
  const now = Date.now()
  const diary = new Diary(randomUUID, Intl.DateTimeFormat().resolvedOptions().timeZone)
  const events = scenario.events(await loadStudyMaterial(Date.now), now, diary)
  const { id, email, password } = await createAccount(scenario)
  for (let start = 0; start < events.length; start += EVENTS_PER_REQUEST) {
    await appendEvents(id, events.slice(start, start + EVENTS_PER_REQUEST), now)
  }
  await closeDb()
  console.log(`${scenario.name}: ${events.length} events. Sign in as ${email} with the password ${password}`)
}

if (existsSync('.env')) process.loadEnvFile('.env')
const scenario = SCENARIOS.find(({ name }) => name === process.argv[2])
if (!scenario) {
  console.error(`Usage: npm run seed -- <scenario>, one of ${SCENARIOS.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}
if (env().NONLINEAR_ENV === 'production') {
  console.error('Demo accounts are not for production: unset NONLINEAR_ENV, or use another DATABASE_URL.')
  process.exit(1)
}
await seed(scenario)
