import { EventEmitter, on } from 'node:events'
import { sql } from 'kysely'
import { z } from 'zod'
import type { App, Tx } from './context.ts'

/**
 * What processes and screens tell each other: that something changed and where to read it, never what it says. Small
 * enough for PostgreSQL's NOTIFY (8,000 bytes).
 */
const HouseEvent = z.discriminatedUnion('topic', [
  /** Somebody drew in a hall. */
  z.object({ topic: z.literal('plan'), fairId: z.uuid(), hallId: z.uuid(), revision: z.int() }),
  /** Somebody was placed, moved or taken out. */
  z.object({ topic: z.literal('placing'), fairId: z.uuid() }),
])
export type HouseEvent = z.infer<typeof HouseEvent>
export type Topic = HouseEvent['topic']

const CHANNEL = 'hoicho_events'

/** Tells every process of an event when, and only if, the transaction commits. */
export async function announce(tx: Tx, event: HouseEvent): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(event)})`.execute(tx)
}

export type Events = {
  /** Resolves once the process listens: what commits afterwards is heard. */
  ready(): Promise<void>
  /** Events of one fair until the signal aborts or the process stops. */
  follow(fairId: string, topics: readonly Topic[], signal: AbortSignal): AsyncIterable<HouseEvent>
  /** Ends every stream: what runs longest must not hold up a stop. */
  close(): Promise<void>
}

/** One connection listens for the whole process, from the first time somebody follows. */
export function openEvents(listenOn: App['sql'], log: App['log']): Events {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  const stopping = new AbortController()
  let listening: Promise<{ unlisten(): Promise<void> }> | undefined
  const listen = () => {
    listening ??= listenOn.listen(CHANNEL, payload => {
      const event = HouseEvent.safeParse(JSON.parse(payload))
      // A newer process beside this one may speak of what this one does not know.
      if (event.success) emitter.emit(event.data.fairId, event.data)
      else log.debug('event of an unknown kind')
    })
    return listening
  }
  return {
    ready: async () => {
      await listen()
    },
    follow: (fairId, topics, signal) =>
      follow(emitter, fairId, topics, AbortSignal.any([signal, stopping.signal])),
    close: async () => {
      stopping.abort()
      await (await listening)?.unlisten()
    },
  }
}

async function* follow(
  emitter: EventEmitter,
  fairId: string,
  topics: readonly Topic[],
  signal: AbortSignal,
): AsyncGenerator<HouseEvent> {
  try {
    for await (const [event] of on(emitter, fairId, { signal })) {
      // Only ever emitted above, from a parsed event.
      if (topics.includes((event as HouseEvent).topic)) yield event as HouseEvent
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
