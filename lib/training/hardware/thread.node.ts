import { workerData } from 'node:worker_threads'
import { BATCH_NORM_KIT, joinCrew, type ThreadStart } from '@/lib/engine'

joinCrew(workerData as ThreadStart, BATCH_NORM_KIT)
