import { Liquid, RawTag, TokenKind, type Template as Node } from 'liquidjs'

// Liquid without anything that reads files, and with limits: a loop of 10^8 rounds that would end the
// process without them fails in a millisecond.

export type Parsed = { nodes: Node[]; isStatic: boolean }

// A variable of the text that no tag of it makes itself, as it is written, and where it stands.
export type Mention = {
  path: (string | number | object)[]
  text: string
  place: string
  row: number
  column: number
}

// Throws a LiquidError for a mistake.
export function parse(source: string): Parsed {
  const nodes = engine.parse(source)
  return { nodes, isStatic: nodes.every(isText) }
}

export function render(nodes: Node[], variables: object): string {
  const text: unknown = engine.renderSync(nodes, variables)
  return String(text)
}

export function mentionsOf(nodes: Node[]): Mention[] {
  const { globals } = engine.analyzeSync(nodes, { partials: false })
  return Object.values(globals)
    .flat()
    .map((variable) => ({
      path: variable.segments,
      text: variable.toString(),
      place: `line ${variable.location.row}, column ${variable.location.col}`,
      row: variable.location.row,
      column: variable.location.col,
    }))
}

// In milliseconds. Long beside the 5 µs of an ordinary text, short beside a stalled process.
const renderLimit = 50

// In characters and items made while rendering; also bounds the rounds of loops over ranges.
const memoryLimit = 50_000

const fileTags = ['include', 'render', 'layout', 'block']

const engine = createEngine()

function createEngine(): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    timezoneOffset: 0,
    renderLimit,
    memoryLimit,
  })
  for (const tag of fileTags) Reflect.deleteProperty(liquid.tags, tag)
  // Else `{{ name | constructor }}` finds what every object has.
  Object.setPrototypeOf(liquid.tags, null)
  Object.setPrototypeOf(liquid.filters, null)
  return liquid
}

function isText(node: Node): boolean {
  return node.token.kind === TokenKind.HTML || node instanceof RawTag
}
