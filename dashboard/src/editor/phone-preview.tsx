import { useState } from 'react'
import { editorWords } from '../words/editor.ts'
import { Bar } from '../ui/bars.tsx'
import { PhoneNumber } from '../ui/formats.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { shortField } from './checks.ts'
import { partsOf } from './marks.ts'
import css from './phone-preview.module.css'
import type { Device, Previewed } from './queries.ts'

type PhonePreviewProps = {
  /** Undefined while the first answer is on its way. */
  preview: Previewed | undefined
  /** The SIM that a contact sees it from. */
  device: Device | undefined
  sim: string | undefined
  /** It is of a text of before, as the present one has a mistake. */
  isOld: boolean
}

/** The text as it reaches a real contact: one after the other, the longest, one without a field, or anyone. */
export function PhonePreview({ preview, device, sim, isOld }: PhonePreviewProps) {
  const [at, setAt] = useState(0)
  const other = useDialog('contact')
  const sample = preview?.sample ?? []
  const place = sample.length === 0 ? 0 : at % sample.length
  const contact = sample[place]
  const rendered = preview?.rendered[place]
  const go = (step: number) => setAt((place + step + sample.length) % Math.max(1, sample.length))
  return (
    <section className={css['preview']} aria-label={editorWords.asItReaches}>
      <div className={css['head']}>
        <span className={css['whom']}>
          {editorWords.asItReaches}{' '}
          <strong>
            {contact ? (
              (contact.name ?? <PhoneNumber number={contact.phone_number} />)
            ) : (
              <>{preview ? editorWords.somebody : <Bar width={90} />}</>
            )}
          </strong>
        </span>
        <Turn
          icon="left"
          label={editorWords.previousContact}
          isOff={sample.length < 2}
          onTurn={() => go(-1)}
        />
        <Turn
          icon="right"
          label={editorWords.nextContact}
          isOff={sample.length < 2}
          onTurn={() => go(1)}
        />
        <Menu
          label={editorWords.otherContact}
          items={othersOf(preview, setAt, () => other.open())}
        />
      </div>
      <div className={css['phone']}>
        <div className={css['screen']}>
          <div className={css['from']}>
            <strong>{device?.name ?? editorWords.yourSim}</strong>
            <SimNumber device={device} sim={sim} />
          </div>
          <div className={css['talk']} aria-live="polite">
            <Bubble rendered={rendered} />
            {isOld && <p className={css['under']}>{editorWords.beforeMistake}</p>}
          </div>
        </div>
      </div>
    </section>
  )
}

type TurnProps = { icon: IconName; label: string; isOff: boolean; onTurn: () => void }

function Turn({ icon, label, isOff, onTurn }: TurnProps) {
  return (
    <button
      type="button"
      className={css['turn']}
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onTurn()}
    >
      <Icon name={icon} size={16} />
    </button>
  )
}

function SimNumber({ device, sim }: { device: Device | undefined; sim: string | undefined }) {
  const slot = Number(sim?.split(':')[1])
  const number = device?.sims.find(({ subscription_id }) => subscription_id === slot)?.phone_number
  return number == null ? null : <PhoneNumber number={number} />
}

function Bubble({ rendered }: { rendered: Previewed['rendered'][number] | undefined }) {
  if (!rendered) return <p className={css['none']}>{editorWords.writeSomething}</p>
  const { content, error, part_breaks, parts } = rendered
  if (content === null) return <p className={css['none']}>{error ?? editorWords.notMade}</p>
  return (
    <>
      <p className={css['bubble']} dir="auto">
        {partsOf(content, part_breaks).map((part, place) => (
          <span key={place} className={place === 0 ? undefined : css['part']}>
            {part}
          </span>
        ))}
      </p>
      <p className={css['under']}>
        {parts === 1 ? editorWords.oneText : editorWords.asOne({ total: parts })}
      </p>
    </>
  )
}

function othersOf(
  preview: Previewed | undefined,
  show: (place: number) => void,
  find: () => void,
): MenuItem[] {
  const { sample = [], rendered = [], missing = [] } = preview ?? {}
  const sizes = rendered.map(({ content }) => content?.length ?? 0)
  const longest = sizes.indexOf(Math.max(...sizes))
  const items: MenuItem[] = []
  if (sample.length > 1 && longest >= 0)
    items.push({ label: editorWords.theLongest, onAct: () => show(longest) })
  for (const { key } of missing) {
    const place = sample.findIndex((contact) => !has(contact, key))
    if (place >= 0)
      items.push({
        label: editorWords.withoutField({ field: shortField(key) }),
        onAct: () => show(place),
      })
  }
  return [...items, { label: editorWords.findOther, icon: 'search', onAct: find }]
}

function has(contact: Previewed['sample'][number], key: string): boolean {
  if (key === 'name') return contact.name !== null && contact.name !== ''
  if (key === 'country_code') return contact.country_code !== null
  const parameters: Readonly<Record<string, unknown>> = contact.custom_parameters
  const value = parameters[shortField(key)]
  return value !== undefined && value !== null && value !== ''
}
