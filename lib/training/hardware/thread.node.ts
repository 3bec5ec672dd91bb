import { workerData } from 'node:worker_threads'
import { joinCrew, type ThreadStart } from '@/lib/engine'

joinCrew(workerData as ThreadStart)
