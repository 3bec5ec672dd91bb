/**
 * The settings of one running server: the only reader of `process.env`, so that a
 * wrong value is found at the start and named, not met in the middle of a request.
 * Not here: what the launcher decides before anything is installed
 * (scripts/start.mjs checks PORT, AUTH_SECRET and AUTH_URL a first time).
 */
import * as z from 'zod'

const text = z.string().trim().min(1)

/** A whole number written in decimal digits, nothing else. */
const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .pipe(z.number().min(low, `must be at least ${low}`).max(high, `must be at most ${high}`))

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })

/** Browsers send `Sec-Fetch-Site`, which every write needs, only to https and to their own machine. */
function isTrustworthy(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

const plainHttp = (address: string) =>
  `is ${address}, but over plain http browsers do not say which site a request comes from, so that the server would refuse every write: put an https proxy in front, and set AUTH_URL to its https:// address`

const schema = z
  .object({
    NONLINEAR_ENV: z
      .enum(['development', 'production'], { error: "must be 'development' or 'production'" })
      .default('development'),
    /** 0 takes any free port. */
    PORT: whole(0, 65_535).default(3000),
    /** In production only: shells set HOST to the machine's name, which must not open a server for this machine. */
    HOST: text.optional(),
    DATABASE_URL: text
      .regex(/^(file:.|postgres(ql)?:\/\/)/, 'must start with file: (SQLite) or postgresql:// (PostgreSQL)')
      .default('file:data/nonlinear.db'),
    /** Outside production scripts/start.mjs makes one and keeps it in data/. */
    AUTH_SECRET: text.min(32, 'must be at least 32 characters: `openssl rand -base64 33` prints a good one').optional(),
    /** The public address; links in mails are built from it, never from `Host`. */
    AUTH_URL: httpUrl.optional(),
    /** How many reverse proxies of ours stand in front and append to X-Forwarded-For. */
    TRUSTED_PROXIES: whole(0, 10).default(0),
    AUTH_GITHUB_ID: text.optional(),
    AUTH_GITHUB_SECRET: text.optional(),
    AUTH_GOOGLE_ID: text.optional(),
    AUTH_GOOGLE_SECRET: text.optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
    MAIL_FROM: text.optional(),
    CIFAR10_DIR: text.default('data/cifar10'),
  })
  .superRefine((env, context) => {
    const missing = (name: string, because: string) =>
      context.addIssue({ code: 'custom', path: [name], message: `is missing: ${because}` })
    if (env.NONLINEAR_ENV === 'production') {
      if (!env.AUTH_SECRET) missing('AUTH_SECRET', 'production signs with a secret that you keep')
      if (!env.AUTH_URL) missing('AUTH_URL', 'production needs its public address, such as https://learn.example.org')
      else if (!isTrustworthy(env.AUTH_URL)) {
        context.addIssue({ code: 'custom', path: ['AUTH_URL'], message: plainHttp(env.AUTH_URL) })
      }
    }
    for (const [one, other] of PAIRS) {
      if (env[one] && !env[other]) missing(other, `it goes with ${one}`)
      if (env[other] && !env[one]) missing(one, `it goes with ${other}`)
    }
  })
  .transform((env) => ({ ...env, HOST: env.NONLINEAR_ENV === 'production' ? (env.HOST ?? '0.0.0.0') : '127.0.0.1' }))

const PAIRS = [
  ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
  ['AUTH_GOOGLE_ID', 'AUTH_GOOGLE_SECRET'],
  ['SMTP_URL', 'MAIL_FROM'],
] as const

export type Env = z.output<typeof schema>

/** A setting that is missing or wrong; the message is one line, for a person. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** Reads the settings out of `source`; a variable set to nothing counts as not set. Throws EnvError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new EnvError(
    result.error.issues.map((issue) => `The environment variable ${issue.path.join('.')} ${issue.message}.`).join(' '),
  )
}

let parsed: Env | undefined

/** The settings of this process, parsed once. Throws EnvError. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** Whether this is `npm run dev`: Next itself sets NODE_ENV, nobody else should. */
export function isDevelopmentServer(): boolean {
  return process.env.NODE_ENV === 'development'
}
