import { z } from 'zod'
import type { MemberRole } from './vocabulary.ts'

/** The dated rule `selection.quorum`: the share of the members that must be present, and whether the chair must be. */
export const quorumRule = z.object({
  numerator: z.int().min(0),
  denominator: z.int().min(1),
  needsChair: z.boolean(),
})
export type QuorumRule = z.infer<typeof quorumRule>

type Member = { role: MemberRole; isPresent: boolean }
type Motion = {
  kind: 'list' | 'other'
  inFavour: number
  against: number
  abstained: number
  dissents: readonly unknown[]
}

export type Quorum = { members: number; present: number; needed: number; isMet: boolean }

/** Who must be there and who was: `needed` members, half ones counted up, and the chair where the rule asks for it. */
export function quorumOf(members: readonly Member[], rule: QuorumRule): Quorum {
  const present = members.filter(member => member.isPresent)
  const needed = Math.ceil((members.length * rule.numerator) / rule.denominator)
  const isChaired = !rule.needsChair || present.some(({ role }) => role === 'chair' || role === 'deputy')
  return {
    members: members.length,
    present: present.length,
    needed,
    isMet: present.length > 0 && present.length >= needed && isChaired,
  }
}

export type MinutesFault =
  | 'no-chair'
  | 'two-chairs'
  | 'no-secretary'
  | 'no-quorum'
  | 'votes-miscounted'
  | 'no-list-motion'
  | 'list-not-carried'

/**
 * What keeps minutes from being signed: a council with one chair and a secretary, a quorum, in every motion as many votes as
 * members were present, and the list carried by more than half of them.
 */
export function minutesFaults(
  members: readonly Member[],
  motions: readonly Motion[],
  rule: QuorumRule,
): MinutesFault[] {
  const chairs = members.filter(member => member.role === 'chair').length
  const quorum = quorumOf(members, rule)
  const list = motions.find(motion => motion.kind === 'list')
  const isMiscounted = ({ inFavour, against, abstained }: Motion) =>
    inFavour + against + abstained !== quorum.present
  const faults: (MinutesFault | false)[] = [
    chairs === 0 && 'no-chair',
    chairs > 1 && 'two-chairs',
    !members.some(member => member.role === 'secretary' && member.isPresent) && 'no-secretary',
    !quorum.isMet && 'no-quorum',
    motions.some(isMiscounted) && 'votes-miscounted',
    !list && 'no-list-motion',
    list !== undefined && list.inFavour * 2 <= quorum.present && 'list-not-carried',
  ]
  return faults.filter(fault => fault !== false)
}
