/** For error messages about files that are not where they should be. */
export const COPY_REMEDY =
  'Where a bundler leaves worker or engine behind (esbuild does), run ' +
  '`npx okay-live-capture copy-assets <folder>` and set asset-base to the address of that folder.';

export interface PackagedAssets {
  readonly wasmLoaderUrl: string;
  readonly wasmBinaryUrl: string;
  readonly modelUrl: string;
}

/**
 * Where the engine's files lie in the package. Every bundler that knows `new URL('…', import.meta.url)` takes them
 * along, and puts the addresses of its copies here. The comments keep this package's own build from doing so: a library
 * build would inline 14 MB as base64. They are gone in what it builds.
 */
export const packagedAssets = (): PackagedAssets => ({
  wasmLoaderUrl: new URL(
    /* @vite-ignore */ './mediapipe/wasm/vision_wasm_module_internal.js',
    import.meta.url,
  ).href,
  wasmBinaryUrl: new URL(
    /* @vite-ignore */ './mediapipe/wasm/vision_wasm_module_internal.wasm',
    import.meta.url,
  ).href,
  modelUrl: new URL(/* @vite-ignore */ './mediapipe/face_landmarker.task', import.meta.url).href,
});
