/**
 * The worker's shell: gives a session its clock, its event loop, the network and a voice. No logic here. The same script
 * serves helping threads, paced runs, runs on points of the plane, deep networks, watched units, looks into networks and
 * exports, told apart by the worker's name. It is bundled by scripts/start/worker.mjs.
 */
import { NUMERICS } from '@/lib/engine/doors/trainer'
import { loadData } from './data/load-data'
import { UNITS } from './dead-units/unit-protocol'
import { DEPTH } from './depth/depth-protocol'
import { browserHardware } from './hardware/browser-hardware'
import { help, isHelper } from './hardware/browser-threads'
import { LOOK } from './look/look-protocol'
import { PLANE } from './plane/plane-protocol'
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

/** Answers each question by a part of its own. A script that does not arrive is an error of the worker's, which its page hears of. */
function serve<Answer>(
  load: () => Promise<(question: never) => Promise<Answer>>,
  send = (answer: Answer): void => self.postMessage(answer),
): void {
  self.onmessage = ({ data }) => {
    load()
      // What the page that named the worker so sends to it.
      .then((answer) => answer(data as never))
      .then(send, reportError)
  }
}

if (isHelper()) help()
else if (self.name === OPENING)
  serve(
    () => import('./opening-shell').then((part) => part.answerOpening),
    ([answer, transfer]) => self.postMessage(answer, { transfer }),
  )
else if (self.name === PACED) serve(() => import('./paced-shell').then((part) => part.answerPaced))
else if (self.name === PLANE) serve(() => import('./plane/plane-shell').then((part) => part.answerPlane))
else if (self.name === DEPTH) serve(() => import('./depth/depth-shell').then((part) => part.answerDepth))
else if (self.name === UNITS) serve(() => import('./dead-units/unit-shell').then((part) => part.answerUnits))
else if (self.name === LOOK) serve(() => import('./look/look-shell').then((part) => part.answerLook))
else lead()
