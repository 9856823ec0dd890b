import { isRecognitionValid } from '../establishments/recognition.ts'
import { foldText } from '../platform/text.ts'
import type { Gate } from './gate-vocabulary.ts'
import type { Ceiling, GateEvidence, GateFacts, GateOutcome, GateRules } from './gates.ts'
import { eventMatch, type Support } from './support-ledger.ts'

export type Finding = { outcome: GateOutcome; evidence: GateEvidence; legalBasis: string | null }

/** How each gate finds its answer. Facts in, answer out. */
export const findings: Readonly<Record<Gate, (facts: GateFacts, rules: GateRules) => Finding>> = {
  'dossier-complete': dossierComplete,
  'legal-form': legalForm,
  'sme-size': smeSize,
  'eligible-area': eligibleArea,
  sector: sectorAllowed,
  'own-product': ownProduct,
  certificates: certificatesValid,
  'no-banned-goods': noBannedGoods,
  'trips-abroad': tripsAbroad,
  'double-funding': doubleFunding,
  'fee-paid': feePaid,
  'not-barred': notBarred,
}

function dossierComplete({ missing }: GateFacts): Finding {
  if (missing === null) return found('unknown', { code: 'no-form' }, null)
  return missing.length === 0
    ? found('pass', { code: 'complete' }, null)
    : found('fail', { code: 'missing', missing, count: missing.length }, null)
}

function legalForm({ legalForm: form }: GateFacts, { legalForms: rule }: GateRules): Finding {
  if (!rule) return found('unknown', { code: 'no-rule', form }, null)
  const isListed = rule.value.codes.includes(form)
  // "Other" says nothing of what it is: someone must look.
  const outcome = isListed ? 'pass' : form === 'KHAC' ? 'unknown' : 'fail'
  return found(outcome, { code: isListed ? 'listed' : 'not-listed', form }, rule.legalBasis)
}

/** People, and revenue or capital, at most; the ceilings of trade and services for those who do that. */
function smeSize(facts: GateFacts, { sme: industry, smeTrade, legalForms }: GateRules): Finding {
  const { employees, revenueVnd, capitalVnd, figuresYear, vsicCode } = facts
  const isTrade = smeTrade?.value.vsicPrefixes.some(prefix => vsicCode?.startsWith(prefix)) ?? false
  const sme = isTrade ? smeTrade : industry
  if (!sme) return found('unknown', { code: 'no-rule' }, null)
  const figures = { employees, revenueVnd, capitalVnd, figuresYear }
  const basis = sme.legalBasis
  if (legalForms && !legalForms.value.sizeBinds.includes(facts.legalForm))
    return found('pass', { code: 'not-bound', form: facts.legalForm }, basis)
  const { micro, small, medium } = sme.value
  if (employees !== null && employees > medium.people)
    return found('fail', { code: 'too-many-people', ...figures, ceiling: medium.people }, basis)
  if (employees === null || (revenueVnd === null && capitalVnd === null))
    return found('unknown', { code: 'figures-missing', ...figures }, basis)
  const fits = (size: Ceiling) =>
    employees <= size.people &&
    ((revenueVnd !== null && revenueVnd <= size.revenueVnd) ||
      (capitalVnd !== null && capitalVnd <= size.capitalVnd))
  const size = fits(micro) ? 'micro' : fits(small) ? 'small' : fits(medium) ? 'medium' : null
  if (size) return found('pass', { code: size, ...figures }, basis)
  // One figure is over its ceiling; the other, if known, could still bring it under.
  const isSure = revenueVnd !== null && capitalVnd !== null
  return found(
    isSure ? 'fail' : 'unknown',
    { code: isSure ? 'too-large' : 'figures-missing', ...figures },
    basis,
  )
}

