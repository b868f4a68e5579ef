// What may need what. The reasons are in docs/ARCHITECTURE.md; `npm run check` enforces it.
const technical = '(db|http|lib|outgoing|postgres)'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-two-nouns-need-each-other',
      severity: 'error',
      scope: 'folder',
      from: { path: '^server/src/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'queries-are-private',
      severity: 'error',
      from: { path: '^server/src/([^/]+)/' },
      to: { path: '^server/src/[^/]+/[a-z-]*queries[.]ts$', pathNot: '^server/src/$1/' },
    },
    {
      name: 'business-knows-no-http',
      severity: 'error',
      from: { path: '/[a-z-]*(service|queries)[.]ts$' },
      to: { path: '(^server/src/http/|(^|/)@?fastify/)' },
    },
    {
      name: 'tools-know-no-business',
      severity: 'error',
      from: { path: `^server/src/${technical}/` },
      to: {
        path: '^server/src/',
        pathNot: `^server/src/(${technical}/|errors[.]ts|config[.]ts|context[.]ts)`,
      },
    },
    {
      name: 'small-tools-stand-alone',
      comment: 'lib/ holds pure tools: they know neither HTTP nor SQL nor the business.',
      severity: 'error',
      from: { path: '^server/src/lib/' },
      to: { path: '^server/src/(db|http|postgres)/|(^|/)(fastify|kysely|pg)/' },
    },
    {
      name: 'the-embedded-server-stands-alone',
      severity: 'error',
      from: { path: '^server/src/postgres/' },
      to: { path: '^server/src/(db|http)/' },
    },
    {
      name: 'pieces-of-the-dashboard-know-no-page',
      comment: 'ui/, statuses/, words/, api/ and theme/ are what pages are made of.',
      severity: 'error',
      from: { path: '^dashboard/src/(ui|statuses|words|api|theme)/' },
      to: {
        path: '^dashboard/src/',
        pathNot: '^dashboard/src/((ui|statuses|words|api|theme)/|search[.]ts)',
      },
    },
    {
      name: 'pieces-without-business-words',
      severity: 'error',
      from: { path: '^dashboard/src/ui/' },
      to: { path: '^dashboard/src/(statuses|theme)/|^dashboard/src/api/schema' },
    },
    {
      name: 'pages-do-not-need-each-other',
      comment: 'What two rooms share is a piece (ui/, statuses/) or a query (api/).',
      severity: 'error',
      from: {
        path: '^dashboard/src/(home|campaigns|editor|contacts|segments|imports|opt-outs|jobs|devices|settings|sign-in|welcome)/',
      },
      to: {
        path: '^dashboard/src/[^/]+/',
        pathNot: '^dashboard/src/($1|ui|statuses|words|api|theme)/',
      },
    },
    {
      name: 'the-browser-knows-no-server',
      severity: 'error',
      from: { path: '^dashboard/src/' },
      to: { path: '^server/' },
    },
    {
      name: 'product-knows-no-tests-nor-benchmarks',
      severity: 'error',
      from: { path: '^server/src/' },
      to: { path: '^server/(test|bench|chaos)/' },
    },
  ],
  options: {
    exclude: { path: '[.]test[.]ts$' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
