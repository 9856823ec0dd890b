// Generated from the migrated database by `npm run schema`. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** A column the database computes: read only. */
type Computed<T> = ColumnType<T, never, never>

export interface ApplicationTable {
  id: string
  fairId: string
  establishmentId: string
  invitationId: string | null
  number: string | null
  state: 'draft' | 'submitted' | 'correction-requested' | 'complete' | 'selected' | 'waiting' | 'rejected' | 'declined' | 'lapsed' | 'withdrawn'
  formVersion: number
  answers: Generated<unknown>
  fasciaName: Generated<string>
  version: Generated<number>
  startedBy: string | null
  startedAt: string
  updatedAt: string
  submittedAt: string | null
  correctionNote: string | null
  withdrawnReason: string | null
  correctionDueOn: string | null
  prefilled: Generated<unknown>
  channel: Generated<'self' | 'officer'>
  enteredBy: string | null
  enteredFrom: 'paper' | 'phone' | null
  confirmation: Generated<'not-needed' | 'awaiting' | 'confirmed'>
  assigneeId: string | null
  assignedAt: string | null
  shownState: 'complete' | 'waiting' | 'selected' | 'rejected' | null
}

export interface ApplicationCheckTable {
  id: string
  fairId: string
  applicationId: string
  gate: string
  outcome: 'pass' | 'fail' | 'unknown'
  evidence: Generated<unknown>
  legalBasis: string | null
  overrideOutcome: 'pass' | 'fail' | null
  overrideReason: string | null
  checkedBy: string | null
  checkedAt: string
  effect: Generated<'block' | 'warn'>
  overriddenBy: string | null
  overriddenAt: string | null
}

export interface ApplicationCheckRunTable {
  id: string
  fairId: string
  applicationId: string
  results: unknown
  runBy: string | null
  runAt: string
}

export interface ApplicationConfirmationTable {
  applicationId: string
  round: number
  tokenHash: string
  codeHash: string
  requestedBy: string | null
  requestedAt: string
  method: 'link' | 'code' | 'account' | 'signed-paper' | null
  confirmedAt: string | null
  confirmedBy: string | null
  confirmedName: string | null
  fileId: string | null
  reason: string | null
}

export interface ApplicationCorrectionTable {
  applicationId: string
  round: number
  note: string
  dueOn: string | null
  requestedBy: string | null
  requestedAt: string
  resubmittedAt: string | null
}

export interface ApplicationFormTable {
  fairId: string
  version: number
  definition: unknown
  createdAt: string
  createdBy: string | null
}

export interface ApplicationNoteTable {
  id: string
  fairId: string
  applicationId: string
  body: string
  writtenBy: string | null
  writtenAt: string
  removedAt: string | null
}

export interface ApplicationPaperTable {
  id: string
  applicationId: string
  paperCode: string
  fileId: string
  addedBy: string | null
  addedAt: string
  removedAt: string | null
}

export interface ApplicationProductTable {
  applicationId: string
  productId: string
}

export interface ApplicationRefusalTable {
  applicationId: string
  fairId: string
  reason: string
  mailId: string | null
  refusedBy: string | null
  refusedAt: string
}

export interface ApplicationRemarkTable {
  applicationId: string
  round: number
  position: number
  pointer: string
  note: string
  reply: Generated<string>
  answeredBy: string | null
  answeredAt: string | null
  resolvedBy: string | null
  resolvedAt: string | null
}

export interface ApplicationSubmissionTable {
  applicationId: string
  round: number
  submittedAt: string
  submittedBy: string | null
  formVersion: number
  answers: unknown
  products: unknown
  papers: unknown
}

export interface AttemptTable {
  key: string
  windowStartedAt: string
  count: number
}

export interface AuditEntryTable {
  id: string
  at: string
  action: string
  actorKind: 'person' | 'device' | 'system' | 'public'
  actorId: string | null
  organizerId: string | null
  fairId: string | null
  establishmentId: string | null
  entity: string
  entityId: string
  before: unknown | null
  after: unknown | null
  requestId: string
}

