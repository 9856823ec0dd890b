import { parentPort, workerData } from 'node:worker_threads'
import { InstanceFault } from '@hoicho/shared/booths/allocation/problem.ts'
import { type Allocation, type AllocationRequest, allocate, type Progress } from './allocate.ts'
import { loadSolver } from './solver.ts'

export interface WorkerInput {
  request: AllocationRequest
  /** Milliseconds since 1970 when the result must be there. */
  until: number
  /** Shared with the starter: 1 asks to stop and hand over the best so far. */
  stop: Int32Array
}

export type WorkerMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; allocation: Allocation }
  | { kind: 'fault'; message: string }

const { request, until, stop }: WorkerInput = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
const say = (message: WorkerMessage) => parentPort?.postMessage(message)

try {
  const highs = await loadSolver()
  const secondsLeft = () =>
    Atomics.load(stop, 0) === 1 ? 0 : (until - (performance.timeOrigin + performance.now())) / 1000
  say({
    kind: 'done',
    allocation: allocate(highs, request, secondsLeft, progress => say({ kind: 'progress', progress })),
  })
} catch (error) {
  if (!(error instanceof InstanceFault)) throw error
  say({ kind: 'fault', message: error.message })
}
