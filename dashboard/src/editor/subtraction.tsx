import { Link, type LinkProps } from '@tanstack/react-router'
import { amount } from '../words/formats.ts'
import { editorWords } from '../words/editor.ts'
import { Bars } from '../ui/bars.tsx'
import { Card } from '../ui/card.tsx'
import css from './subtraction.module.css'
import type { Previewed } from './queries.ts'

type SubtractionProps = {
  preview: Previewed | undefined
  segment: string
}

/** Who matches, less who is left out, is who gets it: it adds up, and each line leads to its contacts. */
export function Subtraction({ preview, segment }: SubtractionProps) {
  if (!preview)
    return (
      <Card>
        <Bars name={editorWords.who} total={4} />
      </Card>
    )
  const { total_matched, total_recipients, excluded } = preview
  const to = linkOf(segment)
  return (
    <Card
      title={editorWords.subtraction({ total: total_recipients })}
      action={
        to && (
          <Link {...to} className={css['see']}>
            {editorWords.seeThem}
          </Link>
        )
      }
    >
      <dl className={css['sum']}>
        <Line label={matchedLabel(segment)} value={amount(total_matched)} />
        <Line
          label={editorWords.optedOut}
          value={editorWords.minus({ value: excluded.opted_out })}
          to={segment === 'all' ? { to: '/contacts', search: { consent: 'opted_out' } } : undefined}
        />
        <Line
          label={editorWords.cannotBeTexted}
          value={editorWords.minus({ value: excluded.unusable_number })}
          to={
            segment === 'all' ? { to: '/contacts', search: { consent: 'not_a_number' } } : undefined
          }
        />
        <Line label={editorWords.getIt} value={amount(total_recipients)} isTotal />
      </dl>
      <p className={css['note']}>{editorWords.fixedAtStart}</p>
    </Card>
  )
}

type LineProps = { label: string; value: string; to?: LinkProps | undefined; isTotal?: boolean }

function Line({ label, value, to, isTotal = false }: LineProps) {
  return (
    <div className={css['line']} data-total={isTotal}>
      <dt>{to ? <Link {...to}>{label}</Link> : label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function matchedLabel(segment: string): string {
  if (segment === 'all') return editorWords.matched.all
  return /^\d+$/.test(segment) ? editorWords.matched.segment : editorWords.matched.chosen
}

function linkOf(segment: string): LinkProps | undefined {
  if (segment === 'all') return { to: '/contacts' }
  return /^\d+$/.test(segment)
    ? { to: '/segments/$id/contacts', params: { id: segment } }
    : undefined
}
