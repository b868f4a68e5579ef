import type { LinkProps } from '@tanstack/react-router'
import { statusOf } from '../statuses/table.ts'
import type { IconName } from '../ui/icon.tsx'
import { frameWords } from '../words/frame.ts'
import { groupedNumber } from '../words/phone-number.ts'
import { behindMore, places } from './places.ts'

export type Hit = {
  /** Its own among all hits; part of an element's id. */
  key: string
  name: string
  note?: string
  icon: IconName
  link: LinkProps
}

export type Group = { name: string; hits: Hit[] }

/** What `GET /api/search` answers. */
export type Found = {
  contacts: { id: number; name: string | null; phone_number: string; has_opted_out: boolean }[]
  campaigns: { id: number; name: string; status: string }[]
  segments: { id: number; name: string }[]
  devices: { id: number; name: string }[]
}

const verbs: Hit[] = [
  {
    key: 'new-campaign',
    name: frameWords.newCampaign,
    icon: 'plus',
    link: { to: '/campaigns/new' },
  },
  {
    key: 'new-segment',
    name: frameWords.newSegment,
    icon: 'plus',
    link: { to: '/segments/$id', params: { id: 'new' } },
  },
  { key: 'import', name: frameWords.bringContacts, icon: 'upload', link: { to: '/imports' } },
  {
    key: 'connect',
    name: frameWords.connectPhone,
    icon: 'devices',
    link: { to: '/devices', search: { connect: true } },
  },
  {
    key: 'hold',
    name: frameWords.holdSending,
    icon: 'pause',
    link: { to: '.', search: { dialog: 'sending' } },
  },
  {
    key: 'keys',
    name: frameWords.showKeys,
    icon: 'key',
    link: { to: '.', search: { dialog: 'keys' } },
  },
]

/** Pages and verbs whose name has a word that begins with the text; all of them for none. */
export function commandsFor(text: string): Group[] {
  const pages = [...places, ...behindMore.filter(({ name }) => name !== frameWords.settings)].map(
    ({ name, icon, link }): Hit => ({
      key: `page-${name.toLowerCase().replaceAll(/\W/g, '-')}`,
      name,
      icon,
      link,
    }),
  )
  return [
    { name: frameWords.pages, hits: pages.filter(({ name }) => begins(name, text)) },
    { name: frameWords.doing, hits: verbs.filter(({ name }) => begins(name, text)) },
  ]
}

function begins(name: string, text: string): boolean {
  const wanted = text.toLowerCase()
  const words = name.toLowerCase().split(/[\s,-]+/)
  return name.toLowerCase().startsWith(wanted) || words.some((word) => word.startsWith(wanted))
}

export function foundFor({ contacts, campaigns, segments, devices }: Found): Group[] {
  return [
    {
      name: frameWords.foundContacts,
      hits: contacts.map(({ id, name, phone_number, has_opted_out }) => {
        const number = groupedNumber(phone_number)
        const optedOut = statusOf('contact', 'opted-out').word
        const notes = [...(name === null ? [] : [number]), ...(has_opted_out ? [optedOut] : [])]
        return {
          key: `contact-${id}`,
          name: name ?? number,
          ...(notes.length === 0 ? {} : { note: notes.join(', ') }),
          icon: 'person',
          link: { to: '/contacts/$id', params: { id: String(id) } },
        }
      }),
    },
    {
      name: frameWords.foundCampaigns,
      hits: campaigns.map(({ id, name, status }) => ({
        key: `campaign-${id}`,
        name,
        note: statusOf('campaign', status).word,
        icon: 'campaigns',
        link: { to: '/campaigns/$id', params: { id: String(id) } },
      })),
    },
    {
      name: frameWords.foundSegments,
      hits: segments.map(({ id, name }) => ({
        key: `segment-${id}`,
        name,
        icon: 'audience',
        link: { to: '/segments/$id', params: { id: String(id) } },
      })),
    },
    {
      name: frameWords.foundDevices,
      hits: devices.map(({ id, name }) => ({
        key: `device-${id}`,
        name,
        icon: 'devices',
        link: { to: '/devices', search: { device: String(id) } },
      })),
    },
  ]
}
