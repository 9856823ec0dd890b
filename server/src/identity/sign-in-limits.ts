import type { Ctx } from '../platform/context.ts'
import { forgive, giveBack, isWithin, type Limit, spend } from './attempts.ts'

const QUARTER = 900
const HOUR = 3600

/** A hall or an office shares one address: wide, and what turns out well is given back. */
const PER_NETWORK: Limit = { name: 'sign-in-network', most: 100, windowSeconds: QUARTER }
const PER_PERSON_AND_NETWORK: Limit = { name: 'sign-in-here', most: 10, windowSeconds: QUARTER }
const PER_KNOWN_BROWSER: Limit = { name: 'sign-in-browser', most: 10, windowSeconds: QUARTER }
/** After that many from browsers nobody knows, one in half a minute. */
const PER_PERSON: Limit = { name: 'sign-in-person', most: 20, windowSeconds: HOUR }
const SLOWLY: Limit = { name: 'sign-in-slowly', most: 1, windowSeconds: 30 }

const MAILS_PER_NETWORK: Limit = { name: 'mail-network', most: 60, windowSeconds: QUARTER }
const MAILS_AT_FIRST: Limit = { name: 'mail-first', most: 5, windowSeconds: HOUR }
const MAILS_A_MINUTE: Limit = { name: 'mail-minute', most: 1, windowSeconds: 60 }
const MAILS_LATER: Limit = { name: 'mail-later', most: 1, windowSeconds: 300 }

const CODES: Limit = { name: 'second-factor', most: 10, windowSeconds: QUARTER }
const SIGN_UPS: Limit = { name: 'sign-up', most: 30, windowSeconds: HOUR }
const PROOFS: Limit = { name: 'proof', most: 10, windowSeconds: QUARTER }

/**
 * Counts an attempt to sign in with a password. Nobody can be locked out by others: a browser the person has signed
 * in from before is counted by itself, and whoever is slowed down can still ask for a link by e-mail.
 */
export async function admitPassword(
  ctx: Ctx,
  email: string,
  knownBrowser: string | undefined,
): Promise<void> {
  if (knownBrowser) return await spend(ctx, PER_KNOWN_BROWSER, `${knownBrowser} ${email}`)
  await spend(ctx, PER_NETWORK, network(ctx.ip))
  await spend(ctx, PER_PERSON_AND_NETWORK, `${email} ${network(ctx.ip)}`)
  if (!(await isWithin(ctx, PER_PERSON, email))) await spend(ctx, SLOWLY, email)
}

/** The password was right: what was counted for it counts no more. The slow count of the person stays. */
export async function passwordWasRight(ctx: Ctx, email: string, knownBrowser?: string): Promise<void> {
  if (knownBrowser) return await forgive(ctx, PER_KNOWN_BROWSER, `${knownBrowser} ${email}`)
  await giveBack(ctx, PER_NETWORK, network(ctx.ip))
  await forgive(ctx, PER_PERSON_AND_NETWORK, `${email} ${network(ctx.ip)}`)
}

/** Counts a code of the second factor; a browser the person has used before has a count of its own. */
export async function admitCode(ctx: Ctx, personId: string, knownBrowser: string | undefined): Promise<void> {
  await spend(ctx, CODES, knownBrowser ? `${knownBrowser} ${personId}` : personId)
}

export async function codeWasRight(ctx: Ctx, personId: string, knownBrowser?: string): Promise<void> {
  await forgive(ctx, CODES, knownBrowser ? `${knownBrowser} ${personId}` : personId)
}

/**
 * Whether to write a mail somebody has asked for without having signed in. Beyond the pace the answer stays the same and
 * no mail goes out: then one not older than five minutes, whose link still works, lies in the mailbox already.
 */
export async function admitMail(ctx: Ctx, kind: string, email: string): Promise<boolean> {
  await spend(ctx, MAILS_PER_NETWORK, network(ctx.ip))
  const who = `${kind} ${email}`
  const pace = (await isWithin(ctx, MAILS_AT_FIRST, who)) ? MAILS_A_MINUTE : MAILS_LATER
  return await isWithin(ctx, pace, who)
}

export async function admitSignUp(ctx: Ctx): Promise<void> {
  await spend(ctx, SIGN_UPS, network(ctx.ip))
}

/** Counts a password given again by somebody signed in, before a change to the account. */
export async function admitProof(ctx: Ctx, personId: string): Promise<void> {
  await spend(ctx, PROOFS, personId)
}

export async function proofWasRight(ctx: Ctx, personId: string): Promise<void> {
  await forgive(ctx, PROOFS, personId)
}

/** An IPv6 customer holds a whole /64: counted as one. */
export function network(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip.replace('::ffff:', '')
  const [head = '', tail = ''] = ip.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const middle = ip.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : []
  return [...before, ...middle, ...after].slice(0, 4).join(':')
}
