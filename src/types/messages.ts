import type { Delegate } from './capture.js';
import type { Observation } from './frame.js';

/** What a camera frame is handed over as. */
export type CameraFrame = VideoFrame | ImageBitmap;

/** What the page tells the analyser, in a worker or on its own thread. */
export type AnalyserRequest =
  | {
      readonly kind: 'load';
      /** Absolute, as the others. */
      readonly wasmLoaderUrl: string;
      readonly wasmBinaryUrl: string;
      readonly modelUrl: string;
      /** Length of the model where it is known beforehand. */
      readonly modelBytes?: number | undefined;
      /** SHA-256 in hexadecimal digits, where the files are to be checked by it. */
      readonly hashes?:
        { readonly wasmLoader: string; readonly wasmBinary: string; readonly model: string } | undefined;
      readonly delegate: Delegate;
    }
  | {
      readonly kind: 'frame';
      readonly id: number;
      /** Transferred; the analyser closes it. */
      readonly frame: CameraFrame;
      /** Milliseconds on the page's clock. */
      readonly at: number;
      readonly wantLandmarks: boolean;
    }
  /** Keep the frame just analysed as the best so far; it replaces the one kept before. */
  | { readonly kind: 'keep'; readonly id: number }
  /** Forget the kept frame. */
  | { readonly kind: 'forget' }
  /** Encode the kept frame at full resolution and judge the file. */
  | { readonly kind: 'still'; readonly id: number; readonly at: number }
  | { readonly kind: 'close' };

/** Why the analyser could not do it; each is a `CaptureError` code on the page's side. */
export type AnalyserFailure =
  | 'ENGINE_UNAVAILABLE'
  | 'ENGINE_FAILED'
  | 'ASSETS_MISSING'
  | 'ASSETS_CORRUPT'
  | 'CAMERA_TOO_SMALL'
  | 'PHOTO_FAILED';

/** What the analyser answers. */
export type AnalyserReply =
  | { readonly kind: 'progress'; readonly loaded: number; readonly total: number }
  | {
      readonly kind: 'ready';
      readonly delegate: Delegate;
      /** Why the model does not run on the GPU although that was asked for. */
      readonly gpuFailure?: string;
    }
  | { readonly kind: 'observed'; readonly id: number; readonly observation: Observation }
  | {
      readonly kind: 'still';
      readonly id: number;
      readonly image: Blob;
      readonly width: number;
      readonly height: number;
      /** JPEG quality that was used, 0.7 to 0.95. */
      readonly quality: number;
      /** The photo judged once more, as it is in the file. */
      readonly observation: Observation;
    }
  | {
      readonly kind: 'failed';
      /** The request that failed; null where it was loading, or the whole analyser. */
      readonly id: number | null;
      readonly code: AnalyserFailure;
      readonly reason: string;
    };
