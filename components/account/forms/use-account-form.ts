'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { AccountAnswer } from '@/components/account/account-api'
import type { BroughtAlong } from '@/components/learner/brought-along'
import { useLearner } from '@/components/learner/use-learner'

/** What is wrong, by the field it stands next to; `form`: beside no field. */
export type FormErrors = Record<string, string>

export type FormPhase =
  | { name: 'editing' }
  | { name: 'sending' }
  | { name: 'check-mail' }
  /** Signed in, and something came along: said before going on. */
  | { name: 'welcome'; brought: BroughtAlong }
  | { name: 'leaving' }

/** What the sign-in and sign-up forms share: sending once, errors beside their fields, entering the account. */
export function useAccountForm(options: {
  fields: readonly string[]
  next: string
  /** Errors that need no server. */
  check: (data: FormData) => FormErrors
  send: (data: FormData) => Promise<AccountAnswer>
}) {
  const { enter } = useLearner()
  const router = useRouter()
  const [phase, setPhase] = useState<FormPhase>({ name: 'editing' })
  const [errors, setErrors] = useState<FormErrors>({})
  // Before the page's script is here a press would send the form as a page, and lose what was typed.
  const [ready, setReady] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const sending = useRef(false)

  useEffect(() => setReady(true), [])
  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [errors])

  async function settle(answer: AccountAnswer) {
    switch (answer.status) {
      case 'signed-in': {
        const brought = await enter(answer.learner)
        if (brought !== null) return setPhase({ name: 'welcome', brought })
        setPhase({ name: 'leaving' })
        return router.push(options.next)
      }
      case 'check-mail':
        return setPhase({ name: 'check-mail' })
      case 'refused': {
        const field = answer.field !== null && options.fields.includes(answer.field) ? answer.field : 'form'
        setErrors({ [field]: answer.message })
        return setPhase({ name: 'editing' })
      }
      default:
        return answer satisfies never
    }
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending.current) return
    const data = new FormData(event.currentTarget)
    const found = options.check(data)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    sending.current = true
    setPhase({ name: 'sending' })
    try {
      await settle(await options.send(data))
    } finally {
      sending.current = false
    }
  }

  return {
    form,
    ready,
    phase,
    errors,
    /** What an answer means, also where it came from a button outside the form. */
    settle,
    submit: (event: FormEvent<HTMLFormElement>) => void submit(event),
  }
}

/** The text of one field, without surrounding spaces where they are never meant. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}
