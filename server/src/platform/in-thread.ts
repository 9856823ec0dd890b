import { Worker } from 'node:worker_threads'

/** The thread was ended: it took too long, asked for too much memory, or failed. */
export class ThreadEnded extends Error {}

/**
 * Runs a module's default export on `input` in a thread of its own and answers with what it returns. What strangers send
 * is read so: it can neither hold up the process nor exhaust its memory. Input and answer are copied.
 * @throws ThreadEnded after `seconds`, beyond `memoryMb`, or when the work throws
 */
export async function inThread<A>(
  module: URL,
  input: unknown,
  { seconds, memoryMb }: { seconds: number; memoryMb: number },
): Promise<A> {
  const worker = new Worker(new URL('thread.mjs', import.meta.url), {
    workerData: { module: module.href, input },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    execArgv: [],
  })
  const timer = setTimeout(() => void worker.terminate(), seconds * 1000)
  try {
    return await new Promise<A>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', error => reject(new ThreadEnded(String(error))))
      worker.once('exit', code => reject(new ThreadEnded(`the thread ended with ${code}`)))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
