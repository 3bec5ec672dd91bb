/**
 * All of a checkpoint but its weights and other long lists, as JSON in ASCII: read back, every number and every text is
 * what it was. What comes in is looked at before it is believed. Not here: the file around it (checkpoint-file.ts).
 */
import { CheckpointError } from '../../errors'
import { isRecord } from '../../spec/check/form'
import { printed } from '../../spec/problem'
import type { Checkpoint } from './checkpoint'

export const LISTS = ['weights', 'optimizer', 'running'] as const

const VERSION = 1

export interface CheckpointHeader extends Omit<Checkpoint, (typeof LISTS)[number]> {
  version: typeof VERSION
  /** How long the arrays of each list are. */
  lengths: Record<(typeof LISTS)[number], number[]>
}

export function encodeHeader({ weights, optimizer, running, ...rest }: Checkpoint): string {
  const lengthsOf = (list: Float32Array[]) => list.map(({ length }) => length)
  const lengths = { weights: lengthsOf(weights), optimizer: lengthsOf(optimizer), running: lengthsOf(running) }
  const header: CheckpointHeader = { version: VERSION, ...rest, lengths }
  return JSON.stringify(header, (_key, value: unknown) => unusual(value)).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** @throws CheckpointError where the text is not such a header. */
export function parseHeader(text: string): CheckpointHeader {
  let header: unknown
  try {
    header = JSON.parse(text, (_key, value: unknown) => usual(value))
  } catch {
    throw new CheckpointError("The checkpoint's header is not JSON; start the run again.")
  }
  if (isRecord(header) && header.version !== VERSION) {
    throw new CheckpointError(
      `The checkpoint is of version ${printed(header.version)}, this engine reads version ${VERSION}; start the run again.`,
    )
  }
  if (!isHeader(header)) {
    throw new CheckpointError("The checkpoint's header is not such as this engine writes; start the run again.")
  }
  return header
}

/** The numbers that JSON has no word for. */
const UNUSUAL: readonly number[] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0]

function unusual(value: unknown): unknown {
  const index = UNUSUAL.findIndex((number) => Object.is(number, value))
  return index < 0 ? value : { number: ['NaN', 'Infinity', '-Infinity', '-0'][index] }
}

/** No object of a checkpoint has text under the key `number`. */
function usual(value: unknown): unknown {
  return isRecord(value) && typeof value.number === 'string' ? Number(value.number) : value
}

function isHeader(value: unknown): value is CheckpointHeader {
  if (!isRecord(value)) return false
  const { numerics, spec, dataHash, epochSums, lastUpdate, lastEvaluation, lengths } = value
  return (
    hasNumbers(value, 'seed', 'step') &&
    typeof numerics === 'string' &&
    typeof dataHash === 'string' &&
    isRecord(spec) &&
    hasNumbers(epochSums, 'batches', 'loss', 'correct') &&
    (lastUpdate === null || isUpdate(lastUpdate)) &&
    (lastEvaluation === null || isEvaluation(lastEvaluation)) &&
    isRecord(lengths) &&
    LISTS.every((list) => isListOf(lengths[list], (length) => Number.isSafeInteger(length) && Number(length) >= 0))
  )
}

function isUpdate(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasNumbers(value, 'step') &&
    isListOf(value.layers, (layer) => hasNumbers(layer, 'layer', 'change', 'weights'))
  )
}

function isEvaluation(value: unknown): boolean {
  return (
    isRecord(value) &&
    value.status === 'evaluated' &&
    hasNumbers(value, 'step', 'epoch') &&
    (value.train === null || isMetrics(value.train)) &&
    isMetrics(value.validation) &&
    isListOf(value.probes, isReading)
  )
}

function isMetrics(value: unknown): boolean {
  return isRecord(value) && hasNumbers(value, 'loss') && (value.accuracy === null || hasNumbers(value, 'accuracy'))
}

function isReading(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.probe === 'string' &&
    hasNumbers(value, 'layer', 'value') &&
    isRecord(value.details) &&
    hasNumbers(value.details, ...Object.keys(value.details))
  )
}

function hasNumbers(value: unknown, ...keys: string[]): boolean {
  return isRecord(value) && keys.every((key) => typeof value[key] === 'number')
}

function isListOf(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isEntry)
}
