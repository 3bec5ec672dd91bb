'use client'

import { signInWithPassword } from '@/components/account/account-api'
import { withNext } from '@/components/account/next-path'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { CheckMail, Welcome } from './account-result'
import { AlreadySignedIn } from './already-signed-in'
import { findEmailError, findPasswordError, presentErrors } from './field-checks'
import { MailLinkForm } from './mail-link-form'
import { OtherWays } from './other-ways'
import { PasswordField } from './password-field'
import { SignInProblem } from './sign-in-problem'
import { textOf, useAccountForm } from './use-account-form'
import { useNextPath } from './use-next-path'

export function SignInForm() {
  const next = useNextPath()
  const { form, ready, phase, errors, settle, submit } = useAccountForm({
    fields: ['email', 'password'],
    next,
    check: (data) =>
      presentErrors({
        email: findEmailError(textOf(data, 'email')),
        password: findPasswordError(textOf(data, 'password')),
      }),
    send: (data) => signInWithPassword({ email: textOf(data, 'email').trim(), password: textOf(data, 'password') }),
  })
  if (phase.name === 'welcome') return <Welcome brought={phase.brought} next={next} />
  if (phase.name === 'check-mail') return <CheckMail />
  return (
    <AlreadySignedIn next={next} leaving={phase.name !== 'editing'}>
      <div className="flex flex-col gap-5">
        <SignInProblem />
        {errors.form ? (
          <Notice tone="bad" role="alert">
            {errors.form}
          </Notice>
        ) : null}
        <form ref={form} noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
          <TextField label="E-mail" name="email" type="email" autoComplete="username" required error={errors.email} />
          <PasswordField
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            error={errors.password}
          />
          <Button
            type="submit"
            className="mt-1"
            disabled={!ready}
            loading={phase.name === 'sending' || phase.name === 'leaving'}
          >
            Sign in
          </Button>
        </form>
        <OtherWays
          next={next}
          onAnswer={(answer) => void settle(answer)}
          mailLink={<MailLinkForm next={next} onAnswer={(answer) => void settle(answer)} />}
        />
        <p className="text-muted text-sm">
          New here?{' '}
          <Link href={withNext('/sign-up', next)} className="text-accent underline underline-offset-4">
            Make a free account
          </Link>
        </p>
      </div>
    </AlreadySignedIn>
  )
}
