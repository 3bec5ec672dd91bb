'use client'

import { CircleCheck, Mail } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { type BroughtAlong, describeBroughtAlong } from '@/components/learner/brought-along'
import { ButtonLink } from '@/components/ui/button'

/** Signed in, with what the guest had done. */
export function Welcome({ brought, next }: { brought: BroughtAlong; next: string }) {
  return (
    <Result icon={<CircleCheck aria-hidden="true" className="size-9 text-good" />} title="You are signed in">
      <p>
        What you did before came along: <strong>{describeBroughtAlong(brought)}</strong> now{' '}
        {brought.reviews + brought.answers + brought.runs === 1 ? 'belongs' : 'belong'} to your account.
      </p>
      <ButtonLink href={next} className="mt-3">
        Continue
      </ButtonLink>
    </Result>
  )
}

export function CheckMail() {
  return (
    <Result icon={<Mail aria-hidden="true" className="size-9 text-accent" />} title="Check your mail">
      <p>
        If that address can be reached, a link is on its way to it. Open the link in this browser and press its button.
        It works once, within an hour.
      </p>
    </Result>
  )
}

function Result({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="flex flex-col items-start gap-3">
      {icon}
      <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {title}
      </h2>
      {children}
    </div>
  )
}
