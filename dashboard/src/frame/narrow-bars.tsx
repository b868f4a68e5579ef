import { Link, useLocation } from '@tanstack/react-router'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Icon } from '../ui/icon.tsx'
import { frameWords } from '../words/frame.ts'
import { Mark } from '../ui/mark.tsx'
import { JobsLine } from './jobs-line.tsx'
import css from './narrow-bars.module.css'
import { behindMore, isIn, places, tabs } from './places.ts'
import { PersonMenu } from './person-menu.tsx'
import { PlaceLink } from './rail.tsx'
import { SendingLine } from './sending-line.tsx'

/** Above a page on a phone: mark, where one is, search. */
export function TopBar() {
  const { pathname } = useLocation()
  const { open } = useDialog('search')
  const here = [...behindMore, ...places].find((place) => isIn(place, pathname))
  return (
    <header className={css['top']}>
      <Link to="/" className={css['brand']} aria-label={frameWords.toHome}>
        <Mark />
      </Link>
      <span className={css['where']}>{here?.name ?? frameWords.product}</span>
      <button
        type="button"
        className={css['search']}
        aria-label={frameWords.searchOrGo}
        onClick={() => open()}
      >
        <Icon name="search" />
      </button>
    </header>
  )
}

/** Under a page on a phone, where the thumb is. */
export function TabBar() {
  const { pathname } = useLocation()
  const { open, isOpen } = useDialog('more')
  const isBehindMore = behindMore.some((place) => isIn(place, pathname))
  return (
    <nav aria-label={frameWords.mainNavigation} className={css['tabs']}>
      {tabs.map((place) => {
        const isHere = isIn(place, pathname) && !isBehindMore
        return (
          <PlaceLink
            key={place.name}
            place={place}
            className={classes(css['tab'], isHere && css['here'])}
            isCurrent={isHere}
            hasIcon
          />
        )
      })}
      <button
        type="button"
        className={classes(css['tab'], isBehindMore && css['here'])}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => open()}
      >
        <Icon name="more" />
        {frameWords.more}
      </button>
    </nav>
  )
}

/** What the tab bar has no room for, the sending line first. */
export function MoreSheet() {
  const { pathname } = useLocation()
  return (
    <Dialog name="more" title={frameWords.more}>
      <JobsLine />
      <SendingLine />
      <ul className={css['sheet']}>
        {behindMore.map((place) => (
          <li key={place.name}>
            <PlaceLink
              place={place}
              className={css['entry'] ?? ''}
              isCurrent={isIn(place, pathname)}
              hasIcon
            />
          </li>
        ))}
      </ul>
      <PersonMenu />
    </Dialog>
  )
}
