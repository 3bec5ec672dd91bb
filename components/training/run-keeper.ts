/** Which ended runs still have to be written into the learner's log. It knows no React and no journal. */
import type { EventDraft } from '@/lib/journal/draft'
import type { RunResult } from '@/lib/training/protocol'

export class RunKeeper {
  private readonly taken = new WeakSet<RunResult>()
  private unsaved: EventDraft[] = []
  private saving: Promise<boolean> = Promise.resolve(true)

  /** Takes a run that ended, once; false where it already has. Its draft should have an id: it may be written twice. */
  take(result: RunResult, draft: () => EventDraft): boolean {
    if (this.taken.has(result)) return false
    this.taken.add(result)
    this.unsaved.push(draft())
    return true
  }

  /** Writes what is not written yet, one after another; what fails stays for the next call. True if nothing is left. */
  save(write: (draft: EventDraft) => Promise<unknown>): Promise<boolean> {
    this.saving = this.saving.then(() => this.writeAll(write))
    return this.saving
  }

  private async writeAll(write: (draft: EventDraft) => Promise<unknown>): Promise<boolean> {
    for (const draft of [...this.unsaved]) {
      const stored = await write(draft).then(
        () => true,
        () => false,
      )
      if (stored) this.unsaved = this.unsaved.filter((other) => other !== draft)
    }
    return this.unsaved.length === 0
  }
}