export interface BadgeTable {
  id: string
  fairId: string
  kind: 'exhibitor' | 'visitor' | 'buyer' | 'guest' | 'press' | 'organizer' | 'crew'
  serial: number
  holderName: string
  company: Generated<string>
  position: Generated<string>
  applicationId: string | null
  visitorId: string | null
  email: string | null
  locale: Generated<'vi' | 'en' | 'de'>
  state: 'active' | 'revoked' | 'replaced'
  keyNumber: number
  code: string
  issuedBy: string | null
  issuedAt: string
  printedAt: string | null
  revokedAt: string | null
  revokeReason: string | null
  replacedBy: string | null
}

export interface BankTable {
  bin: string
  code: string
  shortName: string
  nameVi: string
}

export interface BankAccountTable {
  id: string
  establishmentId: string
  bankBin: string | null
  account: string
  holder: string
  isDefault: boolean
  createdAt: string
  removedAt: string | null
}

export interface BarredEstablishmentTable {
  id: string
  organizerId: string
  establishmentId: string
  reason: string
  barredFrom: string
  barredUntil: string | null
  barredBy: string | null
  barredAt: string
  liftedAt: string | null
  liftReason: string | null
}

export interface BarredReviewerTable {
  fairId: string | null
  applicationId: string | null
  reviewerId: string | null
}

export interface BoothTable {
  id: string
  fairId: string
  hallId: string
  number: string
  kind: 'standard' | 'raw' | 'custom' | 'shared'
  xCm: number
  yCm: number
  widthCm: number
  depthCm: number
  areaCm2: number
  openSides: Generated<number>
  priceMinor: number
  fundingSource: Generated<'national' | 'local' | 'trade' | 'own'>
  sectorCode: string | null
  version: Generated<number>
  createdAt: string
  removedAt: string | null
  outline: unknown | null
  heightCm: number | null
  powerW: Generated<number>
  hasWater: Generated<boolean>
  floorLoadKgM2: number | null
  priceClass: Generated<string>
  parentId: string | null
  isCommon: Generated<boolean>
}

export interface BoothAssignmentTable {
  id: string
  fairId: string
  boothId: string
  applicationId: string
  state: 'assigned' | 'confirmed' | 'released'
  assignedBy: string | null
  assignedAt: string
  releasedAt: string | null
  releaseReason: string | null
}

export interface CampaignTable {
  id: string
  fairId: string
  name: string
  state: 'draft' | 'running' | 'paused' | 'done' | 'cancelled'
  audience: unknown
  letter: unknown
  batchSize: number
  batchMinutes: number
  startAt: string | null
  reminderDays: unknown
  remindersOn: boolean
  letterNumber: string | null
  letterOn: string | null
  documentId: string | null
  nextBatchAt: string | null
  version: Generated<number>
  createdBy: string | null
  createdAt: string
  startedBy: string | null
  startedAt: string | null
  endedAt: string | null
}

export interface CampaignRecipientTable {
  campaignId: string
  establishmentId: string
  fairId: string
  position: number
  email: string | null
  state: 'queued' | 'sent' | 'skipped' | 'cancelled'
  skipReason: 'already-invited' | 'no-e-mail' | 'opted-out' | null
  invitationId: string | null
  handledAt: string | null
}

export interface CertificateTable {
  id: string
  establishmentId: string
  kind: 'food-safety' | 'iso' | 'haccp' | 'organic' | 'ce' | 'fda' | 'other'
  name: string
  number: Generated<string>
  issuer: Generated<string>
  issuedOn: string | null
  validUntil: string | null
  fileId: string | null
  removedAt: string | null
  createdAt: string
  remindedAt: string | null
}

export interface ConflictOfInterestTable {
  id: string
  fairId: string
  applicationId: string
  reviewerId: string
  kind: string
  note: Generated<string>
  verdict: 'conflict' | 'none'
  evidence: Generated<unknown>
  notedBy: string | null
  notedAt: string
}

export interface ContactTable {
  id: string
  establishmentId: string
  purpose: 'general' | 'fair' | 'sales' | 'accounting' | 'other'
  name: string
  position: Generated<string>
  phone: string | null
  email: string | null
  version: Generated<number>
  createdAt: string
  removedAt: string | null
}

export interface ContractTable {
  id: string
  fairId: string
  applicationId: string
  establishmentId: string
  number: string
  state: 'issued' | 'signed-by-establishment' | 'signed' | 'cancelled'
  currency: string
  totalMinor: number
  supportMinor: number
  ownMinor: number
  boothNumbers: string[]
  lines: unknown
  parties: unknown
  documentId: string
  sha256: string
  signedFileId: string | null
  signedSha256: string | null
  version: Generated<number>
  issuedBy: string | null
  issuedAt: string
  signedAt: string | null
  cancelledAt: string | null
  cancelReason: string | null
}

