import { readFile, stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkAllocation } from '@hoicho/shared/booths/allocation/check.ts'
import type { Assignments } from '@hoicho/shared/booths/allocation/instance.ts'
import {
  type AllocationPolicy,
  AllocationPolicySchema,
  DEFAULT_POLICY,
} from '@hoicho/shared/booths/allocation/policy.ts'
import { InstanceFault, type Problem, readProblem } from '@hoicho/shared/booths/allocation/problem.ts'
import { type AllocationRun, runAllocation } from './run-allocation.ts'

const USAGE =
  'npm run allocate -- INSTANCE.json --out RESULT.json [--seconds 10] [--workers 1] [--steps N] [--seed 1] [--policy POLICY.json]'
const MOST_BYTES = 64 * 1024 * 1024
/** What starting npm took before this process knew the time, and what ending takes. */
const START_AND_END_MS = 700
const WRONG_USE = 2
const WRONG_INPUT = 1

/** Something the person at the terminal must know, in one line. */
class Refusal extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = WRONG_INPUT) {
    super(message)
    this.exitCode = exitCode
  }
}

interface Order {
  file: string
  out: string
  seconds: number
  workers: number
  steps: number
  seed: number
  policy: string | undefined
}

/**
 * `npm run allocate`: reads an instance in the format of docs/ALLOCATION.md, writes the allocation with its proven bound and
 * prints one line about it. Exit codes: 0 written, 1 the file cannot be read or allocated, 2 called wrongly.
 */
async function main(): Promise<void> {
  const startedAt = Number(process.env.HOICHO_STARTED_AT ?? performance.timeOrigin)
  const order = orderFrom(process.argv.slice(2))
  const instance = await jsonOf(order.file)
  const policy =
    order.policy === undefined ? DEFAULT_POLICY : policyOf(order.policy, await jsonOf(order.policy))
  const problem = readProblem(instance)
  const request = { instance, policy, seed: order.seed, mostSteps: order.steps }
  const until = startedAt + order.seconds * 1000 - START_AND_END_MS
  const run = await runAllocation(request, { until, workers: order.workers })
  const assignments = assignmentsOf(problem, run)
  const found = checkAllocation(problem, policy, run.booths)
  if (found.faults.length > 0 || found.value !== run.value) {
    throw new Error(`the allocation breaks a rule: ${found.faults[0] ?? 'its value does not add up'}`)
  }
  const seconds = (performance.timeOrigin + performance.now() - startedAt) / 1000
  const { value, bound, stepsOfWorkers: steps } = run
  await write(order.out, {
    assignments,
    bound,
    value,
    seconds,
    steps,
    seed: order.seed,
    optimal: bound === value,
  })
  process.stdout.write(`${summary(problem, run, seconds)}\n`)
}

function orderFrom(args: readonly string[]): Order {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        seconds: { type: 'string', default: '10' },
        workers: { type: 'string', default: '1' },
        steps: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: '1' },
        policy: { type: 'string' },
      },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1 || values.out === undefined) throw new Error('')
    return {
      file,
      out: values.out,
      seconds: numberOf('seconds', values.seconds, 0.1, 86_400),
      workers: whole('workers', values.workers, 1, 16),
      steps: whole('steps', values.steps, 0, 1e9),
      seed: whole('seed', values.seed, 0, 2 ** 31),
      policy: values.policy,
    }
  } catch (error) {
    const why = error instanceof Error && error.message !== '' ? `${error.message.split('\n')[0]}\n` : ''
    throw new Refusal(`${why}${USAGE}`, WRONG_USE)
  }
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (value >= least && value <= most) return value
  throw new Error(`--${name} must be a number from ${least} to ${most}, not "${text}"`)
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = numberOf(name, text, least, most)
  if (Number.isInteger(value)) return value
  throw new Error(`--${name} must be a whole number, not "${text}"`)
}

async function jsonOf(file: string): Promise<unknown> {
  const text = await contentOf(file)
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal(`${file}: not JSON`)
  }
}

async function contentOf(file: string): Promise<string> {
  try {
    const found = await stat(file)
    if (found.isFile() && found.size <= MOST_BYTES) return await readFile(file, 'utf8')
  } catch {
    // Said below.
  }
  throw new Refusal(`${file}: cannot be read`)
}

/** What the file leaves out is as in the default policy. */
function policyOf(file: string, content: unknown): AllocationPolicy {
  const given = content !== null && typeof content === 'object' ? content : {}
  const weight = 'weight' in given && typeof given.weight === 'object' ? given.weight : {}
  const parsed = AllocationPolicySchema.safeParse({
    ...DEFAULT_POLICY,
    ...given,
    weight: { ...DEFAULT_POLICY.weight, ...weight },
  })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Refusal(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function assignmentsOf({ exhibitors, booths }: Problem, run: AllocationRun): Assignments {
  const entries = [...run.booths].map(([e, places]) => [
    exhibitors[e]?.id,
    places.map(at => booths[at]?.id ?? at),
  ])
  return Object.fromEntries(entries)
}

async function write(file: string, result: unknown): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(result)}\n`)
  } catch {
    throw new Refusal(`${file}: cannot be written`)
  }
}

function summary({ exhibitors }: Problem, { booths, value, bound }: AllocationRun, seconds: number): string {
  const gap = bound === 0 ? 0 : (100 * (bound - value)) / bound
  const proof = bound === value ? 'proven optimal' : `at most ${gap.toFixed(3)} % below the best there is`
  return `${booths.size} of ${exhibitors.length} exhibitors placed, value ${value}, bound ${bound}: ${proof}. ${seconds.toFixed(1)} s`
}

try {
  await main()
} catch (error) {
  const isExpected = error instanceof Refusal || error instanceof InstanceFault
  if (!isExpected) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error instanceof Refusal ? error.exitCode : WRONG_INPUT
}
