import type { Metadata } from 'next'
import { AccountFrame } from '@/components/account/account-frame'
import { ConfirmForm } from '@/components/account/forms/confirm-form'

// The address holds a token: it must not travel on in a Referer, nor be indexed.
export const metadata: Metadata = { title: 'Confirm', robots: { index: false }, referrer: 'same-origin' }

export default function ConfirmPage() {
  return (
    <AccountFrame
      title="One more step"
      aside={<p className="mt-4 max-w-prose text-lg text-muted">Your link is here. The button below uses it up.</p>}
    >
      <ConfirmForm />
    </AccountFrame>
  )
}