export interface ContractSignatureTable {
  id: string
  contractId: string
  fairId: string
  side: 'establishment' | 'organizer'
  personId: string
  signerName: string
  signerPosition: string
  sha256: string
  signedAt: string
}

export interface CouncilTable {
  fairId: string
  decisionNumber: string
  decidedOn: string
  state: 'forming' | 'open' | 'closed'
  dueOn: string | null
  version: Generated<number>
  updatedAt: string
}

export interface CouncilMemberTable {
  id: string
  fairId: string
  personId: string
  seat: 'chair' | 'secretary' | 'member' | 'substitute'
  isVoting: boolean
  loadLimit: number | null
  position: number
  replacesId: string | null
  since: string
  endedAt: string | null
  endReason: Generated<string>
}

export interface CredentialTable {
  id: string
  accountId: string
  providerId: string
  personId: string
  password: string | null
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  createdAt: string
  updatedAt: string
}

export interface CriterionTable {
  id: string
  fairId: string
  code: string
  nameVi: string
  nameEn: string
  guidanceVi: Generated<string>
  guidanceEn: Generated<string>
  maxPoints: number
  position: number
  scale: Generated<unknown>
  allowsBetween: Generated<boolean>
  isOptional: Generated<boolean>
  knockOutBelow: number | null
  knockOutMembers: number | null
}

export interface DatedRuleTable {
  id: string
  key: string
  value: unknown
  validFrom: string
  validTo: string | null
  legalBasis: string
  source: string
  confidence: 'S' | 'I' | 'M'
}

export interface DealTable {
  id: string
  fairId: string
  applicationId: string
  establishmentId: string
  kind: 'lead' | 'direct-sale' | 'contract' | 'memorandum' | 'agency' | 'joint-venture'
  partnerName: string
  partnerCountry: string
  partnerContact: Generated<string>
  productId: string | null
  productText: Generated<string>
  valueMinor: number | null
  currency: string | null
  signedOn: string
  note: Generated<string>
  evidenceFileId: string | null
  state: 'logged' | 'verified' | 'rejected' | 'removed'
  version: Generated<number>
  loggedBy: string | null
  loggedAt: string
  verifiedBy: string | null
  verifiedAt: string | null
  rejectionReason: string | null
}

export interface DirectoryImportTable {
  id: string
  organizerId: string
  fileName: string
  state: 'uploaded' | 'previewed' | 'applied' | 'undone' | 'cancelled'
  headers: unknown
  mapping: unknown
  convertedCount: number
  createdAt: string
  appliedAt: string | null
  createdBy: string | null
  reading: Generated<unknown>
  samples: Generated<unknown>
  finalCounts: unknown | null
  undoneAt: string | null
}

export interface DirectoryImportRowTable {
  importId: string
  rowNumber: number
  cells: unknown
  verdict: 'new' | 'update' | 'duplicate' | 'unchanged' | 'fault'
  action: 'create' | 'update' | 'skip'
  actions: unknown
  record: unknown
  taken: unknown
  before: unknown | null
  newId: string
  establishmentId: string | null
  matchedBy: 'id' | 'tax-code' | 'name' | null
  matchedVersion: number | null
  twinOf: number | null
  faults: unknown
  notes: unknown
  differs: Generated<unknown>
  searchText: Generated<string>
  name: Generated<string>
  leftBecause: 'gone' | 'edited' | 'claimed' | 'used' | null
}

export interface DirectoryImportRunTable {
  importId: string
  total: number
  done: number
  isStopped: Generated<boolean>
  startedAt: string
}

export interface DirectoryImportSourceTable {
  importId: string
  bytes: Uint8Array
}

export interface DocumentTable {
  id: string
  kind: string
  organizerId: string
  fairId: string | null
  number: string | null
  fileId: string
  sha256: string
  ruleSetOn: string
  data: unknown
  issuedAt: string
}

