import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react'
import { Bars } from '../ui/bars.tsx'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'
import { Part } from '../ui/part.tsx'
import { settingsWords } from '../words/settings.ts'
import css from './settings-page.module.css'

type PartName = keyof typeof settingsWords.parts

const pages: Record<PartName, LazyExoticComponent<ComponentType>> = {
  account: lazy(() => import('./account-part.tsx').then((file) => ({ default: file.AccountPart }))),
  sending: lazy(() => import('./sending-part.tsx').then((file) => ({ default: file.SendingPart }))),
  'opt-out-words': lazy(() =>
    import('./words-part.tsx').then((file) => ({ default: file.WordsPart })),
  ),
  texts: lazy(() => import('./texts-part.tsx').then((file) => ({ default: file.TextsPart }))),
  templates: lazy(() =>
    import('./templates-part.tsx').then((file) => ({ default: file.TemplatesPart })),
  ),
  retention: lazy(() =>
    import('./keeping-part.tsx').then((file) => ({ default: file.KeepingPart })),
  ),
  notifications: lazy(() =>
    import('./notices-part.tsx').then((file) => ({ default: file.NoticesPart })),
  ),
  keys: lazy(() => import('./keys-part.tsx').then((file) => ({ default: file.KeysPart }))),
  'sign-ins': lazy(() =>
    import('./signing-in-part.tsx').then((file) => ({ default: file.SigningInPart })),
  ),
  health: lazy(() => import('./health-part.tsx').then((file) => ({ default: file.HealthPart }))),
}

// Of an object that is written out above.
const names = Object.keys(pages) as PartName[]

/** One part of the settings, beside the way to the others. */
export function SettingsPage() {
  const { part } = useParams({ from: '/frame/settings/$part' })
  const name = names.find((one) => one === part)
  const words = name && settingsWords.parts[name]
  return (
    <Page
      key={part}
      title={words?.title ?? settingsWords.title}
      documentTitle={settingsWords.titleOf({ part: words?.title ?? settingsWords.title })}
      {...(words ? { answer: words.answer } : {})}
    >
      <div className={css['settings']}>
        <Parts current={name} />
        <div className={css['part']}>
          {name ? (
            <One name={name} />
          ) : (
            <Empty title={settingsWords.noPart} text={settingsWords.noPartText} />
          )}
        </div>
      </div>
    </Page>
  )
}

function One({ name }: { name: PartName }) {
  const Shown = pages[name]
  const { title } = settingsWords.parts[name]
  return (
    <Part key={name} name={title}>
      <Suspense fallback={<Bars name={title} total={4} />}>
        <Shown />
      </Suspense>
    </Part>
  )
}

/** On a phone the names lie side by side, and the one that is open may be beyond the edge. */
function show(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function Parts({ current }: { current: PartName | undefined }) {
  return (
    <nav aria-label={settingsWords.partsName} className={css['parts']}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Link
              to="/settings/$part"
              params={{ part: name }}
              className={css['link']}
              ref={name === current ? show : undefined}
              activeProps={{ 'aria-current': undefined }}
              aria-current={name === current ? 'page' : undefined}
            >
              {settingsWords.parts[name].title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
