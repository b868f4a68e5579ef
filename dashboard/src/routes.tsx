import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Bare } from './frame/bare.tsx'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './ui/not-found.tsx'
import { Root } from './frame/root.tsx'
import { RouteProblem } from './frame/route-problem.tsx'
import {
  anySearch,
  listSearch,
  oneOf,
  parseSearch,
  searchOf,
  stringifySearch,
  wholeNumber,
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
  component: lazyRouteComponent(() => import('./editor/new-page.tsx'), 'NewCampaignPage'),
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
  component: lazyRouteComponent(() => import('./campaign-editor.tsx'), 'CampaignEditorPage'),
})

const contacts = createRoute({
  getParentRoute: () => frame,
  path: '/contacts',
  validateSearch: searchOf({
    ...listSearch,
    consent: oneOf('may_be_texted', 'opted_out', 'not_a_number'),
    columns: words(1000),
  }),
  component: lazyRouteComponent(() => import('./contacts/contacts-page.tsx'), 'ContactsPage'),
})
const contact = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$id',
  validateSearch: searchOf({
    ...listSearch,
    kind: oneOf('texts', 'flows', 'imports', 'changes'),
  }),
  component: lazyRouteComponent(() => import('./contacts/contact-page.tsx'), 'ContactPage'),
})
const segments = createRoute({
  getParentRoute: () => frame,
  path: '/segments',
  validateSearch: searchOf({ ...listSearch, type: oneOf('filter', 'custom', 'bulk') }),
  component: lazyRouteComponent(() => import('./segments/segments-page.tsx'), 'SegmentsPage'),
})
const segment = createRoute({
  getParentRoute: () => frame,
  path: '/segments/$id',
  component: lazyRouteComponent(() => import('./segments/segment-page.tsx'), 'SegmentPage'),
})
const segmentContacts = createRoute({
  getParentRoute: () => frame,
  path: '/segments/$id/contacts',
  validateSearch: searchOf(listSearch),
  component: lazyRouteComponent(
    () => import('./segments/segment-contacts-page.tsx'),
    'SegmentContactsPage',
  ),
})
const imports = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  validateSearch: searchOf({
    ...listSearch,
    status: oneOf('processing', 'finished', 'failed', 'cancelled'),
    into: wholeNumber(),
  }),
  component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
})
const oneImport = createRoute({
  getParentRoute: () => frame,
  path: '/imports/$id',
  validateSearch: searchOf({ ...listSearch, into: wholeNumber() }),
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
})
const optOuts = createRoute({
  getParentRoute: () => frame,
  path: '/opt-outs',
  validateSearch: searchOf(listSearch),
  component: lazyRouteComponent(() => import('./opt-outs/opt-outs-page.tsx'), 'OptOutsPage'),
})
const job = createRoute({
  getParentRoute: () => frame,
  path: '/jobs/$id',
  component: lazyRouteComponent(() => import('./jobs/job-page.tsx'), 'JobPage'),
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
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

const login = createRoute({
  getParentRoute: () => bare,
  path: '/login',
  validateSearch: searchOf({ to: words(1000) }),
  component: lazyRouteComponent(() => import('./sign-in/login-page.tsx'), 'LoginPage'),
})
const setup = createRoute({
  getParentRoute: () => bare,
  path: '/setup/$token',
  component: lazyRouteComponent(() => import('./sign-in/setup-page.tsx'), 'SetupPage'),
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
    segmentContacts,
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
