// The first lines of a thread: plain JavaScript, for a thread begins without a loader for types.
import { parentPort, workerData } from 'node:worker_threads'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) (await import('tsx/esm/api')).register()

const { module, input } = workerData
const { default: work } = await import(module)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort.postMessage(await work(input))
