import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

/**
 * The place of the service worker: the gate will list the built files here and emit `sw.js`.
 * It needs the finished bundle, so it must stay the last plugin.
 */
function offline(): Plugin {
  return { name: 'hoicho-offline', apply: 'build' }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [tailwindcss(), offline()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    // Fonts and pictures stay files: the CSP allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
})
