'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { type AccountAnswer, loadMethods, type SignInMethods, startElsewhere } from '@/components/account/account-api'
import { Button } from '@/components/ui/button'

interface OtherWaysProps {
  next: string
  onAnswer: (answer: AccountAnswer) => void
  /** The form of the e-mail link, where the server can send mail. */
  mailLink: ReactNode
}

const SITES = [
  { provider: 'github', title: 'GitHub' },
  { provider: 'google', title: 'Google' },
] as const

/** Ways to sign in without a password: only those that this server is set up for. */
export function OtherWays({ next, onAnswer, mailLink }: OtherWaysProps) {
  const [methods, setMethods] = useState<SignInMethods | null>(null)
  const [going, setGoing] = useState<string | null>(null)

  useEffect(() => {
    let gone = false
    void loadMethods().then((loaded) => {
      if (!gone) setMethods(loaded)
    })
    return () => {
      gone = true
    }
  }, [])

  async function go(provider: 'github' | 'google') {
    setGoing(provider)
    const answer = await startElsewhere(provider, next)
    if (answer.status === 'go') return window.location.assign(answer.url)
    setGoing(null)
    onAnswer(answer)
  }

  if (methods === null || !(methods.github || methods.google || methods.email)) return null
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      {SITES.filter(({ provider }) => methods[provider]).map(({ provider, title }) => (
        <Button
          key={provider}
          variant="secondary"
          loading={going === provider}
          disabled={going !== null}
          onClick={() => void go(provider)}
        >
          Continue with {title}
        </Button>
      ))}
      {methods.email ? mailLink : null}
    </div>
  )
}
