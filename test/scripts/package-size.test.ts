import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import limits from '../../size-limits.json' with { type: 'json' };
import { gzipBytes, inPackage, withStaticImports } from './package-files.ts';

describe('the size of what is built', () => {
  for (const [entry, limit] of Object.entries(limits.firstPaint)) {
    it(`${entry} with all that it imports at once is at most ${limit} bytes gzipped`, () => {
      const files = withStaticImports(entry);
      const bytes = gzipBytes(files);
      assert.ok(bytes <= limit, `${bytes} bytes in ${files.join(', ')}`);
    });
  }

  for (const [file, limit] of Object.entries(limits.alone)) {
    it(`${file} is at most ${limit} bytes gzipped`, () => {
      const bytes = gzipBytes([file]);
      assert.ok(bytes <= limit, `${bytes} bytes`);
    });
  }

  it('has neither engine, other languages nor the ID-card step in the first picture', () => {
    const text = withStaticImports('dist/okay-live-capture.js')
      .map((file) => readFileSync(inPackage(file), 'utf8'))
      .join('\n');
    for (const later of ['FaceLandmarkerGraph', 'Buka kamera', 'okay-card"', 'okay-card`']) {
      assert.ok(!text.includes(later), `"${later}" is among the first bytes`);
    }
  });

  it('has each of these in a chunk of its own', () => {
    const chunks = readdirSync(inPackage('dist'));
    for (const name of [
      'page-analyser',
      'define-id-card',
      'landmarker',
      'counted-submit',
      'ms',
      'zh-hant',
      'my-steps',
    ]) {
      const pattern = new RegExp(`^${name}-[\\w-]{8}\\.js$`);
      assert.ok(
        chunks.some((file) => pattern.test(file)),
        `no chunk ${name} in dist/`,
      );
    }
  });
});
