import { expect } from '@open-wc/testing';
import { FaceLandmarker } from '@mediapipe/tasks-vision';
import type { LoadOptions } from '../../src/adapters/download.js';
import { loadRuntime, withRuntime } from '../../src/adapters/wasm-runtime.js';
import { captureErrorOf, failureOf } from '../helpers/failure.js';

const urlsIn = (folder: string) => ({
  wasmLoaderUrl: new URL(`${folder}vision_wasm_module_internal.js`, location.href).href,
  wasmBinaryUrl: new URL(`${folder}vision_wasm_module_internal.wasm`, location.href).href,
});
const THERE = urlsIn('/public/mediapipe/wasm/');

/** Fetches what is there, with the bytes of the wasm changed on their way. */
function spoiling(change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): LoadOptions {
  return {
    signal: new AbortController().signal,
    fetch: async (url, init) => {
      const answer = await fetch(url, init);
      return new Response(change(new Uint8Array(await answer.arrayBuffer())), {
        status: answer.status,
        headers: answer.headers,
      });
    },
  };
}

/** The same answer, whose second half comes only when something has happened. */
function halted(answer: Response, until: Promise<void>): Response {
  const half = 5_000_000;
  let sent = 0;
  const gate = new TransformStream<Uint8Array, Uint8Array>({
    transform: async (chunk, controller) => {
      if (sent > half) await until;
      sent += chunk.length;
      controller.enqueue(chunk);
    },
  });
  return new Response(answer.body?.pipeThrough(gate), { headers: answer.headers });
}

describe('loadRuntime', () => {
  it('leaves no ModuleFactory behind', async () => {
    const { factory, module } = await loadRuntime(
      THERE,
      spoiling((bytes) => bytes),
    );
    expect(factory).to.be.a('function');
    expect(module).to.be.instanceOf(WebAssembly.Module);
    expect(globalThis).not.to.have.property('ModuleFactory');
  });

  it('names the file that is missing', async () => {
    const error = await captureErrorOf(() =>
      loadRuntime(
        urlsIn('/nowhere/wasm/'),
        spoiling((bytes) => bytes),
      ),
    );
    expect(error.code).to.equal('ASSETS_MISSING');
    expect(error.message).to.contain('/nowhere/wasm/').and.contain('asset-base');
  });

  it('compiles while the engine comes in', async () => {
    const { compileStreaming } = WebAssembly;
    let begin: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    WebAssembly.compileStreaming = (source) => {
      begin?.();
      return compileStreaming(source);
    };
    try {
      const { module } = await loadRuntime(THERE, {
        signal: new AbortController().signal,
        fetch: async (url, init) => halted(await fetch(url, init), begun),
      });
      expect(module).to.be.instanceOf(WebAssembly.Module);
    } finally {
      WebAssembly.compileStreaming = compileStreaming;
    }
  });

  for (const [what, type] of [
    ['the very answer, which the browser keeps compiled for the next visit', 'application/wasm'],
    ['a copy of an answer whose server calls it something else', 'application/octet-stream'],
  ] as const) {
    it(`compiles ${what}`, async () => {
      const { compileStreaming } = WebAssembly;
      let answered: Response | undefined;
      let compiled: unknown;
      WebAssembly.compileStreaming = async (source) => compileStreaming((compiled = await source));
      try {
        const { module } = await loadRuntime(THERE, {
          signal: new AbortController().signal,
          fetch: async (url, init) => {
            const { body } = await fetch(url, init);
            return (answered = new Response(body, { headers: { 'content-type': type } }));
          },
        });
        expect(module).to.be.instanceOf(WebAssembly.Module);
        expect(compiled === answered).to.equal(type === 'application/wasm');
      } finally {
        WebAssembly.compileStreaming = compileStreaming;
      }
    });
  }

  const spoilt = [
    ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 1_000_000), 'cut short'],
    ['damaged', (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0xff, 1000, 2000), 'does not compile'],
    ['another file', (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0x20), 'no WebAssembly'],
  ] as const;
  for (const [what, change, words] of spoilt) {
    it(`calls a wasm corrupt that is ${what}`, async () => {
      const error = await captureErrorOf(() => loadRuntime(THERE, spoiling(change)));
      expect(error.code).to.equal('ASSETS_CORRUPT');
      expect(error.message).to.contain('vision_wasm_module_internal.wasm').and.contain(words);
    });
  }
});

describe('withRuntime', () => {
  it('fails rather than waits where the binary does not belong to the loader', async () => {
    const { factory } = await loadRuntime(
      THERE,
      spoiling((bytes) => bytes),
    );
    const emptyBinary = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const runtime = { factory, module: new WebAssembly.Module(emptyBinary) };
    const starting = withRuntime(
      runtime,
      () => undefined,
      () =>
        FaceLandmarker.createFromModelBuffer({ wasmLoaderPath: '', wasmBinaryPath: '' }, new Uint8Array(1)),
    );
    expect(await failureOf(() => starting)).to.be.instanceOf(Error);
    expect(globalThis).not.to.have.property('ModuleFactory');
  });
});