/** A province of the old scheme also counts as the one it was merged into. */
function eligibleArea({ productionProvince }: GateFacts, { area: rule }: GateRules): Finding {
  const { scheme, code: province, mergedIntoCode } = productionProvince
  const place = { scheme, province }
  if (!rule) return found('unknown', { code: 'no-rule', ...place }, null)
  const keys = [`${scheme}:${province}`, ...(mergedIntoCode ? [`gso-34:${mergedIntoCode}`] : [])]
  if (keys.some(key => rule.value.provinces.includes(key)))
    return found('pass', { code: 'listed', ...place }, rule.legalBasis)
  // A list of the other scheme says nothing of this place.
  const isComparable =
    rule.value.provinces.some(key => key.startsWith(`${scheme}:`)) || mergedIntoCode !== null
  if (!isComparable) return found('unknown', { code: 'other-scheme', ...place }, rule.legalBasis)
  return found(rule.value.elsewhere, { code: 'not-listed', ...place }, rule.legalBasis)
}

function sectorAllowed({ sectorCode, fairSectorCodes }: GateFacts, { sectors: rule }: GateRules): Finding {
  const basis = rule?.legalBasis ?? null
  if (sectorCode === null) return found('unknown', { code: 'sector-missing' }, basis)
  const isAllowed = fairSectorCodes.includes(sectorCode)
  const evidence = {
    code: isAllowed ? 'of-fair' : 'not-of-fair',
    sector: sectorCode,
    allowed: fairSectorCodes,
  }
  return found(isAllowed ? 'pass' : 'fail', evidence, basis)
}

function ownProduct({ productNames }: GateFacts): Finding {
  return productNames.length > 0
    ? found('pass', { code: 'listed', products: productNames, count: productNames.length }, null)
    : found('fail', { code: 'none' }, null)
}

/**
 * Where the fair demands certificates, each kind must be there and valid on the opening day. Otherwise, of each kind of title
 * or certificate shown at least one must be valid: an old one beside its renewal does no harm. None at all is for an
 * officer to judge.
 */
function certificatesValid(facts: GateFacts): Finding {
  const { opensOn, requiredCertificates } = facts
  const papers = datedPapers(facts)
  const validKinds = new Set(papers.filter(paper => paper.isValid).map(paper => paper.kind))
  const absent = requiredCertificates.filter(kind => !validKinds.has(kind))
  if (absent.length > 0) return found('fail', { code: 'required-missing', kinds: absent, opensOn }, null)
  if (papers.length === 0) return found('unknown', { code: 'none', opensOn }, null)
  const valid = papers.filter(paper => paper.isValid).map(paper => paper.name)
  const lacking = papers.filter(paper => !validKinds.has(paper.kind)).map(paper => paper.name)
  const isEnough = lacking.length === 0 || requiredCertificates.length > 0
  return isEnough
    ? found('pass', { code: 'valid', papers: valid, opensOn }, null)
    : found('fail', { code: 'not-valid', papers: lacking, opensOn }, null)
}

function datedPapers({ recognitions, certificates, opensOn }: GateFacts) {
  return [
    ...recognitions.map(paper => ({ ...paper, isValid: isRecognitionValid(paper, opensOn) })),
    ...certificates.map(paper => ({
      ...paper,
      isValid:
        (paper.issuedOn === null || paper.issuedOn <= opensOn) &&
        (paper.validUntil === null || opensOn <= paper.validUntil),
    })),
  ]
}

/** A word of the list is no verdict, whoever wrote it: it makes a person look. */
function noBannedGoods(
  { goods, declaresNoBannedGoods }: GateFacts,
  { bannedWords: rule }: GateRules,
): Finding {
  if (declaresNoBannedGoods === false) return found('fail', { code: 'declared' }, rule?.legalBasis ?? null)
  if (!rule) return found('unknown', { code: 'no-rule' }, null)
  if (goods.every(({ text }) => text.trim() === ''))
    return found('unknown', { code: 'nothing-said' }, rule.legalBasis)
  const hits = goods.flatMap(({ where, text }) =>
    rule.value.words.filter(word => names(text, word)).map(word => ({ where, word })),
  )
  if (hits.length === 0) return found('pass', { code: 'no-word' }, rule.legalBasis)
  const once = (values: string[]) => [...new Set(values)]
  const evidence = { words: once(hits.map(hit => hit.word)), places: once(hits.map(hit => hit.where)) }
  return found('unknown', { code: 'word', ...evidence }, rule.legalBasis)
}

