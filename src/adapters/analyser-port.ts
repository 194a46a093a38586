import type { CaptureError } from '../core/errors.js';
import type { AnalyserReply, AnalyserRequest } from '../types/messages.js';

/** A way to an analyser, wherever it runs. */
export interface AnalyserPort {
  readonly where: 'worker' | 'page';
  /** @param transfer What belongs to the analyser from now on. */
  post(request: AnalyserRequest, transfer: Transferable[]): void;
  /** Ends the analyser and frees what it holds. Nothing is heard of it afterwards. */
  close(): void;
}

export interface AnalyserListener {
  readonly onReply: (reply: AnalyserReply) => void;
  /** The analyser is gone and answers nothing any more. */
  readonly onCrash: (error: CaptureError) => void;
}

export type OpenPort = (listener: AnalyserListener) => AnalyserPort;
