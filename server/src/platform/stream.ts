import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { HouseEvent, Topic } from './events.ts'
import { ctxOf, type Env } from './http.ts'

/** A stream ends after this long; the browser opens it anew and is asked for its right again. */
const LIFE_MS = 10 * 60_000
const HEARTBEAT_MS = 20_000

/**
 * Server-sent events of a fair, for whoever the route has let in: `{ topic, … }` as JSON in `data`. The first message is
 * `ready`: what changes after it will be told. A comment every 20 seconds keeps the way open through proxies.
 */
export function streamEvents(c: Context<Env>, fairId: string, topics: readonly Topic[]): Response {
  const { events } = ctxOf(c).app
  const ending = new AbortController()
  const life = setTimeout(() => ending.abort(), LIFE_MS)
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async stream => {
    stream.onAbort(() => ending.abort())
    const heartbeat = setInterval(() => void stream.write(': \n\n'), HEARTBEAT_MS)
    try {
      await events.ready()
      const followed = events.follow(fairId, topics, ending.signal)
      await stream.writeSSE({ event: 'ready', data: '{}' })
      for await (const event of followed) await stream.writeSSE({ data: shown(event) })
    } finally {
      clearInterval(heartbeat)
      clearTimeout(life)
    }
  })
}

/** Whoever follows a fair knows which one. */
const shown = ({ fairId: _fairId, ...event }: HouseEvent): string => JSON.stringify(event)
