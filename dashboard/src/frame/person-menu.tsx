import { useQuery, useQueryClient } from '@tanstack/react-query'
import { signOut } from '../api/sign-out.ts'
import { meQuery } from '../api/shared-queries.ts'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { useNotices } from '../ui/notices.tsx'
import { sentencesOf } from '../ui/failure.ts'
import { frameWords } from '../words/frame.ts'
import css from './person-menu.module.css'

/** Who is signed in, with the way to their settings and out. */
export function PersonMenu() {
  const client = useQueryClient()
  const { warn } = useNotices()
  const { data } = useQuery(meQuery)
  const name = data?.data.person?.name
  if (name === undefined) return null
  const leave = async () => {
    try {
      await signOut(client)
    } catch (error) {
      warn(sentencesOf(error, { isWrite: true }).join(' '))
    }
  }
  return (
    <div className={css['holder']}>
      <Menu
        label={frameWords.personMenu({ name })}
        items={[
          {
            label: frameWords.personSettings,
            icon: 'settings',
            to: { to: '/settings/$part', params: { part: 'account' } },
          },
          {
            label: frameWords.signOutEverywhere,
            to: {
              to: '/settings/$part',
              params: { part: 'sign-ins' },
              search: { dialog: 'everywhere' },
            },
          },
          { label: frameWords.signOut, onAct: () => void leave() },
        ]}
      >
        <span className={css['person']}>
          <span className={css['initials']} aria-hidden="true">
            {frameWords.initialsOf({ name })}
          </span>
          <span className={css['name']}>{name}</span>
          <Icon name="up" size={16} />
        </span>
      </Menu>
    </div>
  )
}