/** Whole words, without diacritics: people type both ways. */
function names(text: string, word: string): boolean {
  const flat = (value: string) =>
    ` ${foldText(value)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()} `
  return flat(word).trim() !== '' && flat(text).includes(flat(word))
}

function tripsAbroad({ trips: { sure, possible } }: GateFacts, { trips: rule }: GateRules): Finding {
  const trips = { trips: sure, possible }
  if (!rule) return found('unknown', { code: 'no-rule', ...trips }, null)
  const { perYear } = rule.value
  const evidence = { ...trips, perYear }
  if (sure >= perYear) return found('fail', { code: 'used-up', ...evidence }, rule.legalBasis)
  return sure + possible < perYear
    ? found('pass', { code: 'within', ...evidence }, rule.legalBasis)
    : found('unknown', { code: 'maybe-used-up', ...evidence }, rule.legalBasis)
}

/**
 * Whether other state money pays for a cost item this fair pays for, at the same fair. What is known of it decides before
 * the applicant's declaration; without either nobody knows.
 */
function doubleFunding(facts: GateFacts, { fundingBasis }: GateRules): Finding {
  if (facts.fund === null) return found('pass', { code: 'no-state-money' }, fundingBasis)
  const isClaimed = (item: string | null) => item === null || facts.claimedItems.includes(item)
  const near = facts.supports
    .filter(support => isClaimed(support.costItem))
    .map(support => ({ support, match: eventMatch(facts.event, support.event) }))
    .filter(({ match }) => match !== 'other')
  const twice = near.filter(({ support, match }) => match === 'same' && support.costItem !== null)
  const say = (code: string, rows: typeof near) =>
    ({ code, ...supportEvidence(rows.map(row => row.support)) }) satisfies GateEvidence
  if (twice.length > 0) return found('fail', say('same-cost', twice), fundingBasis)
  if (near.length > 0) return found('unknown', say('maybe-same', near), fundingBasis)
  if (facts.declaresNoOtherMoney !== true) {
    const code = facts.declaresNoOtherMoney === false ? 'declared-other' : 'not-declared'
    return found('unknown', { code }, fundingBasis)
  }
  return found('pass', { code: 'none-known', count: facts.supports.length }, fundingBasis)
}

/** Fairs of other organizers count but are not named. */
function supportEvidence(supports: readonly Support[]) {
  const once = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value): value is string => value !== null)),
  ]
  return {
    items: once(supports.map(support => support.costItem)),
    funds: once(supports.map(support => support.fund)),
    fairs: once(supports.filter(support => support.isOwn).map(support => support.event.name)),
    others: supports.filter(support => !support.isOwn).length,
    count: supports.length,
  }
}

/** Asked only where the fair asks a fee: unpaid applications are not considered. */
function feePaid({ fee }: GateFacts): Finding {
  if (fee === null) return found('unknown', { code: 'no-fee' }, null)
  const { askedMinor, paidMinor, currency } = fee
  const evidence = { asked: askedMinor, paid: paidMinor, currency }
  if (paidMinor >= askedMinor) return found('pass', { code: 'paid', ...evidence }, null)
  return found('fail', { code: paidMinor > 0 ? 'part-paid' : 'unpaid', ...evidence }, null)
}

function notBarred({ barred }: GateFacts): Finding {
  if (barred === null) return found('pass', { code: 'not-listed' }, null)
  const { reason, until } = barred
  return found('fail', { code: until === null ? 'barred' : 'barred-until', reason, until }, null)
}

const found = (outcome: GateOutcome, evidence: GateEvidence, legalBasis: string | null): Finding => ({
  outcome,
  evidence,
  legalBasis,
})