export interface EstablishmentTable {
  id: string
  name: string
  nameEn: string | null
  legalForm: 'TNHH_1TV' | 'TNHH_2TV' | 'CTCP' | 'HOP_DANH' | 'DNTN' | 'HTX' | 'LH_HTX' | 'TO_HOP_TAC' | 'HO_KD' | 'KHAC'
  taxCode: string | null
  taxCodeReason: string | null
  registeredAddress: Generated<string>
  provinceScheme: string
  provinceCode: string
  productionAddress: Generated<string>
  productionProvinceScheme: string | null
  productionProvinceCode: string | null
  vsicVersion: string | null
  vsicCode: string | null
  sectorCode: string | null
  phone: string | null
  email: string | null
  website: string | null
  representativeName: string | null
  representativePosition: string | null
  employees: number | null
  revenueVnd: number | null
  capitalVnd: number | null
  figuresYear: number | null
  exportMarkets: Generated<string>
  introductionVi: Generated<string>
  introductionEn: Generated<string>
  version: Generated<number>
  createdAt: string
  mergedInto: string | null
  productNames: Generated<string>
  nameKey: string
  searchText: Computed<string>
}

export interface EstablishmentDistinctTable {
  organizerId: string
  firstId: string
  secondId: string
  decidedBy: string | null
  decidedAt: string
}

export interface EstablishmentMemberTable {
  id: string
  establishmentId: string
  personId: string
  role: 'owner' | 'member'
  createdAt: string
  endedAt: string | null
}

export interface EstablishmentMergeTable {
  id: string
  organizerId: string
  survivorId: string
  absorbedId: string
  plan: unknown
  mergedBy: string | null
  mergedAt: string
  undoneAt: string | null
}

export interface ExportYearTable {
  id: string
  establishmentId: string
  year: number
  countries: string[]
  valueMinor: number | null
  currency: 'VND' | 'EUR' | 'USD' | 'GBP' | 'CHF' | 'CNY' | 'JPY' | 'KRW' | null
  note: Generated<string>
  createdAt: string
}

export interface FairTable {
  id: string
  organizerId: string
  slug: string
  kind: 'home' | 'abroad'
  nameVi: string
  nameEn: Generated<string>
  nameDe: Generated<string>
  themeVi: Generated<string>
  themeEn: Generated<string>
  themeDe: Generated<string>
  descriptionVi: Generated<string>
  descriptionEn: Generated<string>
  descriptionDe: Generated<string>
  opensOn: string
  closesOn: string
  dailyOpensAt: Generated<string>
  dailyClosesAt: Generated<string>
  timeZone: string
  currency: string
  country: string
  city: string
  venueName: string
  venueAddress: Generated<string>
  provinceScheme: string | null
  provinceCode: string | null
  quota: number
  passMark: Generated<number>
  ruleSetOn: string
  registrationOpensAt: string
  registrationClosesAt: string
  state: 'draft' | 'published' | 'closed' | 'cancelled'
  formVersion: Generated<number>
  version: Generated<number>
  publishedAt: string | null
  createdAt: string
}

export interface FairGateSettingsTable {
  fairId: string
  effects: Generated<unknown>
  requiredCertificates: Generated<string[]>
  eligibleProvinces: Generated<string[]>
  eligibleElsewhere: Generated<'fail' | 'unknown'>
  eligibleBasis: Generated<string>
  bannedWords: Generated<string[]>
  fund: 'national-promotion' | 'local-promotion' | 'trade-promotion' | 'other-state' | null
  feeMinor: number | null
  version: number
  updatedAt: string
}

export interface FairInvitationTable {
  id: string
  fairId: string
  establishmentId: string
  email: string | null
  tokenHash: string
  mailId: string | null
  state: 'sent' | 'visited' | 'started' | 'submitted' | 'declined' | 'revoked'
  declineReason: string | null
  invitedBy: string | null
  invitedAt: string
  visitedAt: string | null
  channel: Generated<'campaign' | 'officer' | 'phone'>
  campaignId: string | null
  codeHash: string | null
  declineCode: 'no-time' | 'no-goods' | 'cost' | 'other-fair' | 'too-far' | 'not-suitable' | 'other' | null
  declinedAt: string | null
  revokedAt: string | null
}

export interface FairKeyTable {
  fairId: string
  keyNumber: number
  publicKey: string
  privateKeySealed: string
  createdAt: string
  retiredAt: string | null
}

export interface FairSectorTable {
  fairId: string
  sectorCode: string
}

