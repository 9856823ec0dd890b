/**
 * Two records of one establishment become one: what goes where, decided before anything is written, so that it can be
 * shown beforehand and taken apart again. Pure; the server carries the plan out.
 */

/** Values of a record that go together: one choice for each. */
export const MERGE_GROUPS = {
  name: ['name'],
  nameEn: ['nameEn'],
  legalForm: ['legalForm'],
  taxCode: ['taxCode', 'taxCodeReason'],
  place: ['registeredAddress', 'provinceScheme', 'provinceCode'],
  production: ['productionAddress', 'productionProvinceScheme', 'productionProvinceCode'],
  vsic: ['vsicVersion', 'vsicCode'],
  sector: ['sectorCode'],
  representative: ['representativeName', 'representativePosition'],
  phone: ['phone'],
  email: ['email'],
  website: ['website'],
  figures: ['employees', 'revenueVnd', 'capitalVnd', 'figuresYear'],
  exportMarkets: ['exportMarkets'],
  introductionVi: ['introductionVi'],
  introductionEn: ['introductionEn'],
} as const
export type MergeGroup = keyof typeof MERGE_GROUPS
export type MergeField = (typeof MERGE_GROUPS)[MergeGroup][number]
export const MERGE_GROUP_NAMES = Object.keys(MERGE_GROUPS) as readonly MergeGroup[]

/** What hangs on an establishment and moves with it. Each has an `establishment_id`; a test compares with the database. */
export const MERGE_TABLES = [
  'application',
  'fairInvitation',
  'contract',
  'deal',
  'product',
  'recognition',
  'certificate',
  'bankAccount',
  'contact',
  'exportYear',
  'establishmentMember',
  'invitation',
  'file',
  'mail',
  'supportRecord',
  'barredEstablishment',
  'recruitmentCall',
  'campaignRecipient',
  'invitationOptOut',
  'savedListMember',
] as const
export type MergeTable = (typeof MERGE_TABLES)[number]

export type FieldValue = string | number | null
export type MergeFields = Record<MergeField, FieldValue>

/**
 * A row that hangs on a record. `key` is what there may be only one of at an establishment: the fair of an application or
 * invitation, the person of a membership, the number of an account, the year of figures.
 */
export type AttachedRow = {
  table: MergeTable
  id: string
  key: string | null
  /** Still counts: not withdrawn, revoked, ended or removed. */
  isLiving: boolean
  /** What a merge may have to change in it: `isDefault`, `role`, `state`. */
  value: string | boolean | null
}

export type MergeSide = {
  id: string
  fields: MergeFields
  rows: readonly AttachedRow[]
  /** People who have an account for it. */
  isClaimed: boolean
  owners: readonly string[]
}

export type MergeChoices = Partial<Record<MergeGroup, 'survivor' | 'absorbed'>>

/** Why two records may not become one. `key` names the fair where both apply. */
export type MergeRefusal =
  | { code: 'both-apply'; key: string }
  | { code: 'both-claimed' | 'claimed-must-stay' | 'same-record' }

export type RowChange = {
  table: MergeTable
  id: string
  column: 'isDefault' | 'role' | 'state' | 'ends'
  before: string | boolean | null
  after: string | boolean | null
}

export type MergePlan = {
  survivorId: string
  absorbedId: string
  /** Values of the survivor that change. */
  fields: Partial<Record<MergeField, { before: FieldValue; after: FieldValue }>>
  /** Changed before rows move, and put back after they moved back. */
  changes: RowChange[]
  /** Rows that go from the absorbed record to the survivor. */
  moves: { table: MergeTable; ids: string[] }[]
  /** Rows that stay behind, for the survivor has their like. */
  stays: { table: MergeTable; ids: string[] }[]
}

/**
 * Everything that stands against it. An application of each at one fair: one is to be withdrawn first. Accounts of
 * different owners: nobody gets into another's record by it. A record somebody has an account for is the one that stays.
 */
