'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'

export type SignOutPhase =
  | { name: 'idle' }
  | { name: 'working' }
  /** Asks first: this much has not reached the account. */
  | { name: 'unsent'; count: number }
  | { name: 'failed' }

/** Signing out: what is unsent is sent first, and if it cannot be, the learner decides. */
export function useSignOut() {
  const { journal } = useLearner()
  const router = useRouter()
  const [phase, setPhase] = useState<SignOutPhase>({ name: 'idle' })

  async function run(evenUnsent: boolean) {
    if (journal === null || phase.name === 'working') return
    setPhase({ name: 'working' })
    const flushed = await journal.flush()
    if (flushed.status === 'unsent' && !evenUnsent) return setPhase({ name: 'unsent', count: flushed.count })
    const { endSession } = await import('./account-api')
    if (!(await endSession())) return setPhase({ name: 'failed' })
    await journal.signedOut()
    setPhase({ name: 'idle' })
    router.push('/')
  }

  return {
    phase,
    signOut: () => void run(false),
    signOutAnyway: () => void run(true),
    cancel: () => setPhase({ name: 'idle' }),
  }
}