export interface FeePaymentTable {
  id: string
  fairId: string
  applicationId: string
  amountMinor: number
  currency: string
  paidOn: string
  reference: Generated<string>
  recordedBy: string | null
  recordedAt: string
  voidedAt: string | null
  voidReason: string | null
}

export interface FileTable {
  id: string
  sha256: string
  name: string
  mediaType: string
  sizeBytes: number
  isPublic: Generated<boolean>
  organizerId: string | null
  fairId: string | null
  establishmentId: string | null
  uploadedBy: string | null
  createdAt: string
}

export interface FileBlobTable {
  sha256: string
  bytes: Uint8Array
}

export interface GateTable {
  id: string
  fairId: string
  name: string
  position: Generated<number>
  kinds: string[]
  removedAt: string | null
  createdAt: string
}

export interface GateDeviceTable {
  id: string
  fairId: string
  name: string
  enrolCodeHash: string | null
  enrolExpiresAt: string | null
  tokenHash: string | null
  createdBy: string | null
  createdAt: string
  enrolledAt: string | null
  revokedAt: string | null
  lastSeenAt: string | null
}

export interface HallTable {
  id: string
  fairId: string
  name: string
  level: Generated<number>
  widthCm: number
  depthCm: number
  position: Generated<number>
  createdAt: string
  outline: unknown | null
  heightCm: number | null
  floorLoadKgM2: number | null
  revision: Generated<number>
}

export interface HouseNoteTable {
  key: string
  value: string
  notedAt: string
}

export interface IdempotentWriteTable {
  key: string
  result: unknown | null
  createdAt: string
}

export interface InterestDetectedTable {
  fairId: string | null
  applicationId: string | null
  reviewerId: string | null
  by: string | null
}

export interface InvitationTable {
  id: string
  email: string
  organizerId: string | null
  establishmentId: string | null
  role: string
  tokenHash: string
  invitedBy: string | null
  createdAt: string
  expiresAt: string
  acceptedAt: string | null
  revokedAt: string | null
}

export interface InvitationOptOutTable {
  organizerId: string
  establishmentId: string
  createdAt: string
}

export interface InvitationReminderTable {
  invitationId: string
  daysBefore: number
  deadlineOn: string
  mailId: string
  createdAt: string
}

export interface MailTable {
  id: string
  template: string
  locale: 'vi' | 'en' | 'de'
  toAddress: string
  toName: string | null
  subject: string
  bodyText: string
  bodyHtml: string
  attachments: Generated<unknown>
  isSecret: Generated<boolean>
  organizerId: string | null
  fairId: string | null
  establishmentId: string | null
  state: Generated<'queued' | 'sent' | 'refused' | 'failed' | 'cancelled'>
  attempts: Generated<number>
  nextAttemptAt: string
  lockedUntil: string | null
  lastError: string | null
  createdAt: string
  sentAt: string | null
  isBulk: Generated<boolean>
  heldAt: string | null
  sendingAt: string | null
  unsubscribeUrl: string | null
}

export interface NumberSeriesTable {
  organizerId: string
  series: string
  year: number
  lastNumber: number
}

export interface OrganizerTable {
  id: string
  slug: string
  nameVi: string
  nameEn: string
  parentNameVi: Generated<string>
  shortName: string
  documentSymbol: string
  placeVi: string
  address: string
  phone: Generated<string>
  email: string
  taxCode: string | null
  bankBin: string | null
  bankAccount: string | null
  bankHolder: string | null
  representativeName: string
  representativePosition: string
  requiresSecondFactor: Generated<boolean>
  createdAt: string
  version: Generated<number>
}

export interface OrganizerMemberTable {
  id: string
  organizerId: string
  personId: string
  role: 'manager' | 'officer' | 'finance' | 'reviewer' | 'gate'
  createdAt: string
  endedAt: string | null
}

export interface PaymentTable {
  id: string
  fairId: string
  contractId: string
  amountMinor: number
  currency: string
  paidOn: string
  reference: Generated<string>
  note: Generated<string>
  recordedBy: string | null
  recordedAt: string
  voidedAt: string | null
  voidReason: string | null
}

export interface PersonTable {
  id: string
  name: string
  email: string
  emailVerified: Generated<boolean>
  image: string | null
  locale: Generated<'vi' | 'en' | 'de'>
  isPlatformAdmin: Generated<boolean>
  twoFactorEnabled: Generated<boolean>
  createdAt: string
  updatedAt: string
}

