import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin, UserConfig } from 'vite'
import { transformWithOxc } from 'vite'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, chromiumPath } from './tests/support/chromium.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** The oldest browser the wall is built for; DESIGN 6 of the product names why. */
const target = 'chrome76'

/**
 * Turns syntax that is newer than `target` into older, chunk by chunk. Done module by module, as usual, it would come
 * before what nobody uses is left out, and make of a class with static fields, of which the chart library is full, one
 * that cannot be left out any more.
 */
function lowerChunks(): Plugin {
  return {
    name: 'lower-chunks',
    async renderChunk(code, { fileName }) {
      const options = { target, assumptions: { setPublicClassFields: true } }
      const { code: lowered, map } = await transformWithOxc(code, fileName, options)
      return { code: lowered, map: map ?? null }
    },
  }
}

const ofCharts = /node_modules\/(chart\.js|@kurkle)\/|chart\w*\.\w+$/i

/** How the wall itself is built. */
const wall: UserConfig['build'] = {
  outDir: 'dist/app',
  target,
  cssTarget: target,
  // The page's policy allows no font that is written into the styles.
  assetsInlineLimit: 0,
  rolldownOptions: {
    plugins: [lowerChunks()],
    transform: { target: 'esnext' },
    // Nothing is read for the sake of what the reading does.
    treeshake: { propertyReadSideEffects: false },
    output: {
      minify: { compress: { target }, mangle: true, codegen: true },
      // What most parts share is packed together, which makes it smaller; what only charts share comes with them.
      codeSplitting: {
        groups: [{ name: 'shared', minShareCount: 4, test: (file) => !ofCharts.test(file) }],
      },
    },
  },
}

/** What `vite build` makes, by `--mode`: the wall (default), the emulator's browser script, the command line. */
const builds: Record<string, UserConfig['build']> = {
  webphone: {
    outDir: 'dist/webphone',
    target,
    lib: {
      entry: path('src/emulator/webphone/main.ts'),
      formats: ['iife'],
      name: 'OzekiWebphone',
      fileName: () => 'WebphoneAPI.js',
    },
  },
  server: {
    outDir: 'dist/server',
    target: 'node20',
    rollupOptions: { input: { cli: path('src/cli.ts') } },
  },
}

export default defineConfig(({ mode }) => ({
  plugins: [vue()],
  resolve: { alias: { '@': path('src') } },
  define: {
    __VERSION__: JSON.stringify(process.env['npm_package_version'] ?? '0.0.0'),
    // The wall's components are written with script setup only; what mounts them in tests is not.
    __VUE_OPTIONS_API__: String(mode === 'test'),
  },
  // `npm run dev` beside a running `npm start`.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
  build: builds[mode] ?? wall,
  test: {
    clearMocks: true,
    unstubGlobals: true,
    env: { TZ: 'Pacific/Chatham' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          // Nothing has an effect on import, so files may share what they import: a third of the time.
          isolate: false,
          setupFiles: ['tests/support/fixedSeed.ts'],
          maxWorkers: 2,
          // Hundreds of random days take their time on a slow machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        optimizeDeps: { include: ['chart.js', 'vitest-browser-vue', 'pinia', 'vue-router'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: { executablePath: chromiumPath(), args: [...chromiumFlags] },
            }),
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          isolate: false,
          setupFiles: ['tests/support/closeBrowser.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
}))
