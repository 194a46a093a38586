import type { Plugin } from 'vite';

/** What the built demo may load and call: its own origin. A browser holds it to that. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** Writes a Content-Security-Policy into every built page; the dev server's reloading would not run under it. */
export function policyPlugin(): Plugin {
  return {
    name: 'okay-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
