'use client'

import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useLearner } from './use-learner'

/** What a person should know about how their study is being kept; nothing when all is well. The caller stacks them. */
export function JournalNotices() {
  const { journal, snapshot, status } = useLearner()
  if (snapshot === null || status === 'opening') return null
  const { storage, refused, parked, unsent, sync, sessionEnded } = snapshot
  return (
    <>
      {sessionEnded ? (
        <Notice tone="warn" title="Your session has ended">
          Nothing is lost: what you did is in your account.{' '}
          <Link href="/sign-in" className="font-medium text-accent underline underline-offset-4">
            Sign in again
          </Link>{' '}
          to see it.
        </Notice>
      ) : null}
      {storage === 'memory' ? (
        <Notice tone="warn" title="This browser is not keeping your study">
          {status === 'learner'
            ? 'Its storage is blocked or full. What you do is sent to your account as long as you are online.'
            : 'Its storage is blocked or full, so what you do here is lost when you close the page. Sign in to keep it in your account.'}
        </Notice>
      ) : null}
      {status === 'guest' && parked > 0 ? (
        <Notice tone="warn" title="Some study waits for its account">
          {parked === 1 ? 'One entry' : `${parked} entries`} of a signed-out account could not be sent. Nothing is lost:
          sign in to that account in this browser, and it will be.
        </Notice>
      ) : null}
      {status === 'learner' && sync === 'waiting' && unsent > 0 ? (
        <Notice title="Working offline">
          {unsent === 1 ? 'One entry is' : `${unsent} entries are`} kept in this browser and will be sent when the
          connection is back.
        </Notice>
      ) : null}
      {refused > 0 ? (
        <Notice tone="warn" title="Your account did not take everything">
          <p>
            {refused === 1 ? 'One entry was' : `${refused} entries were`} refused by the server. They are kept in this
            browser.
          </p>
          <Button variant="secondary" size="sm" className="mt-3" onClick={() => void journal?.retryRefused()}>
            Try again
          </Button>
        </Notice>
      ) : null}
    </>
  )
}
