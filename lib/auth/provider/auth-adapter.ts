/**
 * Auth.js's Prisma adapter under our rules: sessions are ours (hashed, with an
 * absolute limit), addresses have one spelling, and proving an address for the
 * first time drops what an unproven person may have left in the account.
 * Only proven addresses reach it (auth-config.ts), so new accounts are proven.
 */
import type { Adapter, AdapterUser } from '@auth/core/adapters'
import { PrismaAdapter } from '@auth/prisma-adapter'
import { normalizeEmail } from '@/lib/auth/email'
import { proveEmail } from '@/lib/auth/password/credentials'
import { endSession, findSession, SESSION_IDLE_MS, startSession } from '@/lib/auth/session/sessions'
import type { Database } from '@/lib/db/database'

const USER_COLUMNS = { id: true, email: true, emailVerified: true, name: true, image: true } as const

export function createAuthAdapter(db: Database, clock: () => number): Adapter {
  async function getUser(id: string): Promise<AdapterUser | null> {
    return db.user.findUnique({ where: { id }, select: USER_COLUMNS })
  }

  async function requireUser(id: string): Promise<AdapterUser> {
    const user = await getUser(id)
    if (user === null) throw new Error(`There is no user ${id}.`)
    return user
  }

  return {
    ...PrismaAdapter(db),

    createUser: ({ email, name, image }) =>
      db.user.create({
        data: {
          email: normalizeEmail(email),
          emailVerified: new Date(clock()),
          name: name?.slice(0, 80) ?? null,
          image: image ?? null,
        },
        select: USER_COLUMNS,
      }),

    getUser,

    getUserByEmail: (email) => db.user.findUnique({ where: { email: normalizeEmail(email) }, select: USER_COLUMNS }),

    /** Called when an e-mail link was followed, and for nothing else that we allow. */
    async updateUser({ id, emailVerified }) {
      if (emailVerified) await proveEmail(db, id, clock())
      return requireUser(id)
    },

    async createSession({ sessionToken, userId }) {
      const now = clock()
      await startSession(db, userId, now, sessionToken)
      return { sessionToken, userId, expires: new Date(now + SESSION_IDLE_MS) }
    },

    async getSessionAndUser(sessionToken) {
      const session = await findSession(db, sessionToken, clock())
      if (session === null) return null
      const user = await requireUser(session.learner.id)
      return { user, session: { sessionToken, userId: user.id, expires: new Date(session.expiresAt) } }
    },

    /** `findSession` has prolonged it as far as our rules allow. */
    updateSession: async () => null,

    deleteSession: (sessionToken) => endSession(db, sessionToken),
  }
}