export function mergeRefusals(survivor: MergeSide, absorbed: MergeSide): MergeRefusal[] {
  if (survivor.id === absorbed.id) return [{ code: 'same-record' }]
  const refusals: MergeRefusal[] = []
  if (absorbed.isClaimed && !survivor.isClaimed) refusals.push({ code: 'claimed-must-stay' })
  const shareOwner = survivor.owners.some(owner => absorbed.owners.includes(owner))
  if (survivor.isClaimed && absorbed.isClaimed && !shareOwner) refusals.push({ code: 'both-claimed' })
  const fairs = new Set(livingOf(survivor, 'application').map(row => row.key))
  for (const { key } of livingOf(absorbed, 'application')) {
    if (key !== null && fairs.has(key)) refusals.push({ code: 'both-apply', key })
  }
  return refusals
}

/** The groups a person may choose from: of a record with people, what they wrote stands. */
export function isOpenChoice(group: MergeGroup, survivor: MergeSide, absorbed: MergeSide): boolean {
  if (sameGroup(group, survivor, absorbed) || isEmpty(group, absorbed)) return false
  return !survivor.isClaimed || isEmpty(group, survivor)
}

/** What is taken where nobody chose: the survivor's, and the other's where the survivor has nothing. */
export function suggestedChoice(group: MergeGroup, survivor: MergeSide, absorbed: MergeSide) {
  return isEmpty(group, survivor) && !isEmpty(group, absorbed) ? 'absorbed' : 'survivor'
}

/**
 * Plans the merge of two records that nothing stands against. A choice that is not open counts for nothing.
 * Carried out and undone it leaves both as they were.
 */
export function planMerge(survivor: MergeSide, absorbed: MergeSide, choices: MergeChoices): MergePlan {
  const changes: RowChange[] = []
  const staying = new Set<AttachedRow>()
  const leave = (rows: readonly AttachedRow[]) => {
    for (const row of rows) staying.add(row)
  }
  for (const table of ONCE_EACH) leave(sameKey(absorbed, survivor, table))
  for (const row of sameKey(absorbed, survivor, 'campaignRecipient')) {
    // One letter of a campaign is enough.
    if (row.value !== 'queued') continue
    changes.push({ table: row.table, id: row.id, column: 'state', before: 'queued', after: 'cancelled' })
  }
  settleDefault(survivor, absorbed, staying, changes)
  settleMembers(survivor, absorbed, staying, changes)
  settleInvitations(survivor, absorbed, staying, changes)
  return {
    survivorId: survivor.id,
    absorbedId: absorbed.id,
    fields: chosenFields(survivor, absorbed, choices),
    changes,
    moves: byTable(absorbed.rows.filter(row => !staying.has(row))),
    stays: byTable([...staying]),
  }
}

function chosenFields(survivor: MergeSide, absorbed: MergeSide, choices: MergeChoices): MergePlan['fields'] {
  const fields: MergePlan['fields'] = {}
  for (const group of MERGE_GROUP_NAMES) {
    const choice = choices[group] ?? suggestedChoice(group, survivor, absorbed)
    if (choice === 'survivor' || !isOpenChoice(group, survivor, absorbed)) continue
    for (const field of MERGE_GROUPS[group]) {
      const [before, after] = [survivor.fields[field], absorbed.fields[field]]
      if (before !== after) fields[field] = { before, after }
    }
  }
  return fields
}

/** Of these an establishment has one for each key; the survivor's stays. */
const ONCE_EACH = [
  'exportYear',
  'bankAccount',
  'barredEstablishment',
  'campaignRecipient',
  'invitationOptOut',
  'savedListMember',
] as const

/** Contracts name one account: the survivor's stays the one. */
function settleDefault(
  survivor: MergeSide,
  absorbed: MergeSide,
  staying: ReadonlySet<AttachedRow>,
  changes: RowChange[],
) {
  const hasDefault = livingOf(survivor, 'bankAccount').some(row => row.value === true)
  if (!hasDefault) return
  for (const row of livingOf(absorbed, 'bankAccount')) {
    if (row.value !== true || staying.has(row)) continue
    changes.push({ table: 'bankAccount', id: row.id, column: 'isDefault', before: true, after: false })
  }
}

