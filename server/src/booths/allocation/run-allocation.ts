import { Worker } from 'node:worker_threads'
import { InstanceFault } from '@hoicho/shared/booths/allocation/problem.ts'
import type { Allocation, AllocationRequest, Progress } from './allocate.ts'
import type { WorkerInput, WorkerMessage } from './worker.ts'

export interface RunOptions {
  /** Milliseconds since 1970 when the result must be there. */
  until: number
  /** Threads; each after the first searches with a seed of its own. The best value and the lowest bound of all count. */
  workers: number
  onProgress?: (progress: Progress) => void
  /** Stops and keeps the best so far. */
  signal?: AbortSignal
}

export interface AllocationRun extends Allocation {
  /** Steps done by each worker; as many give the same result again. */
  stepsOfWorkers: number[]
}

/** Allocates in worker threads. Rejects with `InstanceFault` for an instance that cannot be read. */
export async function runAllocation(request: AllocationRequest, options: RunOptions): Promise<AllocationRun> {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const onAbort = () => Atomics.store(stop, 0, 1)
  options.signal?.addEventListener('abort', onAbort)
  if (options.signal?.aborted) onAbort()
  try {
    const runs = Array.from({ length: options.workers }, (_, n) => {
      const input: WorkerInput = {
        request: { ...request, seed: request.seed + n },
        until: options.until,
        stop,
      }
      return runOne(input, options.onProgress)
    })
    return best(await Promise.all(runs))
  } finally {
    options.signal?.removeEventListener('abort', onAbort)
  }
}

function best(runs: readonly Allocation[]): AllocationRun {
  const byValue = runs.toSorted((a, b) => b.value - a.value)
  const byBound = runs.toSorted((a, b) => a.bound - b.bound)
  const [winner, prover] = [byValue[0], byBound[0]]
  if (!winner || !prover) throw new Error('an allocation needs at least one worker')
  return {
    ...winner,
    bound: prover.bound,
    boothPrices: prover.boothPrices,
    stepsOfWorkers: runs.map(run => run.steps),
  }
}

function runOne(input: WorkerInput, onProgress: RunOptions['onProgress']): Promise<Allocation> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./worker-start.mjs', import.meta.url), {
      workerData: input,
      execArgv: [],
    })
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress)
      else if (message.kind === 'fault') fail(new InstanceFault(message.message))
      else done(message.allocation)
    })
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('the worker ended without a result')))
  })
}
