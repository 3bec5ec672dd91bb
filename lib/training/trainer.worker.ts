/**
 * The worker's shell: gives a session its clock, its event loop, the network and a voice. No logic here. The same script
 * serves helping threads, paced runs, runs on points of the plane and exports, told apart by the worker's name. It is
 * bundled by scripts/start/worker.mjs.
 */
import { NUMERICS } from '@/lib/engine/doors/trainer'
import { loadData } from './data/load-data'
import { browserHardware } from './hardware/browser-hardware'
import { help, isHelper } from './hardware/browser-threads'
import type { OpeningQuestion } from './opening-client'
import type { PacedCommand } from './paced-session'
import { PLANE, type PlaneCommand } from './plane/plane-protocol'
import { OPENING, PACED, type TrainingCommand } from './protocol'
import { TrainingSession } from './training-session'

function lead(): void {
  // A message to oneself is a macrotask without the 4 ms that nested timers are held back.
  const channel = new MessageChannel()
  const tasks: (() => void)[] = []
  channel.port1.onmessage = () => tasks.shift()?.()

  const ports = {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    caches: self.caches,
    loadHardware: browserHardware,
  }

  const session = new TrainingSession({
    now: () => performance.now(),
    later: (task) => {
      tasks.push(task)
      channel.port2.postMessage(null)
    },
    post: (message) => self.postMessage(message),
    numerics: NUMERICS,
    loadData: (data, needs, signal, onBytes) => loadData(data, needs, ports, signal, onBytes),
  })

  self.onmessage = ({ data }: MessageEvent<TrainingCommand>) => session.handle(data)
}

/** A script that does not arrive is an error of the worker's, which its page hears of. */
function pace(): void {
  self.onmessage = ({ data }: MessageEvent<PacedCommand>) => {
    import('./paced-shell')
      .then(({ answerPaced }) => answerPaced(data))
      .then((answer) => self.postMessage(answer), reportError)
  }
}

function open(): void {
  self.onmessage = ({ data }: MessageEvent<OpeningQuestion>) => {
    import('./opening-shell')
      .then(({ answerOpening }) => answerOpening(data))
      .then(([answer, transfer]) => self.postMessage(answer, { transfer }), reportError)
  }
}

/** Likewise. */
function trainOnPlane(): void {
  self.onmessage = ({ data }: MessageEvent<PlaneCommand>) => {
    import('./plane/plane-shell')
      .then(({ answerPlane }) => answerPlane(data))
      .then((answer) => self.postMessage(answer), reportError)
  }
}

if (isHelper()) help()
else if (self.name === OPENING) open()
else if (self.name === PACED) pace()
else if (self.name === PLANE) trainOnPlane()
else lead()
