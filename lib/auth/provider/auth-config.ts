/**
 * How @auth/core is used: for what happens at other people's servers (OAuth, mail),
 * never for passwords, whose provider cannot be combined with database sessions.
 * Which ways appear is decided by the environment. Our routes check the origin of
 * every POST, so Auth.js's own CSRF token is left out.
 */
import { type AuthConfig, skipCSRFCheck } from '@auth/core'
import type { Provider } from '@auth/core/providers'
import Google from '@auth/core/providers/google'
import Nodemailer from '@auth/core/providers/nodemailer'
import { normalizeEmail } from '@/lib/auth/email'
import { proveEmail } from '@/lib/auth/password/credentials'
import { isSecure, sessionCookieName } from '@/lib/auth/session/session-cookie'
import { newSessionToken, SESSION_IDLE_MS, SESSION_REFRESH_MS } from '@/lib/auth/session/sessions'
import type { Database } from '@/lib/db/database'
import { type Env, env } from '@/lib/env'
import { logFailure } from '@/lib/http/log'
import { publicOrigin } from '@/lib/http/own-origin'
import { createAuthAdapter } from './auth-adapter'
import { authSecret } from './auth-secret'
import { githubProvider } from './github-provider'
import { safeCallbackUrl } from './safe-callback-url'
import { sendSignInMail } from './sign-in-mail'

/** Where the link in a mail leads: a page whose button POSTs, since opening a link must not spend its token. */
export const CONFIRM_PAGE = '/sign-in/confirm'
const MAIL_LINK_SECONDS = 3600

export interface SignInMethods {
  password: true
  github: boolean
  google: boolean
  email: boolean
}

export function signInMethods(settings: Env = env()): SignInMethods {
  return {
    password: true,
    github: settings.AUTH_GITHUB_ID !== undefined,
    google: settings.AUTH_GOOGLE_ID !== undefined,
    email: settings.SMTP_URL !== undefined,
  }
}

export function authConfig(db: Database, settings: Env = env(), clock: () => number = Date.now): AuthConfig {
  const origin = publicOrigin(settings)
  const secure = isSecure(origin)
  return {
    basePath: '/api/auth',
    trustHost: true,
    secret: authSecret(settings.AUTH_SECRET),
    adapter: createAuthAdapter(db, clock),
    providers: providersOf(settings, origin),
    session: {
      strategy: 'database',
      maxAge: SESSION_IDLE_MS / 1000,
      updateAge: SESSION_REFRESH_MS / 1000,
      generateSessionToken: newSessionToken,
    },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' },
    skipCSRFCheck,
    callbacks: {
      redirect: ({ url }) => safeCallbackUrl(url, origin),
      async signIn({ account, profile }) {
        if (account?.type === 'email') return true
        // The provider has verified this address: that proves it for an account that has it here.
        const verified = account?.provider === 'github' || profile?.email_verified === true
        if (!profile?.email || !verified) return '/sign-in?error=EmailUnverified'
        const owner = await db.user.findUnique({
          where: { email: normalizeEmail(profile.email) },
          select: { id: true },
        })
        if (owner) await proveEmail(db, owner.id, clock())
        return true
      },
    },
    logger: {
      error: (error) => logFailure('sign-in failed', {}, error),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

function providersOf(settings: Env, origin: string): Provider[] {
  const { AUTH_GITHUB_ID, AUTH_GITHUB_SECRET, AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET, SMTP_URL, MAIL_FROM } = settings
  const providers: Provider[] = []
  if (AUTH_GITHUB_ID && AUTH_GITHUB_SECRET) providers.push(githubProvider(AUTH_GITHUB_ID, AUTH_GITHUB_SECRET))
  if (AUTH_GOOGLE_ID && AUTH_GOOGLE_SECRET) {
    providers.push(
      Google({
        clientId: AUTH_GOOGLE_ID,
        clientSecret: AUTH_GOOGLE_SECRET,
        allowDangerousEmailAccountLinking: true,
        account: () => ({}),
      }),
    )
  }
  if (SMTP_URL && MAIL_FROM) {
    providers.push(
      Nodemailer({
        server: SMTP_URL,
        from: MAIL_FROM,
        maxAge: MAIL_LINK_SECONDS,
        normalizeIdentifier: normalizeEmail,
        sendVerificationRequest({ identifier, url }) {
          const link = `${origin}${CONFIRM_PAGE}${new URL(url).search}`
          const sent = sendSignInMail({ to: identifier, from: MAIL_FROM, smtpUrl: SMTP_URL, link })
          // @auth/core starts the mail, awaits a hash, and only then looks at both. A mail server that refuses in
          // between would be an unhandled rejection, which ends the process.
          sent.catch(() => undefined)
          return sent
        },
      }),
    )
  }
  return providers
}
