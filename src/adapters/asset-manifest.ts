/** A file that the engine needs at run time, as this version of the package was tested with it. */
export interface AssetEntry {
  /** Path in the asset folder (`mediapipe/`). */
  readonly path: string;
  readonly byteLength: number;
  /** SHA-256 of the file in lower-case hexadecimal digits. */
  readonly sha256: string;
}

/**
 * All files of the asset folder. The module variant of the wasm loader serves the worker and the main thread alike: both
 * `import()` it, so that no classic variant is shipped.
 */
export const ASSET_MANIFEST = {
  /** Composed from `@mediapipe/face_mesh` 0.4.1657299874 by `scripts/prepare-assets.ts`. */
  model: {
    path: 'face_landmarker.task',
    byteLength: 2762976,
    sha256: '04af54ac787983a7580b6453483096f6352a1ef38c327860c14b5bd06b7ea92e',
  },
  /** Copied from `@mediapipe/tasks-vision` 0.10.35, marked as strict. */
  wasmLoader: {
    path: 'wasm/vision_wasm_module_internal.js',
    byteLength: 322096,
    sha256: '15efcabbb1f4105a829cb567f6e4882e0bcbc8aa27348aac35ffe47a444deb85',
  },
  /** Copied from `@mediapipe/tasks-vision` 0.10.35. */
  wasmBinary: {
    path: 'wasm/vision_wasm_module_internal.wasm',
    byteLength: 11153641,
    sha256: '617b8e0248dbd27e9d7ece4218004eae4cefb499196d1bb4fa0e3fef21708756',
  },
} as const satisfies Record<string, AssetEntry>;
