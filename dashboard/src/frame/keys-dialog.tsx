import { Dialog } from '../ui/dialog.tsx'
import { frameWords } from '../words/frame.ts'
import css from './keys-dialog.module.css'
import { searchKeys } from './keys.ts'
import { places } from './places.ts'

/** All keys, by `?`. */
export function KeysDialog() {
  const { keyNames } = frameWords
  const rows: [string, string][] = [
    [searchKeys, keyNames.search],
    ['/', keyNames.searchList],
    ...places.flatMap(({ key, name }): [string, string][] =>
      key ? [[`G ${key.toUpperCase()}`, keyNames.goTo({ place: name })]] : [],
    ),
    ['N', keyNames.create],
    ['J', keyNames.next],
    ['K', keyNames.previous],
    ['Enter', keyNames.open],
    ['X', keyNames.choose],
    ['Esc', keyNames.close],
    ['?', keyNames.keys],
  ]
  return (
    <Dialog name="keys" title={frameWords.keysTitle}>
      <dl className={css['keys']}>
        {rows.map(([keys, what]) => (
          <div key={keys} className={css['row']}>
            <dt>
              {keys.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className={css['note']}>{frameWords.keysNote}</p>
    </Dialog>
  )
}