export interface PlanChangeTable {
  hallId: string
  revision: number
  fairId: string
  at: string
  personId: string | null
  edits: unknown
}

export interface PlanObjectTable {
  id: string
  fairId: string
  hallId: string
  kind: 'zone' | 'gate' | 'exit' | 'aisle' | 'column' | 'wall' | 'fixed'
  name: Generated<string>
  outline: unknown
  zoneKind: 'sector' | 'province' | 'show' | 'general' | null
  zoneValue: string | null
  version: Generated<number>
  createdAt: string
  removedAt: string | null
}

export interface PlanVersionTable {
  id: string
  fairId: string
  hallId: string
  name: string
  revision: number
  content: unknown
  keptBy: string | null
  keptAt: string
}

export interface ProductTable {
  id: string
  establishmentId: string
  nameVi: string
  nameEn: Generated<string>
  nameDe: Generated<string>
  descriptionVi: Generated<string>
  descriptionEn: Generated<string>
  hsCode: string | null
  photoFileId: string | null
  removedAt: string | null
  createdAt: string
  version: Generated<number>
  descriptionDe: Generated<string>
  furtherPhotoIds: Generated<string[]>
}

export interface ProvinceTable {
  scheme: 'gso-63' | 'gso-34'
  code: string
  nameVi: string
  nameEn: string
  slug: string
  kind: string
  region: 'north' | 'centre' | 'south' | null
  mergedIntoCode: string | null
  position: number
}

export interface QuietHoursTable {
  organizerId: string
  startsAt: string
  endsAt: string
  weekdays: unknown
  days: unknown
  timeZone: string
  version: number
  updatedAt: string
}

export interface RecognitionTable {
  id: string
  establishmentId: string
  productId: string | null
  scheme: 'cnnt' | 'ocop'
  level: 'district' | 'province' | 'region' | 'nation' | '1-star' | '2-star' | '3-star' | '4-star' | '5-star'
  decisionNumber: string
  issuer: string
  issuedOn: string
  validUntil: string
  fileId: string | null
  removedAt: string | null
  createdAt: string
  remindedAt: string | null
}

export interface RecruitmentCallTable {
  id: string
  fairId: string
  establishmentId: string
  calledAt: string
  calledBy: string | null
  outcome: 'reached' | 'interested' | 'will-answer' | 'declined' | 'no-answer' | 'wrong-number'
  note: Generated<string>
  callAgainOn: string | null
  createdAt: string
}

export interface ReviewerAssignmentTable {
  id: string
  fairId: string
  applicationId: string
  reviewerId: string
  assignedBy: string | null
  assignedAt: string
  endedAt: string | null
  conflictKind: string | null
  conflictNote: string | null
}

export interface ReviewerEmployerTable {
  id: string
  personId: string
  position: number
  name: string
  taxCode: string | null
  isPast: boolean
  nameKey: Computed<string>
}

export interface ReviewerProfileTable {
  personId: string
  phone: string | null
  version: Generated<number>
  updatedAt: string
}

export interface SavedListTable {
  id: string
  organizerId: string
  name: string
  version: Generated<number>
  createdAt: string
  removedAt: string | null
}

export interface SavedListMemberTable {
  listId: string
  establishmentId: string
  addedAt: string
}

export interface ScanTable {
  id: string
  fairId: string
  gateId: string
  deviceId: string
  badgeId: string | null
  direction: 'entry' | 'exit'
  verdict: string
  verdictParams: Generated<unknown>
  codeTail: Generated<string>
  scannedAt: string
  receivedAt: string
  deviceVerdict: string | null
  wasOffline: Generated<boolean>
}

export interface ScoreSheetTable {
  id: string
  fairId: string
  applicationId: string
  reviewerId: string
  state: 'draft' | 'filed' | 'abstained'
  points: Generated<unknown>
  remarks: Generated<string>
  version: Generated<number>
  updatedAt: string
  filedAt: string | null
  abstainReason: Generated<string>
}

export interface ScoreSheetVersionTable {
  id: string
  sheetId: string
  version: number
  state: 'filed' | 'abstained'
  points: unknown
  remarks: string
  abstainReason: Generated<string>
  filedAt: string | null
  reopenedBy: string | null
  reopenedAt: string
  reason: string
}

