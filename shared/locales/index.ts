import { type Catalogue, FALLBACKS, type Locale } from '../src/platform/i18n.ts'
import type badges from './vi/badges.ts'
import type badgesDesk from './vi/badges-desk.ts'
import type booths from './vi/booths.ts'
import type boothsDesk from './vi/booths-desk.ts'
import type bulkDesk from './vi/bulk-desk.ts'
import type campaignsDesk from './vi/campaigns-desk.ts'
import type contracts from './vi/contracts.ts'
import type contractsDesk from './vi/contracts-desk.ts'
import type deals from './vi/deals.ts'
import type dealsDesk from './vi/deals-desk.ts'
import type defaultForm from './vi/default-form.ts'
import type directoryImportDesk from './vi/directory-import-desk.ts'
import type directoryMergeDesk from './vi/directory-merge-desk.ts'
import type establishments from './vi/establishments.ts'
import type establishmentsDesk from './vi/establishments-desk.ts'
import type fairs from './vi/fairs.ts'
import type fairsDesk from './vi/fairs-desk.ts'
import type fields from './vi/fields.ts'
import type gate from './vi/gate.ts'
import type home from './vi/home.ts'
import type homeDesk from './vi/home-desk.ts'
import type identity from './vi/identity.ts'
import type identityDesk from './vi/identity-desk.ts'
import type mailDesk from './vi/mail-desk.ts'
import type platform from './vi/platform.ts'
import type recruitment from './vi/recruitment.ts'
import type recruitmentDesk from './vi/recruitment-desk.ts'
import type reportsDesk from './vi/reports-desk.ts'
import type selection from './vi/selection.ts'
import type selectionDesk from './vi/selection-desk.ts'
import type settingsDesk from './vi/settings-desk.ts'

/**
 * Every namespace and its keys, for typed look-ups. To add one: write `vi/<ns>.ts` (`export default {…} as const`),
 * `en/<ns>.ts` and, unless it ends in `-desk`, `de/<ns>.ts`
 * (`export default {…} satisfies Record<keyof typeof vi, string>`), then add its two lines here.
 */
export interface Namespaces {
  booths: typeof booths
  'booths-desk': typeof boothsDesk
  'bulk-desk': typeof bulkDesk
  'campaigns-desk': typeof campaignsDesk
  contracts: typeof contracts
  'contracts-desk': typeof contractsDesk
  badges: typeof badges
  'badges-desk': typeof badgesDesk
  gate: typeof gate
  deals: typeof deals
  'deals-desk': typeof dealsDesk
  'default-form': typeof defaultForm
  'directory-import-desk': typeof directoryImportDesk
  'directory-merge-desk': typeof directoryMergeDesk
  fairs: typeof fairs
  fields: typeof fields
  identity: typeof identity
  'identity-desk': typeof identityDesk
  'mail-desk': typeof mailDesk
  'fairs-desk': typeof fairsDesk
  establishments: typeof establishments
  home: typeof home
  'home-desk': typeof homeDesk
  'reports-desk': typeof reportsDesk
  'establishments-desk': typeof establishmentsDesk
  platform: typeof platform
  recruitment: typeof recruitment
  'recruitment-desk': typeof recruitmentDesk
  selection: typeof selection
  'selection-desk': typeof selectionDesk
  'settings-desk': typeof settingsDesk
}
export type Namespace = keyof Namespaces

const loaded = new Map<string, Promise<Catalogue>>()

/** A namespace's messages in Node, in the nearest language that has them. The web loads its own way. */
export function messagesFor(locale: Locale, namespace: string): Promise<Catalogue> {
  const key = `${locale}/${namespace}`
  let catalogue = loaded.get(key)
  if (!catalogue) {
    catalogue = load(FALLBACKS[locale], namespace)
    catalogue.catch(() => loaded.delete(key))
    loaded.set(key, catalogue)
  }
  return catalogue
}

async function load(locales: readonly Locale[], namespace: string): Promise<Catalogue> {
  let reason: unknown
  for (const locale of locales) {
    try {
      const module = (await import(`./${locale}/${namespace}.ts`)) as { default: Catalogue }
      return module.default
    } catch (error) {
      if (!isMissing(error)) throw error
      reason = error
    }
  }
  throw new Error(`No messages for namespace ${namespace}`, { cause: reason })
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}
