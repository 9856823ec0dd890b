import { Route, Router } from 'preact-iso'
import { NotFoundPage } from './platform/fallbacks.tsx'
import { page, routeOf } from './platform/page.ts'

/* The desk's route table: to be read and added to as the one of app.tsx. */
const ROUTES = [
  { path: '/desk', page: page(() => import('./home/desk-home-page.tsx'), ['home-desk', 'identity']) },
  {
    path: '/desk/fairs/:fairId/overview',
    page: page(() => import('./home/overview-page.tsx'), ['home-desk']),
  },
  {
    path: '/desk/fairs/:fairId/deals',
    page: page(() => import('./deals/desk-deals-page.tsx'), ['deals-desk', 'deals', 'establishments']),
  },
  {
    path: '/desk/fairs/:fairId/reports',
    page: page(() => import('./reports/report-page.tsx'), ['reports-desk', 'deals']),
  },
  {
    path: '/desk/fairs/:fairId/reports/funnel',
    page: page(() => import('./reports/funnel-page.tsx'), ['reports-desk']),
  },
  {
    path: '/desk/fairs/:fairId/reports/rows',
    page: page(() => import('./reports/rows-page.tsx'), ['reports-desk', 'establishments']),
  },
  {
    path: '/desk/fairs/new',
    page: page(() => import('./fairs/fair-new-page.tsx'), ['fairs-desk', 'establishments']),
  },
  {
    path: '/desk/fairs/:fairId/setup',
    page: page(() => import('./fairs/fair-setup-page.tsx'), ['fairs-desk', 'fairs', 'establishments']),
  },
  {
    path: '/desk/establishments',
    page: page(
      () => import('./establishments/directory-page.tsx'),
      ['establishments-desk', 'establishments'],
    ),
  },
  {
    path: '/desk/establishments/new',
    page: page(() => import('./establishments/desk-new-page.tsx'), ['establishments-desk', 'establishments']),
  },
  {
    path: '/desk/establishments/duplicates',
    page: page(
      () => import('./establishments/merge/duplicates-page.tsx'),
      ['directory-merge-desk', 'establishments-desk', 'establishments'],
    ),
  },
  {
    path: '/desk/establishments/merge',
    page: page(
      () => import('./establishments/merge/merge-page.tsx'),
      ['directory-merge-desk', 'establishments-desk', 'establishments'],
    ),
  },
  {
    path: '/desk/establishments/import',
    page: page(
      () => import('./establishments/import/imports-page.tsx'),
      ['directory-import-desk', 'establishments'],
    ),
  },
  {
    path: '/desk/establishments/import/:importId',
    page: page(
      () => import('./establishments/import/import-page.tsx'),
      ['directory-import-desk', 'establishments'],
    ),
  },
  {
    path: '/desk/establishments/:establishmentId',
    page: page(
      () => import('./establishments/desk-profile-page.tsx'),
      ['establishments-desk', 'establishments'],
    ),
  },
  {
    path: '/desk/fairs/:fairId/booths',
    page: page(() => import('./booths/plan-page.tsx'), ['booths-desk', 'booths']),
  },
  {
    path: '/desk/fairs/:fairId/contracts/new',
    page: page(() => import('./contracts/new-contract-page.tsx'), ['contracts-desk']),
  },
  {
    path: '/desk/fairs/:fairId/contracts/:contractId',
    page: page(() => import('./contracts/contract-page.tsx'), ['contracts-desk']),
  },
  {
    path: '/desk/fairs/:fairId/contracts',
    page: page(() => import('./contracts/contracts-page.tsx'), ['contracts-desk']),
  },
  {
    path: '/desk/settings',
    page: page(() => import('./home/settings-page.tsx'), ['settings-desk', 'identity-desk', 'identity']),
  },
  {
    path: '/desk/log',
    page: page(() => import('./home/log-page.tsx'), ['settings-desk', 'home-desk', 'identity']),
  },
  { path: '/desk/people', page: page(() => import('./identity/staff-page.tsx'), ['identity']) },
  { path: '/desk/mail', page: page(() => import('./mail/mail-page.tsx'), ['mail-desk']) },
  { path: '/desk/mail/:mailId', page: page(() => import('./mail/one-mail-page.tsx'), ['mail-desk']) },
  { path: '/desk/fairs/:fairId/mail', page: page(() => import('./mail/mail-page.tsx'), ['mail-desk']) },
  {
    path: '/desk/fairs/:fairId/mail/:mailId',
    page: page(() => import('./mail/one-mail-page.tsx'), ['mail-desk']),
  },
  {
    path: '/desk/fairs/:fairId/badges',
    page: page(() => import('./badges/badges-page.tsx'), ['badges', 'badges-desk']),
  },
  {
    path: '/desk/fairs/:fairId/gates',
    page: page(() => import('./badges/gates-page.tsx'), ['badges', 'badges-desk', 'gate']),
  },
  {
    path: '/desk/fairs/:fairId/recruitment',
    page: page(
      () => import('./recruitment/recruitment-page.tsx'),
      ['recruitment-desk', 'recruitment', 'establishments'],
    ),
  },
  {
    path: '/desk/fairs/:fairId/campaigns',
    page: page(() => import('./recruitment/campaigns-page.tsx'), ['campaigns-desk', 'establishments']),
  },
  {
    path: '/desk/fairs/:fairId/campaigns/new',
    page: page(() => import('./recruitment/campaign-form-page.tsx'), ['campaigns-desk', 'establishments']),
  },
  {
    path: '/desk/fairs/:fairId/campaigns/:campaignId',
    page: page(
      () => import('./recruitment/campaign-page.tsx'),
      ['campaigns-desk', 'establishments', 'mail-desk'],
    ),
  },
  {
    path: '/desk/fairs/:fairId/applications',
    page: page(async () => {
      const [module] = await Promise.all([
        import('./recruitment/inbox-page.tsx'),
        import('./selection/fill-inbox-page.ts'),
      ])
      return module
    }, ['recruitment-desk', 'recruitment', 'establishments', 'bulk-desk']),
  },
  {
    path: '/desk/fairs/:fairId/applications/enter',
    page: page(
      () => import('./recruitment/enter-page.tsx'),
      ['recruitment-desk', 'recruitment', 'establishments'],
    ),
  },
  {
    path: '/desk/fairs/:fairId/applications/:applicationId/write',
    page: page(
      () => import('./recruitment/write-page.tsx'),
      ['recruitment', 'recruitment-desk', 'establishments', 'fields'],
    ),
  },
  {
    path: '/desk/fairs/:fairId/applications/:applicationId',
    page: page(async () => {
      const [module] = await Promise.all([
        import('./recruitment/application-desk-page.tsx'),
        import('./selection/fill-application-page.ts'),
      ])
      return module
    }, ['recruitment-desk', 'recruitment', 'establishments', 'selection-desk']),
  },
  {
    path: '/desk/fairs/:fairId/selection/my-sheets',
    page: page(() => import('./selection/my-sheets-page.tsx'), ['selection-desk']),
  },
  {
    path: '/desk/fairs/:fairId/selection/sheets/:applicationId',
    page: page(() => import('./selection/sheet-page.tsx'), ['selection-desk']),
  },
  {
    path: '/desk/fairs/:fairId/selection',
    page: page(() => import('./selection/selection-page.tsx'), ['selection-desk']),
  },
] as const

/** Starts fetching a page of the desk. */
export function preload(path: string): void {
  void routeOf(ROUTES, path)?.page.preload()
}

export default function DeskPages() {
  return (
    <Router>
      {ROUTES.map(route => (
        <Route key={route.path} path={route.path} component={route.page} />
      ))}
      <Route default component={NotFoundPage} />
    </Router>
  )
}
