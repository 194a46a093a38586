#!/usr/bin/env node
import console from 'node:console';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const USAGE = `Usage: npx okay-live-capture copy-assets <folder>

Copies the face engine, its model and its worker into a folder that your server hands out, for bundlers that leave
them behind. Then point the element there: <okay-live-capture asset-base="/okay">.`;

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const [command, folder, ...others] = process.argv.slice(2);

if (command === '--help' || command === '-h') {
  console.log(USAGE);
} else if (command !== 'copy-assets' || !folder || folder.startsWith('-') || others.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    copyAssets(resolve(folder));
  } catch (error) {
    console.error(`The assets could not be copied to ${folder}: ${error.message}`);
    process.exitCode = 1;
  }
}

/** The layout that `asset-base` expects: the content of `mediapipe/`, and the worker beside it. */
function copyAssets(target) {
  if (!existsSync(join(dist, 'landmarker.worker.js'))) {
    throw new Error(`${dist} is not there: install okay-live-capture again, or run its build first.`);
  }
  mkdirSync(target, { recursive: true });
  cpSync(join(dist, 'mediapipe'), target, { recursive: true });
  copyFileSync(join(dist, 'landmarker.worker.js'), join(target, 'landmarker.worker.js'));
  const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  console.log(`${files.length} files are in ${folder} now. Set asset-base to the address of that folder.`);
}
