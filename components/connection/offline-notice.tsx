'use client'

/**
 * What to know when the network is gone: that this page goes on working, and what has to wait. A click on another page
 * would end in the browser’s own error and take a running training with it, so it is held back and offered again when
 * the connection is there. Not here: what of one’s study is still to be sent (components/learner/journal-notices).
 */
import { WifiOff, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link } from '@/components/ui/link'
import { leavesThePage } from './leaving-click'

interface Wanted {
  href: string
  title: string
}

function subscribe(changed: () => void) {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

export function OfflineNotice() {
  const offline = useSyncExternalStore(
    subscribe,
    () => !navigator.onLine,
    () => false,
  )
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [dismissed, setDismissed] = useState(false)

  useEffect(() => {
    if (!offline) return
    setDismissed(false)
    function hold(event: MouseEvent) {
      const link = leavesThePage(event, location.href)
      if (link === null) return
      event.preventDefault()
      event.stopPropagation()
      // The notice must not lie behind a dialog.
      document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
      setDismissed(false)
      setWanted({
        href: link.href,
        title: (link.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60) || 'That page',
      })
    }
    // Before React and its router see it.
    addEventListener('click', hold, { capture: true })
    return () => removeEventListener('click', hold, { capture: true })
  }, [offline])

  function dismiss() {
    setDismissed(true)
    setWanted(null)
  }

  if (dismissed || (!offline && wanted === null)) return null
  return (
    <div
      data-print="hide"
      role="status"
      className="fixed inset-x-3 bottom-3 z-40 mx-auto flex max-w-2xl items-start gap-3 rounded-card border border-line-strong bg-surface p-4 text-[0.95rem] shadow-raised"
    >
      {offline ? <WifiOff aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" /> : null}
      {offline ? <OfflineText wanted={wanted} /> : <BackText wanted={wanted} onOpen={dismiss} />}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={dismiss}
        className="-m-2.5 ml-auto inline-flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-sunken"
      >
        <X aria-hidden="true" className="size-5" />
      </button>
    </div>
  )
}

function OfflineText({ wanted }: { wanted: Wanted | null }) {
  return (
    <p className="min-w-0">
      <strong className="font-semibold">You are offline.</strong>{' '}
      {wanted ? (
        <>
          “<bdi>{wanted.title}</bdi>” opens when the connection is back; leaving now would lose what this page has
          loaded.
        </>
      ) : (
        'This page goes on working, and what you do is kept in this browser. Other pages open when the connection is back.'
      )}
    </p>
  )
}

function BackText({ wanted, onOpen }: { wanted: Wanted | null; onOpen: () => void }) {
  return (
    <p className="min-w-0">
      The connection is back.{' '}
      {wanted ? (
        <Link href={wanted.href} onClick={onOpen} className="font-medium text-accent underline underline-offset-4">
          Open “<bdi>{wanted.title}</bdi>”
        </Link>
      ) : null}
    </p>
  )
}
