/**
 * What the journal asks of its storage: atomic transactions over three small
 * collections. Implemented by indexeddb-store.ts and memory-store.ts; the rules
 * (who owns what, what may be dropped) are written once, in ledger.ts.
 */
import type { AnswerRow, BrowserState, JournalRow } from '@/lib/journal/row'

export interface StoreTransaction {
  findState(): Promise<BrowserState | undefined>
  putState(state: BrowserState): Promise<void>
  findRow(owner: string, id: string): Promise<JournalRow | undefined>
  rowsOf(owner: string): Promise<JournalRow[]>
  allRows(): Promise<JournalRow[]>
  /** Unsent rows of one owner, oldest first, at most `limit`. */
  unsentOf(owner: string, limit: number): Promise<JournalRow[]>
  putRow(row: JournalRow): Promise<void>
  deleteRow(owner: string, id: string): Promise<void>
  answersOf(owner: string): Promise<AnswerRow[]>
  putAnswer(row: AnswerRow): Promise<void>
  deleteAnswer(owner: string, eventId: string): Promise<void>
}

export interface JournalStore {
  /** `memory`: gone when the page closes. */
  kind: 'durable' | 'memory'
  /**
   * All or nothing; transactions that write never overlap, in no tab. `work` may wait for
   * nothing but the transaction (IndexedDB commits as soon as it idles).
   */
  transact<T>(mode: 'readonly' | 'readwrite', work: (transaction: StoreTransaction) => Promise<T>): Promise<T>
  close(): void
}
