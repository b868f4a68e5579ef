import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Bare } from './frame/bare.tsx'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './frame/not-found.tsx'
import { Root } from './frame/root.tsx'
import { RouteProblem } from './frame/route-problem.tsx'
import {
  anySearch,
  listSearch,
  parseSearch,
  searchOf,
  stringifySearch,
  words,
  yes,
} from './search.ts'

// The map: every address, what may stand behind its `?`, its page. A page is a file of its own, loaded when needed;
// what it reads of the address is checked here.

const root = createRootRoute({
  component: Root,
  validateSearch: anySearch,
  notFoundComponent: NotFound,
})

/** Pages beside the rail. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame })
/** Pages that own the screen: signing in, the editor. */
const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: Bare })

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  validateSearch: searchOf({ figure: words(20) }),
  component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
})
const welcome = createRoute({
  getParentRoute: () => frame,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./welcome/welcome-page.tsx'), 'WelcomePage'),
})

const campaigns = createRoute({
  getParentRoute: () => frame,
  path: '/campaigns',
  validateSearch: searchOf({ ...listSearch, status: words(40) }),
  component: lazyRouteComponent(() => import('./campaigns/list-page.tsx'), 'CampaignsPage'),
})
const newCampaign = createRoute({
  getParentRoute: () => bare,
  path: '/campaigns/new',
  component: NotFound,
})
const campaign = createRoute({
  getParentRoute: () => frame,
  path: '/campaigns/$id',
  validateSearch: searchOf({ ...listSearch, status: words(40), reason: words(40) }),
  component: lazyRouteComponent(() => import('./campaigns/detail-page.tsx'), 'CampaignPage'),
})
const campaignEditor = createRoute({
  getParentRoute: () => bare,
  path: '/campaigns/$id/edit/$step',
  component: NotFound,
})

const contacts = createRoute({
  getParentRoute: () => frame,
  path: '/contacts',
  validateSearch: searchOf({ ...listSearch, consent: words(40), columns: words(1000) }),
  component: NotFound,
})
const contact = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$id',
  validateSearch: searchOf({ ...listSearch, kind: words(40) }),
  component: NotFound,
})
const segments = createRoute({
  getParentRoute: () => frame,
  path: '/segments',
  validateSearch: searchOf(listSearch),
  component: NotFound,
})
const segment = createRoute({
  getParentRoute: () => frame,
  path: '/segments/$id',
  component: NotFound,
})
const imports = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  validateSearch: searchOf({ ...listSearch, status: words(40) }),
  component: NotFound,
})
const oneImport = createRoute({
  getParentRoute: () => frame,
  path: '/imports/$id',
  validateSearch: searchOf(listSearch),
  component: NotFound,
})
const optOuts = createRoute({
  getParentRoute: () => frame,
  path: '/opt-outs',
  validateSearch: searchOf(listSearch),
  component: NotFound,
})
const job = createRoute({
  getParentRoute: () => frame,
  path: '/jobs/$id',
  component: NotFound,
})

const devices = createRoute({
  getParentRoute: () => frame,
  path: '/devices',
  validateSearch: searchOf({ ...listSearch, connect: yes(), device: words(20) }),
  component: lazyRouteComponent(() => import('./devices/devices-page.tsx'), 'DevicesPage'),
})

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings/$part',
  validateSearch: searchOf(listSearch),
  component: NotFound,
})

const login = createRoute({
  getParentRoute: () => bare,
  path: '/login',
  validateSearch: searchOf({ to: words(1000) }),
  component: NotFound,
})
const setup = createRoute({
  getParentRoute: () => bare,
  path: '/setup/$token',
  component: NotFound,
})

const routeTree = root.addChildren([
  frame.addChildren([
    home,
    welcome,
    campaigns,
    campaign,
    contacts,
    contact,
    segments,
    segment,
    imports,
    oneImport,
    optOuts,
    job,
    devices,
    settings,
  ]),
  bare.addChildren([newCampaign, campaignEditor, login, setup]),
])

export function createAppRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    // The file of a page is on its way when a pointer or the focus comes to its link.
    defaultPreload: 'intent',
    defaultPreloadDelay: 40,
    defaultErrorComponent: RouteProblem,
    scrollRestoration: true,
    defaultPendingMs: 150,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
