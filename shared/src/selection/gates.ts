import { z } from 'zod'
import { isRecognitionValid } from '../establishments/recognition.ts'
import type { DatedRule } from '../platform/dated-rules.ts'
import type { IsoDate } from '../platform/dates.ts'

/**
 * The yes-or-no questions an application must pass before it is scored. Each answer names its evidence and the law it
 * rests on. `unknown` means that a fact or a rule is missing: an officer looks, nothing is refused by itself.
 */
export const GATES = [
  'dossier-complete',
  'legal-form',
  'sme-size',
  'eligible-area',
  'sector',
  'own-product',
  'certificates',
  'trips-abroad',
] as const
export type Gate = (typeof GATES)[number]
export type GateOutcome = 'pass' | 'fail' | 'unknown'

/** A code of the finding and the figures or names it rests on, for the sentence on the screen. */
export type GateEvidence = { code: string; [fact: string]: string | number | readonly string[] | null }

export type GateResult = {
  gate: Gate
  outcome: GateOutcome
  evidence: GateEvidence
  legalBasis: string | null
}

export type GateFacts = {
  fairKind: 'home' | 'abroad'
  opensOn: IsoDate
  fairSectorCodes: readonly string[]
  legalForm: string
  employees: number | null
  revenueVnd: number | null
  capitalVnd: number | null
  figuresYear: number | null
  /** Where production is; the registered province when none is given apart. */
  productionProvince: { scheme: string; code: string }
  sectorCode: string | null
  /** Names of the establishment's own products put forward in this application. */
  productNames: readonly string[]
  recognitions: readonly { kind: string; name: string; issuedOn: IsoDate; validUntil: IsoDate }[]
  certificates: readonly {
    kind: string
    name: string
    issuedOn: IsoDate | null
    validUntil: IsoDate | null
  }[]
  /** Fairs abroad this establishment was already selected for in the year of the opening day, not this one. */
  tripsAbroadThisYear: number
  /** What the dossier lacks by the form it was made with, in words; `null` when that form is not known. */
  missing: readonly string[] | null
}

/** Value of `eligibility.sme.industry`: people, and revenue or capital, at most. */
const ceiling = z.object({ people: z.number(), revenueVnd: z.number(), capitalVnd: z.number() })
export const smeRule = z.object({ micro: ceiling, small: ceiling, medium: ceiling })
/** Value of `eligibility.legal-forms`: forms that may take part, and those the size ceiling binds. */
export const legalFormsRule = z.object({ codes: z.array(z.string()), sizeBinds: z.array(z.string()) })
/** Value of `eligibility.area`: provinces that are eligible as a whole. */
export const areaRule = z.object({ scheme: z.string(), provinceCodes: z.array(z.string()) })
/** Value of `support.trips-abroad`. */
export const tripsRule = z.object({ perYear: z.int().min(0) })

/** The dated rules of the day the fair follows; `null` where none is known. */
export type GateRules = {
  sme: DatedRule<z.infer<typeof smeRule>> | null
  legalForms: DatedRule<z.infer<typeof legalFormsRule>> | null
  area: DatedRule<z.infer<typeof areaRule>> | null
  sectors: DatedRule | null
  trips: DatedRule<z.infer<typeof tripsRule>> | null
}

type Finding = Omit<GateResult, 'gate'>

/** Every gate's answer, in the order of {@link GATES}; the one about trips only for a fair abroad. */
export function checkGates(facts: GateFacts, rules: GateRules): GateResult[] {
  const findings: Record<Gate, () => Finding> = {
    'dossier-complete': () => dossierComplete(facts),
    'legal-form': () => legalForm(facts, rules),
    'sme-size': () => smeSize(facts, rules),
    'eligible-area': () => eligibleArea(facts, rules),
    sector: () => sectorAllowed(facts, rules),
    'own-product': () => ownProduct(facts),
    certificates: () => certificatesValid(facts),
    'trips-abroad': () => tripsAbroad(facts, rules),
  }
  return GATES.filter(gate => gate !== 'trips-abroad' || facts.fairKind === 'abroad').map(gate => ({
    gate,
    ...findings[gate](),
  }))
}

/** The answer that counts: the override where there is one. */
export const effectiveOutcome = (check: {
  outcome: GateOutcome
  overrideOutcome: 'pass' | 'fail' | null
}): GateOutcome => check.overrideOutcome ?? check.outcome

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

function smeSize(facts: GateFacts, { sme, legalForms }: GateRules): Finding {
  const { employees, revenueVnd, capitalVnd, figuresYear } = facts
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
  const fits = (size: z.infer<typeof ceiling>) =>
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

function eligibleArea({ productionProvince }: GateFacts, { area: rule }: GateRules): Finding {
  const { scheme, code: province } = productionProvince
  if (!rule || rule.value.scheme !== scheme)
    return found('unknown', { code: 'no-rule', scheme, province }, null)
  const isListed = rule.value.provinceCodes.includes(province)
  const evidence = { code: isListed ? 'listed' : 'not-listed', scheme, province }
  return found(isListed ? 'pass' : 'fail', evidence, rule.legalBasis)
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
 * Of each kind of title or certificate at least one must be valid on the opening day: an old one beside its renewal does
 * no harm. None at all is for an officer to judge.
 */
function certificatesValid({ recognitions, certificates, opensOn }: GateFacts): Finding {
  const papers = [
    ...recognitions.map(paper => ({ ...paper, isValid: isRecognitionValid(paper, opensOn) })),
    ...certificates.map(paper => ({
      ...paper,
      isValid:
        (paper.issuedOn === null || paper.issuedOn <= opensOn) &&
        (paper.validUntil === null || opensOn <= paper.validUntil),
    })),
  ]
  if (papers.length === 0) return found('unknown', { code: 'none', opensOn }, null)
  const validKinds = new Set(papers.filter(paper => paper.isValid).map(paper => paper.kind))
  const lacking = papers.filter(paper => !validKinds.has(paper.kind)).map(paper => paper.name)
  return lacking.length > 0
    ? found('fail', { code: 'not-valid', papers: lacking, opensOn }, null)
    : found('pass', { code: 'valid', papers: papers.filter(p => p.isValid).map(p => p.name), opensOn }, null)
}

function tripsAbroad({ tripsAbroadThisYear: trips }: GateFacts, { trips: rule }: GateRules): Finding {
  if (!rule) return found('unknown', { code: 'no-rule', trips }, null)
  const { perYear } = rule.value
  const isWithin = trips < perYear
  const evidence = { code: isWithin ? 'within' : 'used-up', trips, perYear }
  return found(isWithin ? 'pass' : 'fail', evidence, rule.legalBasis)
}

const found = (outcome: GateOutcome, evidence: GateEvidence, legalBasis: string | null): Finding => ({
  outcome,
  evidence,
  legalBasis,
})
