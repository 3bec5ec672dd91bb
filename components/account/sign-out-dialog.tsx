'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { SignOutPhase } from './use-sign-out'

interface SignOutDialogProps {
  phase: SignOutPhase
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before signing out with unsent study, and says when signing out failed. */
export function SignOutDialog({ phase, onConfirm, onCancel }: SignOutDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = phase.name === 'unsent' || phase.name === 'failed'
  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) element.showModal()
    if (!open) element?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="sign-out-title"
      onClose={() => open && onCancel()}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-6 text-ink shadow-raised backdrop:bg-black/50"
    >
      <h2 id="sign-out-title" className="text-2xl">
        {phase.name === 'failed' ? 'You are still signed in' : 'Some of your study is not sent yet'}
      </h2>
      <p className="mt-3 text-muted">
        {phase.name === 'unsent'
          ? `${phase.count === 1 ? 'One entry has' : `${phase.count} entries have`} not reached your account. If you sign out now, nothing is lost: it stays in this browser and is sent when you sign in here again.`
          : 'The server could not be reached, so the session could not be ended. Check your connection and try again.'}
      </p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={onCancel}>
          Stay signed in
        </Button>
        <Button onClick={onConfirm}>{phase.name === 'failed' ? 'Try again' : 'Sign out anyway'}</Button>
      </div>
    </dialog>
  )
}
