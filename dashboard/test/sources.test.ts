// What can be said of the sources of the dashboard without running them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import { expect, test } from 'vitest'

type Node = { type: string; [key: string]: unknown }

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /[.]tsx?$/.test(name) && !/[.](test|generated|d)[.]/.test(name))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))

/** Attributes that a person reads or hears. */
const spoken = ['title', 'label', 'placeholder', 'alt', 'description', 'name', 'text', 'question']
const isSpoken = (name: string) =>
  ['aria-label', 'aria-description', 'aria-roledescription', 'data-hint'].includes(name) ||
  spoken.includes(name)
/** Whose `name` is a key and no word: fields, icons, dialogs. */
const keyed = ['name', 'label']
/** A word, and not a sign or a key such as `campaign-row`. */
const isText = (text: string) => /\p{L}{2}/u.test(text)

test('no sentence that a person reads stands outside of words/', () => {
  const found = files
    .filter(({ name }) => !name.startsWith('words/'))
    .flatMap(({ name, text }) => textsIn(name, text).map((what) => `${name}: ${what}`))
  expect(found).toEqual([])
})

test('the styles of Mantine are imported for what is used of it, and for nothing else', () => {
  const used = new Set(files.flatMap(({ text }) => mantineIn(text)))
  const listed = [...stylesList().matchAll(/@mantine\/core\/styles\/(\w+)[.]layer[.]css/g)].map(
    ([, name]) => name ?? '',
  )
  const parts = new Set([...used].flatMap((name) => [name, ...(madeOf[name] ?? [])]))
  const needed = [...parts].filter((name) => hasStyles(name))
  expect(listed.toSorted()).toEqual(needed.toSorted())
})

test('no piece of Mantine is used in a way that injects a style, which the policy refuses', () => {
  const props =
    /\s(?:[mp][trblxyse]?|w|h|miw|maw|mih|mah|fz|lh|ta|gap|cols|display|flex)=\{\{\s*base\b/
  const found = files.filter(
    ({ text }) => props.test(text) || /\b(hiddenFrom|visibleFrom)=/.test(text),
  )
  expect(found.map(({ name }) => name)).toEqual([])
})

test('whatever repeats a colour instead of naming it is found', () => {
  const css = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.module.css') && !name.startsWith('theme'),
  )
  const found = css.filter((name) =>
    /#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(readFileSync(join(src, name), 'utf8')),
  )
  expect(found).toEqual([])
})

/** Pieces that Mantine builds from others: their styles are needed too. */
const madeOf: Record<string, string[]> = {
  Button: ['UnstyledButton', 'Loader'],
  ActionIcon: ['UnstyledButton', 'Loader'],
  TextInput: ['Input'],
  Textarea: ['Input'],
  NumberInput: ['Input', 'UnstyledButton'],
  PasswordInput: ['Input', 'ActionIcon', 'UnstyledButton'],
  Select: ['Input', 'Combobox', 'Popover', 'ScrollArea', 'CloseButton', 'UnstyledButton'],
}

function stylesList(): string {
  return readFileSync(join(src, 'theme/styles.ts'), 'utf8')
}

function hasStyles(name: string): boolean {
  const folder = join(import.meta.dirname, '../../node_modules/@mantine/core/styles')
  return readdirSync(folder).includes(`${name}.layer.css`)
}

function mantineIn(text: string): string[] {
  return [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => /^[A-Z]/.test(name) && !name.startsWith('type ')),
  )
}

function textsIn(name: string, text: string): string[] {
  const found: string[] = []
  const isTsx = name.endsWith('.tsx')
  const module = parseSync(text, { syntax: 'typescript', tsx: isTsx, target: 'esnext' })
  walk(module, (node) => {
    if (node.type === 'JSXText' && isText(String(node['value']))) {
      found.push(String(node['value']).trim())
    }
    if (node.type === 'JSXExpressionContainer') {
      const inside = node['expression'] as Node
      const parent = node['parentIsAttribute'] === true
      if (!parent && isSentence(inside)) found.push(sentenceOf(inside))
    }
    if (node.type === 'JSXAttribute') {
      const attribute = (node['name'] as { value?: string }).value ?? ''
      const value = node['value'] as Node | null
      if (value?.type === 'JSXExpressionContainer') value['parentIsAttribute'] = true
      if (!isSpoken(attribute) || !value) return
      const inside = (value.type === 'JSXExpressionContainer' ? value['expression'] : value) as Node
      if (!isSentence(inside)) return
      const sentence = sentenceOf(inside)
      // A key is one lower-case word; what a person reads has a blank or a capital.
      if (keyed.includes(attribute) && /^[a-z…][\w.…-]*$/.test(sentence)) return
      found.push(`${attribute}="${sentence}"`)
    }
  })
  return found
}

function isSentence(node: Node): boolean {
  if (node.type === 'StringLiteral') return isText(String(node['value']))
  if (node.type !== 'TemplateLiteral') return false
  return (node['quasis'] as { raw: string }[]).some(({ raw }) => isText(raw))
}

function sentenceOf(node: Node): string {
  if (node.type === 'StringLiteral') return String(node['value'])
  return (node['quasis'] as { raw: string }[]).map(({ raw }) => raw).join('…')
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, visit)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const node = value as Node
  if (typeof node.type === 'string') visit(node)
  for (const [key, inner] of Object.entries(node)) if (key !== 'span') walk(inner, visit)
}
