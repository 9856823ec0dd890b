import { stripLegalForm } from '@hoicho/shared/establishments/legal-form.ts'
import { type BlindField, blindCode, redacted } from '@hoicho/shared/selection/council.ts'
import type { ReviewMaterial } from '@hoicho/shared/selection/schema.ts'
import type { z } from 'zod'
import type { applicationForReview } from './material-queries.ts'

type Application = NonNullable<Awaited<ReturnType<typeof applicationForReview>>>
type Material = z.infer<typeof ReviewMaterial>

/**
 * The material without what the fair hides from those who score. A hidden name takes along all that would tell it: the
 * fascia, numbers of decisions, papers, and itself wherever it stands in what the establishment wrote.
 */
export function masked(
  material: Material,
  application: Application,
  blindFields: readonly BlindField[],
): Material {
  const hides = (field: BlindField) => blindFields.includes(field)
  const hidesPapers = hides('papers') || hides('name')
  const shown = {
    ...material,
    provinceName: hides('province') ? '' : material.provinceName,
    products: material.products.map(product => ({
      ...product,
      photoFileId: hides('photos') ? null : product.photoFileId,
    })),
    papers: material.papers.map(paper => (hidesPapers ? { ...paper, fileId: null, name: '' } : paper)),
    certificates: material.certificates.map(paper => (hidesPapers ? { ...paper, fileId: null } : paper)),
  }
  return hides('name') ? nameless(shown, application) : shown
}

function nameless(material: Material, application: Application): Material {
  const own = stripLegalForm(application.establishmentName)
  const { establishmentName, establishmentNameEn, fasciaName, taxCode, phone, email, website } = application
  const { representativeName, registeredAddress, productionAddress, number } = application
  const names = [establishmentName, own, establishmentNameEn, fasciaName, representativeName, number]
  const secrets = names.concat(taxCode, phone, email, website, registeredAddress, productionAddress)
  const hide = (text: string) => redacted(text, secrets)
  return {
    ...material,
    establishmentName: blindCode(application.fairId, application.id),
    fasciaName: '',
    introduction: hide(material.introduction),
    products: material.products.map(product => ({
      ...product,
      name: hide(product.name),
      description: hide(product.description),
    })),
    recognitions: material.recognitions.map(title => ({ ...title, decisionNumber: '' })),
    certificates: material.certificates.map(paper => ({ ...paper, name: hide(paper.name) })),
    answers: material.answers.map(({ label, value }) => ({ label, value: hide(value) })),
  }
}
