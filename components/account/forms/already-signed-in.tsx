'use client'

import type { ReactNode } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { ButtonLink } from '@/components/ui/button'

interface AlreadySignedInProps {
  next: string
  /** The form is at work: signing in must not swap it for this. */
  leaving: boolean
  children: ReactNode
}

/** The form, unless somebody is signed in already. */
export function AlreadySignedIn({ next, leaving, children }: AlreadySignedInProps) {
  const { learner } = useLearner()
  if (learner === null || leaving) return children
  return (
    <div className="flex flex-col items-start gap-4">
      <p>
        You are signed in as <strong className="break-all">{learner.email}</strong>.
      </p>
      <ButtonLink href={next}>Continue</ButtonLink>
    </div>
  )
}
