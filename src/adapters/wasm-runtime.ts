import { CaptureError } from '../core/errors.js';
import { ASSET_MANIFEST } from './asset-manifest.js';
import { checkWasm, WASM_REMEDY, type AssetUrls } from './assets.js';
import { SIMD_MODULE } from './can-capture.js';
import { download, type LoadOptions } from './download.js';

/** Emscripten's module object, which only the landmark library looks into. */
type EngineModule = Record<string, unknown>;
type ModuleFactory = (given: EngineModule) => Promise<EngineModule>;

/** The loader script and the compiled binary: what instances of the engine are made from. */
export interface WasmRuntime {
  readonly factory: ModuleFactory;
  readonly module: WebAssembly.Module;
}

/**
 * Fetches and compiles the engine, each file once. The landmark library would load the same two files by
 * itself, but as a classic script on the page, which a module is not; without progress; and with errors that
 * name no file.
 *
 * @throws {CaptureError} `ENGINE_UNAVAILABLE`, `ASSETS_MISSING` or `ASSETS_CORRUPT`.
 * @throws {DOMException} `AbortError` where `signal` is aborted.
 */
export async function loadRuntime(
  { wasmLoaderUrl, wasmBinaryUrl, hashes }: Pick<AssetUrls, 'wasmLoaderUrl' | 'wasmBinaryUrl' | 'hashes'>,
  options: LoadOptions,
): Promise<WasmRuntime> {
  assertWasmAllowed();
  const expected = {
    byteLength: ASSET_MANIFEST.wasmBinary.byteLength,
    sha256: hashes?.wasmBinary,
  };
  const [factory, module] = await Promise.all([
    importLoader(wasmLoaderUrl, options, hashes?.wasmLoader),
    loadModule(wasmBinaryUrl, { ...options, expected }),
  ]);
  return { factory, module };
}

function assertWasmAllowed(): void {
  try {
    new WebAssembly.Module(SIMD_MODULE);
  } catch (cause) {
    throw new CaptureError(
      'ENGINE_UNAVAILABLE',
      'This browser runs no WebAssembly with SIMD here: it is too old, or a Content-Security-Policy lacks ' +
        "'wasm-unsafe-eval' in script-src.",
      { cause },
    );
  }
}

/** Compiles the engine while it comes in. Nothing of it is used before all of it has been checked. */
async function loadModule(url: string, options: LoadOptions): Promise<WebAssembly.Module> {
  let compiling = Promise.reject<WebAssembly.Module>(new Error('Nothing was fetched.'));
  compiling.catch(() => undefined);
  await checkWasm(url, {
    ...options,
    async fetch(...request) {
      const response = await options.fetch(...request);
      if (!response.ok) return response;
      const copy = response.clone();
      compiling = WebAssembly.compileStreaming(asWasm(response));
      // Told below, where the download does not fail first.
      compiling.catch(() => undefined);
      return copy;
    },
  });
  try {
    return await compiling;
  } catch (cause) {
    throw new CaptureError(
      'ASSETS_CORRUPT',
      `The face engine at ${url} does not compile: it is cut short or damaged. ${WASM_REMEDY}`,
      { cause, recoverable: true },
    );
  }
}

/**
 * The response itself wherever its type is right: of that one alone, and of no copy, Chromium keeps what it has compiled for
 * the next visit.
 */
function asWasm(response: Response): Response {
  const type = 'application/wasm';
  if (response.headers.get('content-type') === type) return response;
  return new Response(response.body, { headers: { 'content-type': type } });
}

/** A script cannot be imported from bytes without a `blob:`, so that it is read once more where it is checked. */
async function importLoader(
  url: string,
  options: LoadOptions,
  sha256: string | undefined,
): Promise<ModuleFactory> {
  if (sha256 !== undefined) {
    const { fetch, signal } = options;
    await download(url, {
      fetch,
      signal,
      expected: { sha256 },
      what: 'The face engine’s loader',
      remedy: WASM_REMEDY,
    });
  }
  const restore = keepGlobals('ModuleFactory');
  try {
    const loader: unknown = await import(/* @vite-ignore */ /* webpackIgnore: true */ url);
    if (isLoader(loader)) return loader.default;
  } catch (cause) {
    throw await whyNotImported(url, options, cause);
  } finally {
    restore();
  }
  throw foreignLoader(url);
}

