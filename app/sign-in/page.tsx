import type { Metadata } from 'next'
import { AccountFrame } from '@/components/account/account-frame'
import { SignInForm } from '@/components/account/forms/sign-in-form'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default function SignInPage() {
  return (
    <AccountFrame
      title="Welcome back"
      aside={
        <p className="mt-4 max-w-prose text-lg text-muted">
          Sign in and go on where you were, on any device. What you did here as a guest comes along.
        </p>
      }
    >
      <SignInForm />
    </AccountFrame>
  )
}
