import { Link } from '@tanstack/react-router'
import { Empty } from './empty.tsx'
import { Page } from './page.tsx'
import { frameWords } from '../words/frame.ts'

/** For an address that leads to no page, and for what is no longer there. */
export function NotFound() {
  return (
    <Page title={frameWords.notFoundTitle}>
      <Empty
        title={frameWords.notFound}
        text={frameWords.notFoundText}
        action={<Link to="/">{frameWords.toHome}</Link>}
      />
    </Page>
  )
}
