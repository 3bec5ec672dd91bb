/** The account forms' requests, and what their answers mean to the person in front of them. */
import * as z from 'zod/mini'
import type { Learner } from '@/lib/journal/row'

export type AccountAnswer =
  | { status: 'signed-in'; learner: Learner }
  /** Mail is configured: the account begins when the link in it is used. */
  | { status: 'check-mail' }
  | { status: 'refused'; message: string; field: string | null }

export interface SignInMethods {
  github: boolean
  google: boolean
  email: boolean
}

const learnerSchema = z.object({ id: z.string(), email: z.string(), name: z.nullable(z.string()) })
const signedInSchema = z.object({ learner: learnerSchema })
const problemSchema = z.object({ error: z.object({ message: z.string(), field: z.optional(z.string()) }) })
const methodsSchema = z.object({ github: z.boolean(), google: z.boolean(), email: z.boolean() })
const elsewhereSchema = z.object({ url: z.string() })

const UNREACHABLE = {
  status: 'refused',
  message: 'The server could not be reached. Check your connection and try again; what you typed is still here.',
  field: null,
} as const

export function signInWithPassword(body: { email: string; password: string }): Promise<AccountAnswer> {
  return askForSession('/api/auth/password/sign-in', body)
}

/** `id`: a UUID that stays the same while the same details are sent again. */
export function signUpWithPassword(body: {
  id: string
  email: string
  password: string
  name?: string
}): Promise<AccountAnswer> {
  return askForSession('/api/auth/password/sign-up', body)
}

export async function sendMailLink(email: string, next: string): Promise<AccountAnswer> {
  const { response, body } = await post('/api/auth/signin/nodemailer', { email, callbackUrl: next })
  if (response?.ok && elsewhereSchema.safeParse(body).success) return { status: 'check-mail' }
  return refusal(body)
}

/** Begins a sign-in at another site; the answer is the address to go to. */
export async function startElsewhere(
  provider: 'github' | 'google',
  next: string,
): Promise<{ status: 'go'; url: string } | Extract<AccountAnswer, { status: 'refused' }>> {
  const { response, body } = await post(`/api/auth/signin/${provider}`, { callbackUrl: next })
  const elsewhere = elsewhereSchema.safeParse(body)
  return response?.ok && elsewhere.success ? { status: 'go', url: elsewhere.data.url } : refusal(body)
}

/** True when the session is over on the server. */
export async function endSession(): Promise<boolean> {
  const { response } = await post('/api/auth/sign-out', {})
  return response?.ok === true
}

/** The ways to sign in besides a password; none when the server does not say. */
export async function loadMethods(): Promise<SignInMethods> {
  try {
    const methods = methodsSchema.safeParse(await (await fetch('/api/auth/methods')).json())
    if (methods.success) return methods.data
  } catch {
    // Then the password form is all there is.
  }
  return { github: false, google: false, email: false }
}

async function askForSession(url: string, sent: unknown): Promise<AccountAnswer> {
  const { response, body } = await post(url, sent)
  const signedIn = signedInSchema.safeParse(body)
  if (response?.ok && signedIn.success) return { status: 'signed-in', learner: signedIn.data.learner }
  if (response?.status === 202) return { status: 'check-mail' }
  return refusal(body)
}

function refusal(body: unknown): Extract<AccountAnswer, { status: 'refused' }> {
  const problem = problemSchema.safeParse(body)
  if (!problem.success) return UNREACHABLE
  const { message, field } = problem.data.error
  return { status: 'refused', message, field: field ?? null }
}

async function post(url: string, body: unknown): Promise<{ response: Response | null; body: unknown }> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Auth-Return-Redirect': '1' }
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return { response, body: await response.json().catch(() => null) }
  } catch {
    return { response: null, body: null }
  }
}