function isLoader(value: unknown): value is { readonly default: ModuleFactory } {
  return (
    typeof value === 'object' && value !== null && 'default' in value && typeof value.default === 'function'
  );
}

/** A failed `import()` does not tell why, so that the file is looked at once more. */
async function whyNotImported(url: string, { fetch, signal }: LoadOptions, cause: unknown): Promise<unknown> {
  try {
    const response = await fetch(url, { signal, credentials: 'same-origin' });
    await response.body?.cancel();
    const type = response.headers.get('content-type') ?? 'no content type';
    if (!response.ok || type.startsWith('text/html')) {
      const answer = response.ok ? 'with a web page' : `HTTP ${response.status}`;
      return new CaptureError(
        'ASSETS_MISSING',
        `The face engine's loader is not at ${url}: the server answered ${answer}. ${WASM_REMEDY}`,
        { cause, recoverable: true, status: response.status },
      );
    }
    if (cause instanceof SyntaxError) return foreignLoader(url, cause);
    return new CaptureError(
      'ASSETS_MISSING',
      `The face engine's loader at ${url} (${type}) was not accepted as a script: script-src of the ` +
        `Content-Security-Policy lacks it, or the server does not send it as text/javascript. ${WASM_REMEDY}`,
      { cause, recoverable: true },
    );
  } catch (unreachable) {
    if (signal.aborted) return signal.reason;
    return new CaptureError(
      'ASSETS_MISSING',
      `The face engine's loader at ${url} could not be fetched: offline, or forbidden by CORS. ${WASM_REMEDY}`,
      { cause: unreachable, recoverable: true },
    );
  }
}

function foreignLoader(url: string, cause?: unknown): CaptureError {
  return new CaptureError(
    'ASSETS_CORRUPT',
    `The face engine's loader at ${url} is cut short or another file. ${WASM_REMEDY}`,
    { cause, recoverable: true },
  );
}

/**
 * Calls the landmark library in a way that makes it take this runtime: it asks the global `ModuleFactory` for
 * its engine before its call returns, and clears that global and `Module` some time later. Whatever the page
 * itself had there is put back both times.
 *
 * @param log Gets the engine's own log, which would fill the page's console otherwise.
 * @throws {Error} Whatever `create` throws, and also where the engine aborts while it starts, in which case
 *   the library's own promise may stay open for ever.
 */
export async function withRuntime<Task>(
  { factory, module }: WasmRuntime,
  log: (line: string) => void,
  create: () => Promise<Task>,
): Promise<Task> {
  const restore = keepGlobals('ModuleFactory', 'Module');
  try {
    return await new Promise<Task>((resolve, reject) => {
      const hooks = {
        print: log,
        printErr: log,
        onAbort: (what: unknown) => reject(new Error(`The engine aborted: ${String(what)}`)),
        instantiateWasm: (
          imports: WebAssembly.Imports,
          receive: (instance: WebAssembly.Instance) => void,
        ) => {
          WebAssembly.instantiate(module, imports).then(receive).catch(reject);
        },
      };
      Reflect.deleteProperty(globalThis, 'Module');
      // Must stay: the engine writes its warnings through this global for as long as it runs.
      Reflect.set(globalThis, 'custom_dbg', log);
      Reflect.set(globalThis, 'ModuleFactory', (given: EngineModule) => factory({ ...given, ...hooks }));
      create().then(resolve, reject);
      restore();
    });
  } finally {
    restore();
  }
}

/** @returns Puts the globals of these names back to what they are now. */
function keepGlobals(...names: readonly string[]): () => void {
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
