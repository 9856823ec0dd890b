import { QueryClientProvider } from '@tanstack/preact-query'
import { Component, type ComponentChildren } from 'preact'
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { CrashPage, NotFoundPage } from './platform/fallbacks.tsx'
import PublicLayout from './platform/layouts/public-layout.tsx'
import { page } from './platform/page.ts'
import { queryClient } from './platform/query.ts'
import { ToastRegion } from './ui/toast.tsx'

/*
 * The route table. To add a page: write `src/<capability>/<name>-page.tsx` with a default export taking
 * `PageProps<'fairId'>`, and one line here, most special path first:
 *
 *   { path: '/desk/fairs/:fairId/booths', page: page(() => import('./booths/plan-page.tsx'), ['booths-desk']) },
 *
 * Each page is a chunk of its own; the namespaces named here are fetched beside it. The first segment of the path
 * chooses the layout: /desk staff, /e establishments, /gate the whole screen, all else the public one.
 */
const ROUTES = [
  { path: '/', page: page(() => import('./home/home-page.tsx')) },
  { path: '/desk', page: page(() => import('./home/desk-home-page.tsx'), ['home-desk', 'identity']) },
  {
    path: '/desk/fairs/:fairId/overview',
    page: page(() => import('./home/overview-page.tsx'), ['home-desk']),
  },
  { path: '/e', page: page(() => import('./home/exhibitor-home-page.tsx'), ['home']) },
  {
    path: '/e/applications/:applicationId/deals',
    page: page(() => import('./deals/own-deals-page.tsx'), ['deals']),
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
  { path: '/e/new', page: page(() => import('./establishments/new-page.tsx'), ['establishments']) },
  {
    path: '/e/:establishmentId/profile',
    page: page(() => import('./establishments/profile-page.tsx'), ['establishments']),
  },
  {
    path: '/e/:establishmentId/profile/:section',
    page: page(() => import('./establishments/section-page.tsx'), ['establishments']),
  },
  {
    path: '/desk/fairs/:fairId/booths',
    page: page(() => import('./booths/plan-page.tsx'), ['booths-desk', 'booths']),
  },
  { path: '/f/:slug/plan', page: page(() => import('./booths/public-plan-page.tsx'), ['booths']) },
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
    path: '/e/contracts/:contractId',
    page: page(() => import('./contracts/own-contract-page.tsx'), ['contracts']),
  },
  { path: '/f/:slug', page: page(() => import('./fairs/fair-page.tsx'), ['fairs']) },
  { path: '/sign-in', page: page(() => import('./identity/sign-in-page.tsx'), ['identity']) },
  { path: '/sign-up', page: page(() => import('./identity/sign-up-page.tsx'), ['identity']) },
  { path: '/forgot', page: page(() => import('./identity/forgot-page.tsx'), ['identity']) },
  { path: '/reset', page: page(() => import('./identity/reset-page.tsx'), ['identity']) },
  { path: '/link', page: page(() => import('./identity/link-page.tsx'), ['identity']) },
  { path: '/verify', page: page(() => import('./identity/verify-page.tsx'), ['identity']) },
  { path: '/accept', page: page(() => import('./identity/accept-page.tsx'), ['identity']) },
  { path: '/account', page: page(() => import('./identity/account-page.tsx'), ['identity']) },
  {
    path: '/desk/settings',
    page: page(() => import('./home/settings-page.tsx'), ['settings-desk', 'identity-desk', 'identity']),
  },
  {
    path: '/desk/log',
    page: page(() => import('./home/log-page.tsx'), ['settings-desk', 'home-desk', 'identity']),
  },
  { path: '/desk/people', page: page(() => import('./identity/staff-page.tsx'), ['identity']) },
  {
    path: '/e/:establishmentId/people',
    page: page(() => import('./identity/members-page.tsx'), ['identity']),
  },
  { path: '/admin', page: page(() => import('./identity/admin-page.tsx'), ['identity-desk', 'identity']) },
  {
    path: '/admin/organizers/new',
    page: page(() => import('./identity/new-organizer-page.tsx'), ['identity-desk']),
  },
  { path: '/desk/mail', page: page(() => import('./mail/mail-page.tsx'), ['mail-desk']) },
  { path: '/desk/mail/:mailId', page: page(() => import('./mail/one-mail-page.tsx'), ['mail-desk']) },
  { path: '/desk/fairs/:fairId/mail', page: page(() => import('./mail/mail-page.tsx'), ['mail-desk']) },
  {
    path: '/desk/fairs/:fairId/mail/:mailId',
    page: page(() => import('./mail/one-mail-page.tsx'), ['mail-desk']),
  },
  { path: '/f/:slug/register', page: page(() => import('./badges/register-page.tsx'), ['badges']) },
  { path: '/b/:code', page: page(() => import('./badges/badge-page.tsx'), ['badges']) },
  {
    path: '/e/applications/:applicationId/badges',
    page: page(() => import('./badges/own-badges-page.tsx'), ['badges']),
  },
  {
    path: '/desk/fairs/:fairId/badges',
    page: page(() => import('./badges/badges-page.tsx'), ['badges', 'badges-desk']),
  },
  {
    path: '/desk/fairs/:fairId/gates',
    page: page(() => import('./badges/gates-page.tsx'), ['badges', 'badges-desk', 'gate']),
  },
  { path: '/gate', page: page(() => import('./badges/gate/gate-page.tsx'), ['badges', 'gate']) },
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
    path: '/x',
    page: page(() => import('./recruitment/confirmation-code-page.tsx'), ['recruitment']),
  },
  {
    path: '/x/:token',
    page: page(() => import('./recruitment/confirmation-page.tsx'), ['recruitment']),
  },
  {
    path: '/i/:token',
    page: page(() => import('./recruitment/invitation-page.tsx'), ['recruitment']),
  },
  {
    path: '/f/:slug/apply',
    page: page(() => import('./recruitment/apply-page.tsx'), ['recruitment']),
  },
  {
    path: '/e/applications/:applicationId',
    page: page(async () => {
      const [module] = await Promise.all([
        import('./recruitment/application-page.tsx'),
        import('./home/fill-application-page.ts'),
        import('./selection/fill-own-application.ts'),
      ])
      return module
    }, ['recruitment', 'fields']),
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
  { path: '/ui', page: page(() => import('./ui/gallery/gallery-page.tsx')) },
] as const

