'use client'

import { describeBroughtAlong } from '@/components/learner/brought-along'
import { JournalNotices } from '@/components/learner/journal-notices'
import { useLearner } from '@/components/learner/use-learner'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** What came along at sign-in, how study is being kept, and to somebody without an account the offer to keep it. */
export function DashboardNotices() {
  const { status, snapshot, events, broughtAlong, dismissBroughtAlong } = useLearner()
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {broughtAlong === null ? null : (
        <Notice tone="good" role="status" title="Your study came along">
          <p>{describeBroughtAlong(broughtAlong)} from before you signed in: now in your account.</p>
          <Button variant="secondary" size="sm" className="mt-3" onClick={dismissBroughtAlong}>
            Good
          </Button>
        </Notice>
      )}
      <JournalNotices />
      {status === 'guest' && !snapshot?.sessionEnded ? (
        <section
          aria-label="Your account"
          className="flex flex-col justify-between gap-x-8 gap-y-4 rounded-card border border-line bg-accent-soft p-5 sm:p-6 md:flex-row md:items-center"
        >
          <div className="max-w-prose">
            <p className="font-semibold font-serif text-xl">
              {events.length > 0 ? 'This is kept in this browser only' : 'You are studying as a guest'}
            </p>
            <p className="mt-1 text-[0.95rem]">
              {events.length > 0
                ? 'With a free account it is safe, and on all your devices. What you have done so far comes along.'
                : 'Everything works without an account. With one, your progress is safe and on all your devices.'}
            </p>
          </div>
          <div className="flex shrink-0 flex-wrap gap-3">
            {/* Before anything was done, the first lesson is what matters. */}
            <ButtonLink href="/sign-up" variant={events.length > 0 ? 'primary' : 'secondary'}>
              Make a free account
            </ButtonLink>
            <ButtonLink href="/sign-in" variant="quiet">
              Sign in
            </ButtonLink>
          </div>
        </section>
      ) : null}
    </div>
  )
}
