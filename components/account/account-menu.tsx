'use client'

/**
 * Who is signed in, at the end of the site's header, and the way in and out. A plain
 * disclosure of links, not an ARIA menu. What signing out does is use-sign-out.ts.
 */

import { ChevronDown, CircleUserRound } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { ButtonLink } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { withNext } from './next-path'
import { SignOutDialog } from './sign-out-dialog'
import { useSignOut } from './use-sign-out'

/** The end of the site's header: the ways in for a guest, the learner's own menu after that. */
export function AccountMenu() {
  const { status, learner } = useLearner()
  const pathname = usePathname()
  if (status === 'learner' && learner !== null)
    return <LearnerMenu key={pathname} name={learner.name ?? learner.email} />
  return (
    <>
      {/* There from the start; only where somebody was signed in last is their place kept free until we know. */}
      <div
        data-visitor={status}
        className={classNames('flex gap-1', status === 'opening' && 'signed-in-before:invisible')}
      >
        <ButtonLink href={withNext('/sign-in', pathname)} variant="quiet" size="sm" className="min-h-11 max-sm:px-2">
          Sign in
        </ButtonLink>
        <ButtonLink href={withNext('/sign-up', pathname)} size="sm" className="min-h-11 max-md:hidden">
          Sign up free
        </ButtonLink>
      </div>
    </>
  )
}

const itemClass = 'flex min-h-11 w-full items-center rounded-control px-3 text-left hover:bg-sunken'

function LearnerMenu({ name }: { name: string }) {
  const { learner, snapshot } = useLearner()
  const { phase, signOut, signOutAnyway, cancel } = useSignOut()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    function leave(event: Event) {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    function pressEscape(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', pressEscape)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', pressEscape)
    }
  }, [open])

  return (
    <div ref={root} className="relative">
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls="account-menu"
        onClick={() => setOpen(!open)}
        className="flex min-h-11 items-center gap-2 rounded-control px-2 font-medium text-[0.95rem] hover:bg-sunken"
      >
        <CircleUserRound aria-hidden="true" className="size-6 text-muted" strokeWidth={1.75} />
        <span className="max-w-24 truncate max-sm:sr-only xl:max-w-40">{name}</span>
        <span className="sr-only">: your account</span>
        <ChevronDown aria-hidden="true" className="size-4 text-muted max-sm:hidden" />
      </button>
      <div
        id="account-menu"
        hidden={!open}
        className="absolute right-0 z-40 mt-2 w-64 rounded-card border border-line bg-surface p-2 shadow-raised"
      >
        <div className="border-line border-b px-3 pt-1 pb-3">
          {learner?.name ? <p className="truncate font-medium">{learner.name}</p> : null}
          <p className="truncate text-muted text-sm">{learner?.email}</p>
          <p className="mt-1 text-muted text-sm">{describeSync(snapshot?.unsent ?? 0)}</p>
        </div>
        <ul className="mt-2">
          <li>
            <Link href="/dashboard" className={itemClass}>
              Dashboard
            </Link>
          </li>
          <li>
            <Link href="/review" className={itemClass}>
              Review flashcards
            </Link>
          </li>
          <li>
            <button type="button" onClick={signOut} disabled={phase.name === 'working'} className={itemClass}>
              {phase.name === 'working' ? 'Signing out …' : 'Sign out'}
            </button>
          </li>
        </ul>
      </div>
      <SignOutDialog phase={phase} onConfirm={phase.name === 'failed' ? signOut : signOutAnyway} onCancel={cancel} />
    </div>
  )
}

function describeSync(unsent: number): string {
  if (unsent === 0) return 'Everything is saved in your account.'
  return unsent === 1 ? 'One entry waits to be sent.' : `${unsent} entries wait to be sent.`
}
