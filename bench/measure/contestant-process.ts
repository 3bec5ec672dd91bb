/** One contestant in a process of its own, asked line by line. The lines are described in protocol.ts. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { parseReply, type Ready, type Reply } from './protocol'

export interface Program {
  command: string
  args: string[]
  env: Record<string, string>
}

/** A contestant that cannot take part, and why: a package that is not installed, a layer that it does not have. */
export class ContestantError extends Error {
  override name = 'ContestantError'
}

const ANSWER_WITHIN_MS = 180_000
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

export class ContestantProcess {
  private readonly replies: Reply[] = []
  private waiting: ((reply: Reply) => void) | null = null
  private complaint = ''
  /** Why there will be no more replies. */
  private over: string | null = null

  private constructor(
    private readonly child: ChildProcess,
    private readonly ended: Promise<void>,
  ) {}

  /** Starts it and waits until it is warm. */
  static async start({ command, args, env }: Program): Promise<{ contestant: ContestantProcess; ready: Ready }> {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
    running.add(child)
    let end = () => {}
    const contestant = new ContestantProcess(
      child,
      new Promise((resolve) => {
        end = resolve
      }),
    )
    const finish = (reason: string) => {
      running.delete(child)
      contestant.over = contestant.lastComplaint() ?? reason
      contestant.take({ kind: 'failed', reason: contestant.over })
      end()
    }
    child.once('error', (error) => finish(error.message))
    child.once('close', (code, signal) => finish(`it ended with ${signal ?? `code ${code}`}`))
    // A contestant that has died can no longer be written to; its end is told by `close`.
    child.stdin.on('error', () => {})
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      contestant.complaint = (contestant.complaint + text).slice(-2000)
    })
    createInterface({ input: child.stdout }).on('line', (line) => contestant.take(parseReply(line)))
    const reply = await contestant.next(ANSWER_WITHIN_MS)
    if (reply.kind === 'ready') return { contestant, ready: reply.ready }
    child.kill('SIGKILL')
    await contestant.stop()
    throw new ContestantError(reply.kind === 'failed' ? reply.reason : `it answered before it was ready`)
  }

  async ask<T>(line: string, schema: z.ZodType<T>, withinMs = ANSWER_WITHIN_MS): Promise<T> {
    this.child.stdin?.write(`${line}\n`)
    const reply = await this.next(withinMs)
    if (reply.kind === 'answer') {
      const answer = schema.safeParse(reply.value)
      if (answer.success) return answer.data
      throw new ContestantError(`to '${line}' it answered ${JSON.stringify(reply.value)}`)
    }
    throw new ContestantError(reply.kind === 'failed' ? reply.reason : `it said 'ready' twice`)
  }

  /** Ends it, by force if its input's end does not. */
  async stop(): Promise<void> {
    this.child.stdin?.end()
    const force = setTimeout(() => this.child.kill('SIGKILL'), 2000)
    await this.ended
    clearTimeout(force)
  }

  private take(reply: Reply): void {
    if (reply.kind === 'noise') return
    if (this.waiting === null) this.replies.push(reply)
    else this.waiting(reply)
    this.waiting = null
  }

  private next(withinMs: number): Promise<Reply> {
    const reply = this.replies.shift()
    if (reply !== undefined) return Promise.resolve(reply)
    if (this.over !== null) return Promise.resolve({ kind: 'failed', reason: this.over })
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.take({ kind: 'failed', reason: `no answer within ${Math.round(withinMs / 1000)} s` })
        this.child.kill('SIGKILL')
      }, withinMs)
      this.waiting = (answer) => {
        clearTimeout(late)
        resolve(answer)
      }
    })
  }

  /** The line of its error output that says most: Node's and Python's both end in `…Error: why`. */
  private lastComplaint(): string | null {
    const lines = this.complaint.trim().split('\n')
    return lines.findLast((line) => /^\w*Error\b.*:/.test(line)) ?? (lines.at(-1) || null)
  }
}