export interface SecondFactorTable {
  id: string
  secret: string
  backupCodes: string
  personId: string
  verified: Generated<boolean>
  failedVerificationCount: Generated<number>
  lockedUntil: string | null
}

export interface SectorTable {
  code: string
  nameVi: string
  nameEn: string
  nameDe: string
  vsicPrefixes: string[]
  position: number
}

export interface SelectionTable {
  id: string
  fairId: string
  version: number
  state: 'decided' | 'superseded'
  passMark: number
  quota: number
  seed: string
  input: unknown
  sha256: string
  documentId: string | null
  decidedBy: string | null
  decidedAt: string
  meetingId: string | null
}

export interface SelectionComplaintTable {
  id: string
  fairId: string
  applicationId: string
  selectionId: string
  state: 'filed' | 'upheld' | 'dismissed'
  channel: 'page' | 'letter'
  text: string
  filedBy: string | null
  filedAt: string
  answerDueOn: string
  reasons: string | null
  answeredBy: string | null
  answeredAt: string | null
  mailId: string | null
}

export interface SelectionMeetingTable {
  id: string
  fairId: string
  position: number
  state: 'open' | 'signed'
  heldAt: string
  endedAt: string
  place: string
  councilDecision: string
  members: unknown
  motions: unknown
  remarks: Generated<string>
  seed: string
  waitingPlaces: number | null
  sha256: string | null
  documentId: string | null
  version: number
  recordedBy: string | null
  recordedAt: string
  signedBy: string | null
  signedAt: string | null
}

export interface SelectionOutcomeTable {
  selectionId: string
  applicationId: string
  fairId: string
  rank: number
  meanPoints: string | null
  outcome: 'selected' | 'waiting' | 'rejected'
  reason: string
  mailId: string | null
  quota: string | null
  releasedAt: string | null
}

export interface SelectionPlaceTable {
  id: string
  fairId: string
  applicationId: string
  selectionId: string
  origin: 'decision' | 'waiting-list'
  state: 'offered' | 'confirmed' | 'declined' | 'lapsed'
  passedOver: Generated<unknown>
  offeredAt: string
  dueAt: string | null
  mailId: string | null
  reminderMailId: string | null
  remindedAt: string | null
  answeredAt: string | null
  answeredBy: string | null
  channel: 'page' | 'phone' | 'letter' | null
  note: string | null
  evidenceFileId: string | null
}

export interface SelectionQuotaTable {
  id: string
  fairId: string
  position: number
  kind: 'province' | 'region' | 'sector' | 'newcomer'
  value: string
  floor: number
  ceiling: number | null
}

export interface SelectionRulesTable {
  fairId: string
  isNormalised: boolean
  tieBreak: unknown | null
  version: number
  updatedAt: string
}

export interface SelectionScenarioTable {
  id: string
  fairId: string
  name: string
  settings: unknown
  version: number
  createdBy: string | null
  createdAt: string
  updatedAt: string
}

export interface SelectionSettingsTable {
  fairId: string
  demandsConfirmation: boolean
  acceptanceDays: number
  reminderDays: number
  isOfferedAutomatically: boolean
  paragraphs: Generated<unknown>
  version: number
  updatedAt: string
}

export interface SessionTable {
  id: string
  token: string
  personId: string
  expiresAt: string
  ipAddress: string | null
  userAgent: string | null
  createdAt: string
  updatedAt: string
}

export interface SheetSettingTable {
  fairId: string
  blindFields: unknown
}

export interface SheetViewingTable {
  id: string
  fairId: string
  applicationId: string
  personId: string
  reason: string
  openedAt: string
}

export interface SupportRecordTable {
  id: string
  establishmentId: string
  organizerId: string | null
  source: 'declared' | 'recorded'
  eventName: string
  year: number
  country: string | null
  city: string | null
  opensOn: string | null
  closesOn: string | null
  costItem: string | null
  fund: 'national-promotion' | 'local-promotion' | 'trade-promotion' | 'other-state' | null
  amountMinor: number | null
  currency: Generated<string>
  note: Generated<string>
  recordedBy: string | null
  recordedAt: string
  removedAt: string | null
  removeReason: string | null
}

export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: string | null
  updatedAt: string | null
}

