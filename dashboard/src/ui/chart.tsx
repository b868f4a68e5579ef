import { useId, useState, type ReactNode } from 'react'
import { amount, shortAmount } from '../words/formats.ts'
import { uiWords } from '../words/ui.ts'
import { namedPlaces, roundTop } from './axis.ts'
import css from './chart.module.css'

export type Series = {
  label: string
  tone: 'ok' | 'pale' | 'bad' | 'idle'
  values: readonly number[]
}

type ChartProps = {
  /** What it shows, as a sentence for who cannot see it. */
  label: string
  /** What the places along the axis are called, one for each value. */
  places: readonly string[]
  /** The head of their column in the table. */
  placeLabel: string
  series: readonly Series[]
}

/** So many short names have room on a phone. */
const weekDays = 7
const width = 640
const height = 160

/** A line over time, filled underneath. One series, or a few that are compared. */
export function LineChart(props: ChartProps) {
  const { series, places } = props
  const top = roundTop(Math.max(0, ...series.flatMap(({ values }) => values)))
  const across = (place: number) => (places.length < 2 ? 0 : (place / (places.length - 1)) * width)
  const up = (value: number) => height - (value / top) * height
  return (
    <Chart {...props} top={top}>
      {series.map(({ label, tone, values }) => {
        const line = values.map((value, place) => `${across(place)},${up(value)}`).join(' ')
        return (
          <g key={label} data-tone={tone}>
            <polygon className={css['area']} points={`0,${height} ${line} ${width},${height}`} />
            <polyline className={css['line']} points={line} vectorEffect="non-scaling-stroke" />
          </g>
        )
      })}
    </Chart>
  )
}

/** Columns over time; several series stand on each other, in their order. */
export function ColumnChart(props: ChartProps) {
  const { series, places } = props
  const sums = places.map((_, place) => sumAt(series, place))
  const top = roundTop(Math.max(0, ...sums))
  const step = width / Math.max(1, places.length)
  const gap = Math.min(3, step * 0.15)
  return (
    <Chart {...props} top={top}>
      {places.map((name, place) => {
        let base = height
        return series.map(({ label, tone, values }) => {
          const value = values[place] ?? 0
          const size = value === 0 ? 0 : Math.max(2, (value / top) * height)
          base -= size
          return (
            <rect
              key={`${name} ${label}`}
              data-tone={tone}
              className={css['column']}
              x={place * step + gap / 2}
              y={base}
              width={step - gap}
              height={size}
            />
          )
        })
      })}
    </Chart>
  )
}

function Chart(props: ChartProps & { top: number; children: ReactNode }) {
  const { label, places, series, top, children } = props
  const [isTable, setTable] = useState(false)
  const id = useId()
  const isWide = series.length > 1
  return (
    <div className={css['chart']}>
      <div className={css['head']}>
        {isWide && <Legend series={series} />}
        <button
          type="button"
          className={css['switch']}
          aria-controls={id}
          aria-pressed={isTable}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? uiWords.asChart : uiWords.asTable}
        </button>
      </div>
      <div id={id}>
        {isTable ? (
          <Figures {...props} />
        ) : (
          <div className={css['plot']}>
            <span className={css['top']} aria-hidden="true">
              {shortAmount(top)}
            </span>
            <svg
              role="img"
              aria-label={label}
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
            >
              {children}
            </svg>
            <div className={css['axis']} aria-hidden="true">
              {namedPlaces(places.length, places.length <= weekDays ? weekDays : 4).map((place) => (
                <span key={place}>{places[place]}</span>
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  )
}

function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul className={css['legend']}>
      {series.map(({ label, tone }) => (
        <li key={label}>
          <span data-tone={tone} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  )
}

function Figures({ label, places, placeLabel, series }: ChartProps) {
  return (
    // What scrolls has to be reached by keyboard.
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={label}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{placeLabel}</th>
            {series.map((one) => (
              <th key={one.label} scope="col" data-align="end">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((name, place) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {series.map((one) => (
                <td key={one.label} data-align="end">
                  {amount(one.values[place] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function sumAt(series: readonly Series[], place: number): number {
  return series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0)
}
