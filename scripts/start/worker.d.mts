import type { InputOptions, OutputOptions } from 'rolldown'

export const WORKER_BUNDLE: InputOptions & { output: OutputOptions }
export function buildWorker(): Promise<void>
export function watchWorker(): Promise<void>