export interface VisitorTable {
  id: string
  fairId: string
  name: string
  email: string
  phone: string | null
  company: Generated<string>
  country: string
  interests: Generated<string[]>
  locale: 'vi' | 'en' | 'de'
  noticeVersion: string
  consentMarketing: Generated<boolean>
  registeredAt: string
  erasedAt: string | null
  searchText: Computed<string | null>
}

export interface VsicTable {
  version: string
  code: string
  level: number
  nameVi: string
}

export interface Database {
  application: ApplicationTable
  applicationCheck: ApplicationCheckTable
  applicationCheckRun: ApplicationCheckRunTable
  applicationConfirmation: ApplicationConfirmationTable
  applicationCorrection: ApplicationCorrectionTable
  applicationForm: ApplicationFormTable
  applicationNote: ApplicationNoteTable
  applicationPaper: ApplicationPaperTable
  applicationProduct: ApplicationProductTable
  applicationRefusal: ApplicationRefusalTable
  applicationRemark: ApplicationRemarkTable
  applicationSubmission: ApplicationSubmissionTable
  attempt: AttemptTable
  auditEntry: AuditEntryTable
  badge: BadgeTable
  bank: BankTable
  bankAccount: BankAccountTable
  barredEstablishment: BarredEstablishmentTable
  barredReviewer: BarredReviewerTable
  booth: BoothTable
  boothAssignment: BoothAssignmentTable
  campaign: CampaignTable
  campaignRecipient: CampaignRecipientTable
  certificate: CertificateTable
  conflictOfInterest: ConflictOfInterestTable
  contact: ContactTable
  contract: ContractTable
  contractSignature: ContractSignatureTable
  council: CouncilTable
  councilMember: CouncilMemberTable
  credential: CredentialTable
  criterion: CriterionTable
  datedRule: DatedRuleTable
  deal: DealTable
  directoryImport: DirectoryImportTable
  directoryImportRow: DirectoryImportRowTable
  directoryImportRun: DirectoryImportRunTable
  directoryImportSource: DirectoryImportSourceTable
  document: DocumentTable
  establishment: EstablishmentTable
  establishmentDistinct: EstablishmentDistinctTable
  establishmentMember: EstablishmentMemberTable
  establishmentMerge: EstablishmentMergeTable
  exportYear: ExportYearTable
  fair: FairTable
  fairGateSettings: FairGateSettingsTable
  fairInvitation: FairInvitationTable
  fairKey: FairKeyTable
  fairSector: FairSectorTable
  feePayment: FeePaymentTable
  file: FileTable
  fileBlob: FileBlobTable
  gate: GateTable
  gateDevice: GateDeviceTable
  hall: HallTable
  houseNote: HouseNoteTable
  idempotentWrite: IdempotentWriteTable
  interestDetected: InterestDetectedTable
  invitation: InvitationTable
  invitationOptOut: InvitationOptOutTable
  invitationReminder: InvitationReminderTable
  mail: MailTable
  numberSeries: NumberSeriesTable
  organizer: OrganizerTable
  organizerMember: OrganizerMemberTable
  payment: PaymentTable
  person: PersonTable
  planChange: PlanChangeTable
  planObject: PlanObjectTable
  planVersion: PlanVersionTable
  product: ProductTable
  province: ProvinceTable
  quietHours: QuietHoursTable
  recognition: RecognitionTable
  recruitmentCall: RecruitmentCallTable
  reviewerAssignment: ReviewerAssignmentTable
  reviewerEmployer: ReviewerEmployerTable
  reviewerProfile: ReviewerProfileTable
  savedList: SavedListTable
  savedListMember: SavedListMemberTable
  scan: ScanTable
  scoreSheet: ScoreSheetTable
  scoreSheetVersion: ScoreSheetVersionTable
  secondFactor: SecondFactorTable
  sector: SectorTable
  selection: SelectionTable
  selectionComplaint: SelectionComplaintTable
  selectionMeeting: SelectionMeetingTable
  selectionOutcome: SelectionOutcomeTable
  selectionPlace: SelectionPlaceTable
  selectionQuota: SelectionQuotaTable
  selectionRules: SelectionRulesTable
  selectionScenario: SelectionScenarioTable
  selectionSettings: SelectionSettingsTable
  session: SessionTable
  sheetSetting: SheetSettingTable
  sheetViewing: SheetViewingTable
  supportRecord: SupportRecordTable
  verification: VerificationTable
  visitor: VisitorTable
  vsic: VsicTable
}
