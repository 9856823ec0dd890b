import { PROFILE_SECTIONS } from '@hoicho/shared/establishments/completeness.ts'
import type { Ids } from './ids.ts'

/** Who looks at a page: a person of the demonstration, or anybody. */
export type Role = 'anybody' | 'admin' | 'manager' | 'officer' | 'finance' | 'reviewer' | 'gate' | 'owner'

export type Visit = {
  as: Role
  to: (ids: Ids) => string
  /** Another name for the picture than the address. */
  name?: string
  /** Also looked at in the dark. */
  dark?: true
  /** Also looked at in German, where words are long. */
  de?: true
}

const inHanoi = (path: string) => (ids: Ids) => `/desk/fairs/${ids.hanoi.id}/${path}`
const inFrankfurt = (path: string) => (ids: Ids) => `/desk/fairs/${ids.frankfurt.id}/${path}`

/** Every route of web/src/app.tsx and web/src/desk-pages.tsx with those who use it. A route that is missing here fails the test. */
export const WALK: Record<string, Visit[]> = {
  '/': [{ as: 'anybody', to: () => '/', dark: true, de: true }],
  '/ui': [{ as: 'anybody', to: () => '/ui', dark: true }],
  '/f/:slug': [
    { as: 'anybody', to: ids => `/f/${ids.practice.slug}`, dark: true, de: true },
    { as: 'anybody', to: ids => `/f/${ids.frankfurt.slug}` },
  ],
  '/f/:slug/plan': [{ as: 'anybody', to: ids => `/f/${ids.hanoi.slug}/plan`, dark: true, de: true }],
  '/f/:slug/register': [
    { as: 'anybody', to: ids => `/f/${ids.practice.slug}/register`, dark: true, de: true },
  ],
  '/f/:slug/apply': [
    { as: 'anybody', to: ids => `/f/${ids.practice.slug}/apply`, de: true },
    { as: 'owner', to: ids => `/f/${ids.practice.slug}/apply` },
  ],
  '/x': [{ as: 'anybody', to: () => '/x', de: true }],
  '/x/:token': [{ as: 'anybody', to: ids => `/x/${ids.toConfirm}`, name: 'confirmation', de: true }],
  '/desk/fairs/:fairId/applications/enter': [
    { as: 'officer', to: ids => `/desk/fairs/${ids.practice.id}/applications/enter` },
  ],
  '/desk/fairs/:fairId/applications/:applicationId/write': [
    {
      as: 'officer',
      to: ids => `/desk/fairs/${ids.practice.id}/applications/${ids.entered}/write`,
      name: 'write',
    },
  ],
  '/i/:token': [{ as: 'anybody', to: ids => `/i/${ids.invitationToken}`, name: 'invitation', de: true }],
  '/b/:code': [{ as: 'anybody', to: ids => `/b/${ids.badgeCode}`, name: 'badge', dark: true, de: true }],

  '/sign-in': [{ as: 'anybody', to: () => '/sign-in', dark: true, de: true }],
  '/sign-up': [{ as: 'anybody', to: () => '/sign-up', de: true }],
  '/forgot': [{ as: 'anybody', to: () => '/forgot', de: true }],
  '/reset': [{ as: 'anybody', to: () => '/reset?token=abc' }],
  '/link': [{ as: 'anybody', to: () => '/link?token=abc' }],
  '/verify': [{ as: 'anybody', to: () => '/verify' }],
  '/accept': [{ as: 'anybody', to: ids => `/accept?token=${ids.staffToken}`, name: 'accept', de: true }],
  '/account': [
    { as: 'owner', to: () => '/account', de: true },
    { as: 'manager', to: () => '/account', dark: true },
  ],

  '/admin': [{ as: 'admin', to: () => '/admin' }],
  '/admin/organizers/new': [{ as: 'admin', to: () => '/admin/organizers/new' }],

  '/desk': [
    { as: 'officer', to: () => '/desk', dark: true },
    { as: 'manager', to: () => '/desk' },
    { as: 'finance', to: () => '/desk' },
    { as: 'reviewer', to: () => '/desk' },
    { as: 'gate', to: () => '/desk' },
  ],
  '/desk/settings': [{ as: 'manager', to: () => '/desk/settings' }],
  '/desk/log': [{ as: 'manager', to: () => '/desk/log' }],
  '/desk/people': [{ as: 'manager', to: () => '/desk/people' }],
  '/desk/mail': [{ as: 'officer', to: () => '/desk/mail' }],
  '/desk/mail/:mailId': [{ as: 'officer', to: ids => `/desk/mail/${ids.mail}` }],
  '/desk/establishments': [{ as: 'officer', to: () => '/desk/establishments', dark: true }],
  '/desk/establishments/import': [{ as: 'officer', to: () => '/desk/establishments/import' }],
  '/desk/establishments/import/:importId': [
    {
      as: 'officer',
      to: ids => `/desk/establishments/import/${ids.import}?step=columns`,
      name: 'import-columns',
    },
    {
      as: 'officer',
      to: ids => `/desk/establishments/import/${ids.import}?step=preview`,
      name: 'import',
      dark: true,
    },
  ],
  '/desk/establishments/new': [{ as: 'officer', to: () => '/desk/establishments/new' }],
  '/desk/establishments/duplicates': [{ as: 'manager', to: () => '/desk/establishments/duplicates' }],
  '/desk/establishments/merge': [
    {
      as: 'manager',
      to: ids =>
        `/desk/establishments/merge?survivor=${ids.establishment}&absorbed=${ids.otherEstablishment}`,
      name: 'merge',
    },
  ],
  '/desk/establishments/:establishmentId': [
    { as: 'officer', to: ids => `/desk/establishments/${ids.establishment}` },
  ],
  '/desk/fairs/new': [{ as: 'officer', to: () => '/desk/fairs/new', dark: true }],
  '/desk/fairs/:fairId/setup': [
    { as: 'manager', to: inHanoi('setup') },
    { as: 'officer', to: inHanoi('setup?tab=form'), name: 'setup-form' },
    { as: 'manager', to: inHanoi('setup?tab=publish'), name: 'setup-publish' },
  ],
  '/desk/fairs/:fairId/overview': [
    { as: 'manager', to: inHanoi('overview'), dark: true },
    { as: 'gate', to: inHanoi('overview') },
  ],
  '/desk/fairs/:fairId/recruitment': [
    { as: 'officer', to: inHanoi('recruitment') },
    { as: 'officer', to: inHanoi('recruitment?part=invite'), name: 'invite' },
  ],
  '/desk/fairs/:fairId/campaigns': [
    { as: 'officer', to: ids => `/desk/fairs/${ids.practice.id}/campaigns` },
    { as: 'officer', to: ids => `/desk/fairs/${ids.practice.id}/campaigns?part=calls`, name: 'calls' },
  ],
  '/desk/fairs/:fairId/campaigns/new': [
    { as: 'officer', to: ids => `/desk/fairs/${ids.practice.id}/campaigns/new` },
  ],
  '/desk/fairs/:fairId/campaigns/:campaignId': [
    {
      as: 'officer',
      to: ids => `/desk/fairs/${ids.practice.id}/campaigns/${ids.campaign}`,
      name: 'campaign',
      dark: true,
    },
  ],
  '/desk/fairs/:fairId/applications': [{ as: 'officer', to: inHanoi('applications'), dark: true }],
  '/desk/fairs/:fairId/applications/:applicationId': [
    { as: 'officer', to: ids => inHanoi(`applications/${ids.dossier}`)(ids), name: 'dossier', dark: true },
  ],
  '/desk/fairs/:fairId/selection': [
    'gates',
    'criteria',
    'council',
    'assign',
    'progress',
    'ranking',
    'decision',
  ].map(tab => ({
    as: 'manager',
    to: inHanoi(`selection?tab=${tab}`),
    name: `selection-${tab}`,
  })),
  '/desk/fairs/:fairId/selection/my-sheets': [{ as: 'reviewer', to: inHanoi('selection/my-sheets') }],
  '/desk/fairs/:fairId/selection/sheets/:applicationId': [
    { as: 'reviewer', to: ids => inHanoi(`selection/sheets/${ids.sheet}`)(ids), name: 'sheet', dark: true },
  ],
  '/desk/fairs/:fairId/booths': [{ as: 'officer', to: inHanoi('booths'), dark: true }],
  '/desk/fairs/:fairId/contracts': [
    { as: 'officer', to: inHanoi('contracts') },
    { as: 'finance', to: inFrankfurt('contracts') },
  ],
  '/desk/fairs/:fairId/contracts/new': [
    {
      as: 'officer',
      to: ids => inHanoi(`contracts/new?application=${ids.readyForContract}`)(ids),
      name: 'contract-new',
    },
  ],
  '/desk/fairs/:fairId/contracts/:contractId': [
    { as: 'finance', to: ids => inFrankfurt(`contracts/${ids.contract}`)(ids), name: 'contract' },
  ],
  '/desk/fairs/:fairId/badges': [{ as: 'officer', to: inHanoi('badges'), dark: true }],
  '/desk/fairs/:fairId/gates': [{ as: 'officer', to: inHanoi('gates') }],
  '/desk/fairs/:fairId/deals': [
    { as: 'officer', to: inFrankfurt('deals?tab=all'), dark: true },
    { as: 'officer', to: inFrankfurt('deals?tab=totals'), name: 'deals-totals' },
  ],
  '/desk/fairs/:fairId/reports': [{ as: 'manager', to: inFrankfurt('reports'), dark: true }],
  '/desk/fairs/:fairId/reports/funnel': [{ as: 'officer', to: inFrankfurt('reports/funnel'), dark: true }],
  '/desk/fairs/:fairId/reports/rows': [
    { as: 'manager', to: inFrankfurt('reports/rows?stage=selected'), name: 'report-rows' },
  ],
  '/desk/fairs/:fairId/mail': [{ as: 'officer', to: inFrankfurt('mail') }],
  '/desk/fairs/:fairId/mail/:mailId': [{ as: 'officer', to: ids => inFrankfurt(`mail/${ids.mail}`)(ids) }],

  '/e': [{ as: 'owner', to: () => '/e', dark: true, de: true }],
  '/e/new': [{ as: 'owner', to: () => '/e/new', de: true }],
  '/e/:establishmentId/people': [
    { as: 'owner', to: ids => `/e/${ids.establishment}/people`, name: 'members', de: true },
  ],
  '/e/:establishmentId/profile': [
    { as: 'owner', to: ids => `/e/${ids.establishment}/profile`, name: 'profile', dark: true, de: true },
  ],
  '/e/:establishmentId/profile/:section': PROFILE_SECTIONS.map(section => ({
    as: 'owner',
    to: ids => `/e/${ids.establishment}/profile/${section}`,
    name: `profile-${section}`,
  })),
  '/e/applications/:applicationId': [
    { as: 'owner', to: ids => `/e/applications/${ids.application}`, name: 'application', de: true },
    { as: 'owner', to: ids => `/e/applications/${ids.draft}`, name: 'draft', dark: true, de: true },
    ...['establishment', 'display', 'booth', 'products', 'papers', 'check'].map(part => ({
      as: 'owner' as const,
      to: (ids: Ids) => `/e/applications/${ids.draft}?part=${part}`,
      name: `draft-${part}`,
    })),
  ],
  '/e/applications/:applicationId/badges': [
    { as: 'owner', to: ids => `/e/applications/${ids.application}/badges`, name: 'own-badges', de: true },
  ],
  '/e/applications/:applicationId/deals': [
    { as: 'owner', to: ids => `/e/applications/${ids.application}/deals`, name: 'own-deals', de: true },
  ],
  '/e/contracts/:contractId': [
    { as: 'owner', to: ids => `/e/contracts/${ids.contract}`, name: 'own-contract', dark: true, de: true },
  ],

  '/gate': [{ as: 'anybody', to: () => '/gate', dark: true, de: true }],
}
