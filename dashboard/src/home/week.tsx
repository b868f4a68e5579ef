import { useSuspenseQuery } from '@tanstack/react-query'
import { Card } from '../ui/card.tsx'
import { LineChart } from '../ui/chart.tsx'
import { Icon } from '../ui/icon.tsx'
import { useChangeSearch, useSearchValues } from '../ui/search-state.ts'
import { amount, weekdayShort } from '../words/formats.ts'
import { homeWords as words } from '../words/home.ts'
import { changeOf, figureNames, isFigureName, valueOf, type FigureName } from './figures.ts'
import { weekQuery, type Week as WeekAnswer } from './queries.ts'
import css from './week.module.css'

/** Five figures of the last seven days against the seven before; the chosen one as a line. */
export function Week() {
  const { data } = useSuspenseQuery(weekQuery)
  const search = useSearchValues()
  const change = useChangeSearch()
  const given = search['figure']
  const chosen = isFigureName(given) ? given : 'sent'
  const before = data.previous?.totals
  const isEmpty = figureNames.every(
    (name) => data.totals[name] === 0 && (before?.[name] ?? 0) === 0,
  )
  return (
    <Card title={words.week} note={words.against} isFlush>
      <div className={css['figures']} role="group" aria-label={words.choose}>
        {figureNames.map((name) => (
          <button
            key={name}
            type="button"
            className={css['figure']}
            aria-pressed={name === chosen}
            data-hint={words.formulas[name]}
            onClick={() => void change({ figure: name === 'sent' ? undefined : name })}
          >
            <span className={css['label']}>{words.figures[name]}</span>
            <span className={css['value']}>{valueOf(name, data.totals)}</span>
            <Change name={name} week={data} />
          </button>
        ))}
      </div>
      <div className={css['chart']}>
        {isEmpty ? (
          <p className={css['none']}>{words.emptyWeek}</p>
        ) : (
          <Line name={chosen} week={data} />
        )}
      </div>
    </Card>
  )
}

function Change({ name, week }: { name: FigureName; week: WeekAnswer }) {
  const found = changeOf(name, week.totals, week.previous?.totals)
  if (found.text === null)
    return <span className={css['change']}>{found.isUnknown ? words.noneBefore : words.same}</span>
  return (
    <span className={css['change']} data-worse={found.isWorse}>
      <Icon name={found.isUp ? 'up' : 'down'} size={14} />
      <span className={css['unseen']}>{found.isUp ? words.up : words.down}</span>
      {found.text}
      {found.isWorse && `, ${words.worse}`}
      {found.isBetter && `, ${words.better}`}
    </span>
  )
}

function Line({ name, week }: { name: FigureName; week: WeekAnswer }) {
  const days = week.data.map(({ key }) => new Date(`${key}T12:00:00Z`))
  const places = days.map((day, place) =>
    place === days.length - 1 ? words.today : weekdayShort(day, 'UTC'),
  )
  const now = week.data.map((day) => day[name])
  const then = week.previous?.data.map((day) => day[name]) ?? []
  return (
    <LineChart
      label={words.chart({ figure: words.figures[name] })}
      places={places}
      placeLabel={words.day}
      series={[
        { label: words.thisWeek({ total: amount(week.totals[name]) }), tone: 'ok', values: now },
        {
          label: words.weekBefore({ total: amount(week.previous?.totals[name] ?? 0) }),
          tone: 'idle',
          values: then,
        },
      ]}
    />
  )
}
