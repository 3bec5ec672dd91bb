'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Link = { status: 'reading' } | { status: 'incomplete' } | { status: 'ready'; action: string; email: string }

/**
 * The other end of a link in a mail. Opening it does nothing (mail scanners open links too);
 * its button posts the token, and the server goes on from there.
 */
export function ConfirmForm() {
  const [link, setLink] = useState<Link>({ status: 'reading' })
  const [sent, setSent] = useState(false)
  useEffect(() => {
    const query = new URLSearchParams(window.location.search)
    const email = query.get('email')
    const complete = email !== null && query.get('token') !== null
    const action = `/api/auth/callback/nodemailer${window.location.search}`
    setLink(complete ? { status: 'ready', action, email } : { status: 'incomplete' })
  }, [])
  if (link.status === 'incomplete') {
    return (
      <Notice tone="warn" title="This link is not complete">
        Copy the whole address from the mail into the address bar, or ask for a new link.
      </Notice>
    )
  }
  return (
    <form
      method="post"
      action={link.status === 'ready' ? link.action : undefined}
      onSubmit={() => setSent(true)}
      className="flex flex-col gap-4"
    >
      <p>
        {link.status === 'ready' ? (
          <>
            You are about to sign in as <strong className="break-all">{link.email}</strong>.
          </>
        ) : (
          'Press the button to sign in.'
        )}
      </p>
      <Button type="submit" disabled={link.status !== 'ready'} loading={sent}>
        Sign in
      </Button>
    </form>
  )
}
