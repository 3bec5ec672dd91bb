'use client'

import { type FormEvent, useState } from 'react'
import { type AccountAnswer, sendMailLink } from '@/components/account/account-api'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { findEmailError } from './field-checks'
import { textOf } from './use-account-form'

/** Signing in by a link in a mail: opened only when asked for, so that two forms do not compete. */
export function MailLinkForm({ next, onAnswer }: { next: string; onAnswer: (answer: AccountAnswer) => void }) {
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = textOf(new FormData(event.currentTarget), 'email').trim()
    const problem = findEmailError(email)
    setError(problem)
    if (problem !== null || sending) return
    setSending(true)
    const answer = await sendMailLink(email, next)
    setSending(false)
    if (answer.status === 'refused') setError(answer.message)
    else onAnswer(answer)
  }

  if (!open) {
    return (
      <Button variant="secondary" onClick={() => setOpen(true)}>
        Send me a link by e-mail
      </Button>
    )
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex flex-col gap-3">
      <TextField
        label="E-mail for the link"
        name="email"
        type="email"
        autoComplete="email"
        required
        autoFocus
        error={error}
      />
      <Button type="submit" variant="secondary" loading={sending}>
        Send the link
      </Button>
    </form>
  )
}
