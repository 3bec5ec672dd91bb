'use client'

import { useRef } from 'react'
import { signUpWithPassword } from '@/components/account/account-api'
import { withNext } from '@/components/account/next-path'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { newId } from '@/lib/journal/browser-journal'
import { CheckMail, Welcome } from './account-result'
import { AlreadySignedIn } from './already-signed-in'
import { findEmailError, findNewPasswordError, presentErrors } from './field-checks'
import { MailLinkForm } from './mail-link-form'
import { OtherWays } from './other-ways'
import { PasswordField } from './password-field'
import { textOf, useAccountForm } from './use-account-form'
import { useNextPath } from './use-next-path'

const LONGEST_NAME = 80

export function SignUpForm() {
  const next = useNextPath()
  // The same details sent again (a lost answer, a double click) carry the same id and make one account.
  const attempt = useRef({ details: '', id: '' })
  const { form, ready, phase, errors, settle, submit } = useAccountForm({
    fields: ['name', 'email', 'password'],
    next,
    check: (data) =>
      presentErrors({
        email: findEmailError(textOf(data, 'email')),
        password: findNewPasswordError(textOf(data, 'password')),
      }),
    send(data) {
      const email = textOf(data, 'email').trim()
      const password = textOf(data, 'password')
      const name = textOf(data, 'name').trim()
      const details = JSON.stringify([email, password, name])
      if (attempt.current.details !== details) attempt.current = { details, id: newId() }
      return signUpWithPassword({ id: attempt.current.id, email, password, ...(name === '' ? {} : { name }) })
    },
  })
  if (phase.name === 'welcome') return <Welcome brought={phase.brought} next={next} />
  if (phase.name === 'check-mail') return <CheckMail />
  return (
    <AlreadySignedIn next={next} leaving={phase.name !== 'editing'}>
      <div className="flex flex-col gap-5">
        {errors.form ? (
          <Notice tone="bad" role="alert">
            {errors.form}
          </Notice>
        ) : null}
        <form ref={form} noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
          <TextField
            label="Name (optional)"
            name="name"
            autoComplete="name"
            maxLength={LONGEST_NAME}
            error={errors.name}
          />
          <TextField label="E-mail" name="email" type="email" autoComplete="username" required error={errors.email} />
          <PasswordField
            label="Password"
            name="password"
            autoComplete="new-password"
            required
            hint="At least 8 characters. A few words are easier to remember than symbols."
            error={errors.password}
          />
          <Button
            type="submit"
            className="mt-1"
            disabled={!ready}
            loading={phase.name === 'sending' || phase.name === 'leaving'}
          >
            Make my account
          </Button>
        </form>
        <OtherWays
          next={next}
          onAnswer={(answer) => void settle(answer)}
          mailLink={<MailLinkForm next={next} onAnswer={(answer) => void settle(answer)} />}
        />
        <p className="text-muted text-sm">
          Have an account already?{' '}
          <Link href={withNext('/sign-in', next)} className="text-accent underline underline-offset-4">
            Sign in
          </Link>
        </p>
      </div>
    </AlreadySignedIn>
  )
}