const LAYOUTS = {
  public: PublicLayout,
  desk: page(() => import('./fairs/desk-with-fairs.tsx')),
  e: page(() => import('./identity/exhibitor-with-door.tsx')),
  gate: page(() => import('./platform/layouts/gate-layout.tsx')),
}
type Area = keyof typeof LAYOUTS

function areaOf(path: string): Area {
  const first = path.split('/')[1]
  return first === 'desk' || first === 'e' || first === 'gate' ? first : 'public'
}

/** Starts fetching the first page's chunks while the first words load, instead of after them. */
export function preload(path: string): void {
  const area = areaOf(path)
  if (area !== 'public') void LAYOUTS[area].preload()
  const parts = path.split('/')
  const route = ROUTES.find(({ path: pattern }) => {
    const wanted = pattern.split('/')
    return (
      wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
    )
  })
  void route?.page.preload()
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <LocationProvider>
        <Pages />
      </LocationProvider>
      <ToastRegion />
    </QueryClientProvider>
  )
}

function Pages() {
  const { path, url } = useLocation()
  const area = areaOf(path)
  const Layout = LAYOUTS[area]
  return (
    <ErrorBoundary>
      <Layout key={area}>
        <Guard url={url}>
          <Router>
            {ROUTES.map(route => (
              <Route key={route.path} path={route.path} component={route.page} />
            ))}
            <Route default component={NotFoundPage} />
          </Router>
        </Guard>
      </Layout>
    </ErrorBoundary>
  )
}

interface GuardProps {
  url: string
  children: ComponentChildren
}

/** A page that breaks says so inside its layout. Going elsewhere then starts afresh: what broke may have left scraps. */
class Guard extends Component<GuardProps, { error?: unknown }> {
  override componentDidCatch(error: unknown): void {
    reportError(error)
    this.setState({ error })
  }

  override componentDidUpdate(before: GuardProps): void {
    if (this.state.error !== undefined && before.url !== this.props.url) location.reload()
  }

  override render(): ComponentChildren {
    const { error } = this.state
    return error === undefined ? this.props.children : <CrashPage error={error} />
  }
}
