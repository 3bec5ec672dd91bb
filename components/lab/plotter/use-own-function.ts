'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type ActivationDescription,
  type ParsedActivation,
  parseActivation,
  type WrittenActivation,
} from '@/lib/engine'
import type { DescribeAnswer } from './describe.worker'

/** After the last key: reading an expression takes some ten milliseconds, which would be felt at every letter. */
const READ_AFTER_MS = 250

type Problem = Extract<ParsedActivation, { ok: false }>['problem']

export interface OwnFunction {
  activation: WrittenActivation | null
  problem: Problem | null
  /** Null until it is worked out. */
  description: ActivationDescription | null
}

/** The learner's expression as a function, a moment after it was typed, and a moment later what it is like. */
export function useOwnFunction(source: string): OwnFunction {
  const [wanted, setWanted] = useState(source)
  const [described, setDescribed] = useState<DescribeAnswer | null>(null)
  const worker = useRef<Worker | null>(null)
  const { activation, problem } = useMemo(() => read(wanted), [wanted])

  useEffect(() => {
    const timer = window.setTimeout(() => setWanted(source), READ_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [source])

  useEffect(() => {
    if (activation === null) return
    const current = worker.current ?? createWorker()
    worker.current = current
    if (current === null) return
    const hear = ({ data }: MessageEvent<DescribeAnswer>) => setDescribed(data)
    current.addEventListener('message', hear)
    current.postMessage(activation.source)
    return () => current.removeEventListener('message', hear)
  }, [activation])

  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
    },
    [],
  )

  const known = described?.source === wanted
  return { activation, problem, description: known ? described.description : null }
}

function read(source: string): Pick<OwnFunction, 'activation' | 'problem'> {
  if (source.trim() === '') return { activation: null, problem: null }
  const parsed = parseActivation(source)
  return parsed.ok ? { activation: parsed.activation, problem: null } : { activation: null, problem: parsed.problem }
}

function createWorker(): Worker | null {
  try {
    return new Worker(new URL('./describe.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}
