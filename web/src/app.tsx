import { QueryClientProvider } from '@tanstack/preact-query'
import { Component, type ComponentChildren } from 'preact'
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { CrashPage, NotFoundPage } from './platform/fallbacks.tsx'
import PublicLayout from './platform/layouts/public-layout.tsx'
import { page, routeOf } from './platform/page.ts'
import { queryClient } from './platform/query.ts'
import { ToastRegion } from './ui/toast.tsx'

/*
 * The route table. To add a page: write `src/<capability>/<name>-page.tsx` with a default export taking
 * `PageProps<'fairId'>`, and one line here, most special path first:
 *
 *   { path: '/f/:slug/plan', page: page(() => import('./booths/public-plan-page.tsx'), ['booths']) },
 *
 * Each page is a chunk of its own; the namespaces named here are fetched beside it. The first segment of the path
 * chooses the layout: /desk staff, /e establishments, /gate the whole screen, all else the public one. The desk's own table
 * is in desk-pages.tsx.
 */
const ROUTES = [
  { path: '/', page: page(() => import('./home/home-page.tsx')) },
  { path: '/e', page: page(() => import('./home/exhibitor-home-page.tsx'), ['home']) },
  {
    path: '/e/applications/:applicationId/deals',
    page: page(() => import('./deals/own-deals-page.tsx'), ['deals']),
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
  { path: '/f/:slug/plan', page: page(() => import('./booths/public-plan-page.tsx'), ['booths']) },
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
    path: '/e/:establishmentId/people',
    page: page(() => import('./identity/members-page.tsx'), ['identity']),
  },
  { path: '/admin', page: page(() => import('./identity/admin-page.tsx'), ['identity-desk', 'identity']) },
  {
    path: '/admin/organizers/new',
    page: page(() => import('./identity/new-organizer-page.tsx'), ['identity-desk']),
  },
  { path: '/f/:slug/register', page: page(() => import('./badges/register-page.tsx'), ['badges']) },
  { path: '/b/:code', page: page(() => import('./badges/badge-page.tsx'), ['badges']) },
  {
    path: '/e/applications/:applicationId/badges',
    page: page(() => import('./badges/own-badges-page.tsx'), ['badges']),
  },
  { path: '/gate', page: page(() => import('./badges/gate/gate-page.tsx'), ['badges', 'gate']) },
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
  { path: '/ui', page: page(() => import('./ui/gallery/gallery-page.tsx')) },
] as const

const LAYOUTS = {
  public: PublicLayout,
  desk: page(() => import('./fairs/desk-with-fairs.tsx')),
  e: page(() => import('./identity/exhibitor-with-door.tsx')),
  gate: page(() => import('./platform/layouts/gate-layout.tsx')),
}
/** The desk's table is long and of no use to the public: a chunk of its own. */
const DeskPages = page(() => import('./desk-pages.tsx'))
type Area = keyof typeof LAYOUTS

function areaOf(path: string): Area {
  const first = path.split('/')[1]
  return first === 'desk' || first === 'e' || first === 'gate' ? first : 'public'
}

/** Starts fetching the first page's chunks while the first words load, instead of after them. */
export function preload(path: string): void {
  const area = areaOf(path)
  if (area !== 'public') void LAYOUTS[area].preload()
  if (area === 'desk') void import('./desk-pages.tsx').then(desk => desk.preload(path))
  else void routeOf(ROUTES, path)?.page.preload()
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
          {area === 'desk' ? (
            <DeskPages />
          ) : (
            <Router>
              {ROUTES.map(route => (
                <Route key={route.path} path={route.path} component={route.page} />
              ))}
              <Route default component={NotFoundPage} />
            </Router>
          )}
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
