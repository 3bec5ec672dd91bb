'use client'

import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'

/** What the `error` of the address means, as Auth.js and lib/auth name it. */
const PROBLEMS: Record<string, string> = {
  Verification: 'That link has expired or was used before. Ask for a new one below.',
  EmailUnverified: 'That account has no verified e-mail address, so we cannot tell whose it is.',
  AccessDenied: 'The sign-in was declined.',
}
const OTHER = 'The sign-in did not work. Please try again.'

/** Why a sign-in elsewhere led back here. Read after hydration: the page itself is the same for all. */
export function SignInProblem() {
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const error = new URLSearchParams(window.location.search).get('error')
    if (error !== null) setProblem(Object.hasOwn(PROBLEMS, error) ? (PROBLEMS[error] ?? OTHER) : OTHER)
  }, [])
  if (problem === null) return null
  return (
    <Notice tone="warn" role="alert">
      {problem}
    </Notice>
  )
}
