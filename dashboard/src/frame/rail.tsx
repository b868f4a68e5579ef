import { Link, useLocation } from '@tanstack/react-router'
import { useDialog } from '../ui/dialog-state.ts'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/icon.tsx'
import { frameWords } from '../words/frame.ts'
import { JobsLine } from './jobs-line.tsx'
import { searchKeys } from './keys.ts'
import { Mark } from '../ui/mark.tsx'
import { PersonMenu } from './person-menu.tsx'
import { isIn, places, type Place } from './places.ts'
import css from './rail.module.css'
import { SendingLine } from './sending-line.tsx'

/** The navigation of a desk. */
export function Rail() {
  const { pathname } = useLocation()
  return (
    <section className={css['rail']} aria-label={frameWords.product}>
      <Link to="/" className={css['brand']} activeProps={{}}>
        <Mark />
        {frameWords.product}
      </Link>
      <SearchButton />
      <nav aria-label={frameWords.mainNavigation} className={css['places']}>
        <ul>
          {places.map((place) => (
            <Entry key={place.name} place={place} pathname={pathname} />
          ))}
        </ul>
      </nav>
      <div className={css['foot']}>
        <JobsLine />
        <SendingLine />
        <PersonMenu />
      </div>
    </section>
  )
}

function SearchButton() {
  const { open } = useDialog('search')
  return (
    <button type="button" className={css['search']} onClick={() => open()}>
      <Icon name="search" size={18} />
      <span>{frameWords.searchOrGo}</span>
      <kbd aria-hidden="true">{searchKeys}</kbd>
    </button>
  )
}

function Entry({ place, pathname }: { place: Place; pathname: string }) {
  const isHere = isIn(place, pathname)
  const inside = isHere ? place.inside : undefined
  return (
    <li>
      <PlaceLink
        place={place}
        className={classes(css['place'], isHere && css['here'])}
        isCurrent={isHere && inside === undefined}
        hasIcon
      />
      {inside && (
        <ul className={css['inside']}>
          {inside.map((one) => (
            <li key={one.name}>
              <PlaceLink
                place={one}
                className={classes(css['part'], isIn(one, pathname) && css['herePart'])}
                isCurrent={isIn(one, pathname)}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

type PlaceLinkProps = { place: Place; className: string; isCurrent: boolean; hasIcon?: boolean }

/** Which entry is current is decided here and not by the router, that calls every beginning of an address so. */
export function PlaceLink({ place, className, isCurrent, hasIcon = false }: PlaceLinkProps) {
  return (
    <Link
      {...place.link}
      className={className}
      activeProps={{ 'aria-current': undefined }}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {hasIcon && <Icon name={place.icon} />}
      {place.name}
    </Link>
  )
}
