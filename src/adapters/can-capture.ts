/** Why this page cannot take a photo by the camera. */
export type CaptureObstacle =
  'INSECURE_CONTEXT' | 'CAMERA_UNSUPPORTED' | 'WORKER_UNSUPPORTED' | 'WASM_SIMD_UNSUPPORTED';

/** What of the page is looked at; the page's own unless a test says otherwise. */
export interface CapturePage {
  readonly isSecureContext: boolean;
  readonly hasCamera: boolean;
  readonly hasWorker: boolean;
  readonly validatesSimd: boolean;
}

/** A WebAssembly module of one function with one SIMD instruction: `i32.const 0; i8x16.splat; drop`. */
export const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);

/** Lists what keeps this page from capturing, without asking for a permission; empty when nothing does. */
export function captureObstacles(page: CapturePage = thisPage()): readonly CaptureObstacle[] {
  const rows: readonly [boolean, CaptureObstacle][] = [
    [page.isSecureContext, 'INSECURE_CONTEXT'],
    [page.hasCamera, 'CAMERA_UNSUPPORTED'],
    [page.hasWorker, 'WORKER_UNSUPPORTED'],
    [page.validatesSimd, 'WASM_SIMD_UNSUPPORTED'],
  ];
  return rows.filter(([fine]) => !fine).map(([, obstacle]) => obstacle);
}

function thisPage(): CapturePage {
  return {
    isSecureContext: globalThis.isSecureContext,
    hasCamera: typeof navigator !== 'undefined' && 'mediaDevices' in navigator,
    hasWorker: typeof Worker === 'function',
    validatesSimd: typeof WebAssembly === 'object' && WebAssembly.validate(SIMD_MODULE),
  };
}
