import type { Answer, House } from './house.ts'

/** A browser that keeps cookies, at a network address of its own. */
export function browser(house: House, ip = '203.0.113.1') {
  const jar = new Map<string, string>()
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await house.visitor.send(method, path, body, {
      'x-forwarded-for': ip,
      ...(cookie ? { cookie } : {}),
      ...headers,
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
  return { send, jar }
}
