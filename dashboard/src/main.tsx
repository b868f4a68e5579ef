import './theme/styles.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { live } from './api/events.ts'
import { ApiError } from './api/errors.ts'
import { createQueryClient } from './api/query-client.ts'
import { createAppRouter } from './routes.tsx'
import { theme } from './theme/theme.ts'

const router = createAppRouter()
const client = createQueryClient(toSignIn)
live.start(client)

const root = document.getElementById('root')
// index.html has it.
createRoot(root!, { onCaughtError: tellOfBugs }).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)

/** Signing in leads back to where one was. */
function toSignIn(): void {
  const { pathname, href } = router.state.location
  if (pathname === '/login' || pathname.startsWith('/setup/')) return
  void router.navigate({ to: '/login', search: href === '/' ? {} : { to: href } })
}

/** What the server refused is said by the section that asked; anything else is a mistake of ours. */
function tellOfBugs(error: unknown): void {
  if (!(error instanceof ApiError)) console.error(error)
}
