/** Seats in a council. */
export const MEMBER_ROLES = ['chair', 'deputy', 'secretary', 'member'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]
