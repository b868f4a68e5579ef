import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { theme } from './src/theme/theme.ts'

const here = import.meta.dirname

export default defineConfig({
  root: here,
  // Beside what is being served, so that a build that fails leaves the old one; scripts/build-dashboard.js moves it.
  build: {
    outDir: process.env.SIMCAST_DASHBOARD_OUT ?? join(here, 'dist'),
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    cssTarget: ['chrome120', 'firefox121', 'safari17'],
    // Both write into the page what the policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
  },
  clearScreen: false,
  logLevel: 'warn',
  plugins: [react(), mantineVariables(), orderLayers(), preloadFont(), precompress()],
})

/** The variables of the theme as a file: the provider would inject them as a style, which the policy refuses. */
function mantineVariables(): Plugin {
  const name = 'virtual:mantine-variables.css'
  return {
    name: 'simcast-mantine-variables',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined
      const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
      return `@layer base {\n${convertCssVariables(variables, ':root')}\n}`
    },
  }
}

/**
 * The order of the layers at the head of every style file: whichever the browser reads first settles it, and that is not
 * the one of the entry.
 */
function orderLayers(): Plugin {
  const order = '@layer base,mantine,app;'
  return {
    name: 'simcast-order-layers',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.css'))
            file.source = `${order}${String(file.source)}`
        }
      },
    },
  }
}

/** The Latin letters begin to load with the page and not after its styles. */
function preloadFont(): Plugin {
  return {
    name: 'simcast-preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => /inter-latin-wght-normal/.test(file))
        if (font === undefined) return []
        const attrs = { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2' }
        return [{ tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head-prepend' }]
      },
    },
  }
}

/** `.br` and `.gz` beside every file that becomes smaller: compressed once, as well as can be. */
function precompress(): Plugin {
  return {
    name: 'simcast-precompress',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/[.](js|css|html|svg|json)$/.test(file)) continue
        const path = join(dir, file)
        const bytes = readFileSync(path)
        if (bytes.length < 600) continue
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(bytes, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
          }),
        )
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
      }
    },
  }
}
