import { Check } from 'lucide-react'
import type { Metadata } from 'next'
import { AccountFrame } from '@/components/account/account-frame'
import { SignUpForm } from '@/components/account/forms/sign-up-form'

export const metadata: Metadata = {
  title: 'Sign up',
  description: 'A free account keeps your progress on every device. No card, no trial.',
}

const BENEFITS = [
  'Your cards, answers and runs on every device',
  'Flashcards that come back just before you would forget them',
  'A record of every network you trained',
  'What you did here as a guest comes along',
]

export default function SignUpPage() {
  return (
    <AccountFrame
      title="Keep what you learn"
      aside={
        <>
          <p className="mt-4 max-w-prose text-lg text-muted">
            Free, with no card and no trial that ends. Everything can be read and run without an account; with one, it
            is remembered.
          </p>
          <ul className="mt-6 grid gap-3">
            {BENEFITS.map((benefit) => (
              <li key={benefit} className="flex gap-3">
                <Check aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
                {benefit}
              </li>
            ))}
          </ul>
        </>
      }
    >
      <SignUpForm />
    </AccountFrame>
  )
}
