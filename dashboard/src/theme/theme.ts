import type { MantineColorsTuple, MantineThemeOverride } from '@mantine/core'

// Read by the browser and by the build, so it holds no component and no JSX.

const petrol: MantineColorsTuple = [
  '#e4f2ef',
  '#bfe0da',
  '#96cdc4',
  '#6ccaba',
  '#55bdad',
  '#3fa696',
  '#1f8d7f',
  '#0b6b61',
  '#09584f',
  '#06433c',
]
const amber: MantineColorsTuple = [
  '#fdf3e0',
  '#f8e2b9',
  '#f2cf8d',
  '#e9b85a',
  '#dfa033',
  '#d0901f',
  '#be7e12',
  '#855207',
  '#6b4206',
  '#513204',
]
const brick: MantineColorsTuple = [
  '#fdf0ee',
  '#f9d8d3',
  '#f5b8b0',
  '#f0968a',
  '#e87e70',
  '#e06450',
  '#d24a38',
  '#a82c1c',
  '#8a2417',
  '#6b1c12',
]
const stone: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#e6e2dc',
  '#cfcac1',
  '#aaa59c',
  '#8c877e',
  '#6f6a62',
  '#625e56',
  '#3a3732',
  '#1b1a17',
]
const night: MantineColorsTuple = [
  '#eceae6',
  '#c9c6bf',
  '#a9a59d',
  '#716d65',
  '#45423c',
  '#2d2b27',
  '#201f1c',
  '#1b1a18',
  '#131211',
  '#0f0e0d',
]

type Floating = NonNullable<MantineThemeOverride['components']>

/** What the pieces of Mantine need to pass the policy and to be reached by everybody. */
const components: Floating = {
  Portal: { defaultProps: { target: '#floats', reuseTargetNode: false } },
  Modal: { defaultProps: { removeScrollProps: { removeScrollBar: false }, radius: 'lg' } },
  Drawer: { defaultProps: { removeScrollProps: { removeScrollBar: false } } },
  Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  Select: { defaultProps: { withScrollArea: false, radius: 'md' } },
  MultiSelect: { defaultProps: { withScrollArea: false, radius: 'md' } },
  Autocomplete: { defaultProps: { withScrollArea: false, radius: 'md' } },
  Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
  Button: {
    defaultProps: { radius: 'md' },
    // As high as every control: 34 px at a desk, 44 under a thumb.
    vars: (_theme: unknown, { size }: { size?: unknown }) => ({
      root: size === undefined ? { '--button-height': 'var(--sc-control)' } : {},
    }),
  },
}

export const theme: MantineThemeOverride = {
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  colors: { petrol, amber, brick, gray: stone, dark: night },
  white: '#ffffff',
  black: '#1b1a17',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '26px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '22px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // The text on the accent differs by scheme, so it is a variable and nobody's guess.
  variantColorResolver: ({ variant, color }) => {
    const tone = color === 'brick' || color === 'red' ? 'bad' : 'ok'
    const accent = `var(--sc-${tone})`
    if (variant === 'filled') {
      return tone === 'bad'
        ? look('var(--sc-danger)', 'var(--sc-danger-hover)', 'var(--sc-on-danger)')
        : look('var(--sc-primary)', 'var(--sc-primary-hover)', 'var(--sc-on-primary)')
    }
    if (variant === 'light') return look(`var(--sc-${tone}-soft)`, 'var(--sc-hover)', accent)
    if (variant === 'outline') {
      return { ...look('transparent', 'var(--sc-hover)', accent), border: `1px solid ${accent}` }
    }
    if (variant === 'subtle' || variant === 'transparent') {
      const hover = variant === 'subtle' ? 'var(--sc-hover)' : 'transparent'
      return look('transparent', hover, tone === 'bad' ? accent : 'var(--sc-text)')
    }
    return {
      ...look('var(--sc-surface)', 'var(--sc-hover)', tone === 'bad' ? accent : 'var(--sc-text)'),
      border: '1px solid var(--sc-line-strong)',
    }
  },
  components,
}

function look(background: string, hover: string, color: string) {
  return { background, hover, color, hoverColor: color, border: '1px solid transparent' }
}
