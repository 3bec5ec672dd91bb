import { workerData } from 'node:worker_threads'
import type { ThreadStart } from '@/lib/engine'
import { joinCrew } from '@/lib/engine/doors/trainer'

joinCrew(workerData as ThreadStart)
