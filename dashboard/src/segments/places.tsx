import { useState } from 'react'
import { ComboBox } from '../ui/combo-box.tsx'
import { Icon } from '../ui/icon.tsx'
import {
  allCountries,
  continentNames,
  countryName,
  type ContinentCode,
} from '../words/countries.ts'
import { segmentWords } from '../words/segments.ts'
import { narrowed, type Draft } from './draft.ts'
import css from './segments.module.css'

type PlacesProps = { draft: Draft; change: (part: Partial<Draft>) => void }

/** Countries, any of which will do, and continents, of which the same holds. */
export function Places({ draft, change }: PlacesProps) {
  return (
    <div className={css['places']}>
      <Countries draft={draft} change={change} />
      <fieldset>
        <legend className={css['label']}>{segmentWords.continents}</legend>
        <div className={css['continents']}>
          {Object.entries(continentNames).map(([code, name]) => (
            <Continent
              key={code}
              // The keys of the names are the codes.
              code={code as ContinentCode}
              name={name}
              draft={draft}
              change={change}
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

function Continent({
  code,
  name,
  draft,
  change,
}: PlacesProps & { code: ContinentCode; name: string }) {
  const { continents } = draft
  const isIn = continents.includes(code)
  return (
    <label className={css['continent']} data-on={isIn}>
      <input
        type="checkbox"
        checked={isIn}
        onChange={() =>
          change({
            continents: isIn ? continents.filter((one) => one !== code) : [...continents, code],
          })
        }
      />
      {name}
    </label>
  )
}

function Countries({ draft, change }: PlacesProps) {
  const [typed, setTyped] = useState('')
  const { countries } = draft
  const options = allCountries()
    .filter(({ code }) => !countries.includes(code))
    .map(({ code, name }) => ({ value: code, label: name, note: code }))
  const found = narrowed(options, typed)
  const isUnknown = typed.trim() !== '' && found.length === 0
  return (
    <div className={css['countries']}>
      <ComboBox
        label={segmentWords.countries}
        text={typed}
        onText={setTyped}
        options={found}
        onPick={({ value }) => {
          change({ countries: [...countries, value] })
          setTyped('')
        }}
        placeholder={segmentWords.addCountry}
        problem={isUnknown ? segmentWords.unknownCountry : undefined}
        onBlur={() => setTyped('')}
      />
      {countries.length > 0 && (
        <ul className={css['pills']} aria-label={segmentWords.countries}>
          {countries.map((code) => (
            <li key={code} className={css['pill']}>
              {countryName(code)}
              <button
                type="button"
                aria-label={segmentWords.removeCountry({ name: countryName(code) })}
                onClick={() => change({ countries: countries.filter((one) => one !== code) })}
              >
                <Icon name="cross" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
