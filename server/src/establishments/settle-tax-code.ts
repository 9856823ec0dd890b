import { checkTaxCode } from '@hoicho/shared/establishments/tax-code.ts'
import { invalid } from '../platform/problem.ts'

type TaxCodeInput = { taxCode: string | null; taxCodeReason?: string | null | undefined }

/**
 * The tax code and reason as they are kept. A code that does not fit the checking rule needs the reason why it is right
 * all the same (422 at /taxCodeReason); of one that fits no reason is kept.
 */
export function settleTaxCode({ taxCode, taxCodeReason }: TaxCodeInput): Required<TaxCodeInput> {
  if (!taxCode) return { taxCode: null, taxCodeReason: null }
  const check = checkTaxCode(taxCode)
  if (check.outcome === 'refused') throw invalid({ pointer: '/taxCode', code: 'tax-code' })
  if (check.outcome === 'ok') return { taxCode: check.taxCode, taxCodeReason: null }
  if (!taxCodeReason) throw invalid({ pointer: '/taxCodeReason', code: 'tax-code-reason' })
  return { taxCode: check.taxCode, taxCodeReason }
}
