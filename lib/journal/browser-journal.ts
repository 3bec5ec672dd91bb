/** The journal with the browser's own clock, locks, channel and network. One a page. */
import { type Journal, type JournalParts, openJournal } from './journal'

const DATABASE_NAME = 'nonlinear-journal'

let opened: Promise<Journal> | undefined

/** Opens the journal once; every caller on the page shares it. */
export function openBrowserJournal(): Promise<Journal> {
  opened ??= openJournal({
    now: () => Date.now(),
    newId,
    fetch: (input, init) => window.fetch(input, init),
    databaseName: DATABASE_NAME,
    random: () => Math.random(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    schedule(task, delayMs) {
      const timer = window.setTimeout(task, delayMs)
      return () => window.clearTimeout(timer)
    },
    exclusively: lockingTabs(),
    tabs: channelBetweenTabs(DATABASE_NAME),
  })
  return opened
}

/**
 * `crypto.randomUUID` exists only on https and localhost. Nonlinear is served there and nowhere else, but a proxy may
 * also let a guest in over plain http: the page works, with what is done kept in the browser.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Web Locks need a secure context too; without them tabs may send twice, which the server's ids make harmless. */
function lockingTabs(): JournalParts['exclusively'] {
  if ('locks' in navigator) return (name, task) => navigator.locks.request(name, task)
  let last: Promise<unknown> = Promise.resolve()
  return (_name, task) => {
    const run = last.then(task)
    last = run.catch(() => undefined)
    return run
  }
}

function channelBetweenTabs(name: string): JournalParts['tabs'] {
  if (!('BroadcastChannel' in window)) return { tell: () => undefined, listen: () => () => undefined }
  const channel = new BroadcastChannel(name)
  return {
    tell: () => channel.postMessage('changed'),
    listen(onChange) {
      const hear = () => onChange()
      channel.addEventListener('message', hear)
      return () => channel.removeEventListener('message', hear)
    },
  }
}
