import type {
  CertificateInput,
  EstablishmentInput,
  ProductInput,
  RecognitionInput,
} from '@hoicho/shared/establishments/schema.ts'
import { taxCodeCheckDigit } from '@hoicho/shared/establishments/tax-code.ts'

let serial = 0

/** A tax code of its own that fits the checking rule. */
export function validTaxCode(): string {
  for (;;) {
    serial += 1
    const nine = `01${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`
    const digit = taxCodeCheckDigit(nine)
    if (digit !== null) return `${nine}${digit}`
  }
}

export function establishmentInput(changes: Partial<EstablishmentInput> = {}): EstablishmentInput {
  return {
    name: 'Công ty TNHH Gốm Đông Triều',
    nameEn: null,
    legalForm: 'TNHH_2TV',
    taxCode: validTaxCode(),
    taxCodeReason: null,
    registeredAddress: '12 đường Trần Nhân Tông',
    provinceScheme: 'gso-34',
    provinceCode: '22',
    sectorCode: 'handicraft',
    phone: '+84912345678',
    email: 'gom@example.vn',
    ...changes,
  }
}

export function productInput(changes: Partial<ProductInput> = {}): ProductInput {
  return {
    nameVi: 'Bình gốm men lam',
    nameEn: 'Blue glazed vase',
    nameDe: '',
    descriptionVi: '',
    descriptionEn: '',
    hsCode: '6913.90',
    photoFileId: null,
    ...changes,
  }
}

export function recognitionInput(changes: Partial<RecognitionInput> = {}): RecognitionInput {
  return {
    productId: null,
    scheme: 'cnnt',
    level: 'nation',
    decisionNumber: '3116/QĐ-BCT',
    issuer: 'Bộ Công Thương',
    issuedOn: '2023-12-01',
    printedValidUntil: null,
    fileId: null,
    ...changes,
  }
}

export function certificateInput(changes: Partial<CertificateInput> = {}): CertificateInput {
  return {
    kind: 'iso',
    name: 'ISO 9001:2015',
    number: 'VN-123',
    issuer: 'QUACERT',
    issuedOn: '2024-01-01',
    validUntil: '2027-01-01',
    fileId: null,
    ...changes,
  }
}
