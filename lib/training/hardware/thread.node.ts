import { workerData } from 'node:worker_threads'
import { joinCrew, RARE_LAYERS, type ThreadStart } from '@/lib/engine'

joinCrew(workerData as ThreadStart, RARE_LAYERS)