/** A person of both keeps one membership, with the higher of the two roles. */
function settleMembers(
  survivor: MergeSide,
  absorbed: MergeSide,
  staying: Set<AttachedRow>,
  changes: RowChange[],
) {
  for (const row of sameKey(absorbed, survivor, 'establishmentMember')) {
    staying.add(row)
    changes.push({ table: row.table, id: row.id, column: 'ends', before: false, after: true })
    const twin = livingOf(survivor, 'establishmentMember').find(other => other.key === row.key)
    if (twin && twin.value === 'member' && row.value === 'owner') {
      changes.push({ table: twin.table, id: twin.id, column: 'role', before: 'member', after: 'owner' })
    }
  }
}

/** Both invited to one fair: one letter holds, that of the application if there is one, and the other's link ends. */
function settleInvitations(
  survivor: MergeSide,
  absorbed: MergeSide,
  staying: Set<AttachedRow>,
  changes: RowChange[],
) {
  const applied = new Set(livingOf(absorbed, 'application').map(row => row.key))
  for (const row of sameKey(absorbed, survivor, 'fairInvitation')) {
    const twin = livingOf(survivor, 'fairInvitation').find(other => other.key === row.key)
    const ending = applied.has(row.key) && twin ? twin : row
    if (ending === row) staying.add(row)
    changes.push({
      table: ending.table,
      id: ending.id,
      column: 'state',
      before: ending.value,
      after: 'revoked',
    })
  }
}

/** Living rows of `side` whose key a living row of `other` has too. */
function sameKey(side: MergeSide, other: MergeSide, table: MergeTable): AttachedRow[] {
  // Years are one for each establishment whether they count or not.
  const keys = new Set(livingOf(other, table).map(row => row.key))
  return livingOf(side, table).filter(row => row.key !== null && keys.has(row.key))
}

const livingOf = (side: MergeSide, table: MergeTable) =>
  side.rows.filter(row => row.table === table && row.isLiving)

const isBlank = (value: FieldValue) => value === null || value === ''

/** A place is empty while its address is, for a province is always there. */
function isEmpty(group: MergeGroup, side: MergeSide): boolean {
  const fields: readonly MergeField[] = group === 'place' ? ['registeredAddress'] : MERGE_GROUPS[group]
  return fields.every(field => isBlank(side.fields[field]))
}

const sameGroup = (group: MergeGroup, one: MergeSide, other: MergeSide) =>
  MERGE_GROUPS[group].every(field => one.fields[field] === other.fields[field])

function byTable(rows: readonly AttachedRow[]): { table: MergeTable; ids: string[] }[] {
  return MERGE_TABLES.flatMap(table => {
    const ids = rows.filter(row => row.table === table).map(row => row.id)
    return ids.length > 0 ? [{ table, ids }] : []
  })
}

/**
 * Whether a merge can still be taken apart exactly: every value it set and every row it moved or changed stands as it
 * left them. What came to the survivor since stays with the survivor.
 */
export function isAsMerged(plan: MergePlan, survivor: MergeSide, absorbed: MergeSide): boolean {
  const here = new Set(survivor.rows.map(row => `${row.table}:${row.id}`))
  const rows = new Map([...survivor.rows, ...absorbed.rows].map(row => [`${row.table}:${row.id}`, row]))
  const fields = Object.entries(plan.fields) as [MergeField, { after: FieldValue }][]
  return (
    fields.every(([field, { after }]) => survivor.fields[field] === after) &&
    plan.moves.every(({ table, ids }) => ids.every(id => here.has(`${table}:${id}`))) &&
    plan.changes.every(change => {
      const row = rows.get(`${change.table}:${change.id}`)
      if (!row) return false
      return change.column === 'ends' ? !row.isLiving : row.value === change.after
    })
  )
}
