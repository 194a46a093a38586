import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface FileIntakeOptions {
  /** Whether a file is wanted now. */
  readonly isOpen: () => boolean;
  readonly onFile: (file: File) => void;
}

/** Files that are dropped on an element or pasted into its page. */
export class FileIntake implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FileIntakeOptions;
  #life = new AbortController();
  #isOver = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FileIntakeOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** A file is held over the element. */
  get isOver(): boolean {
    return this.#isOver;
  }

  hostConnected(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const host = this.#host;
    host.addEventListener('dragover', (event) => this.#over(event), { signal });
    host.addEventListener('dragleave', (event) => this.#left(event), { signal });
    host.addEventListener('drop', (event) => this.#dropped(event), { signal });
    document.addEventListener('paste', (event) => this.#pasted(event), { signal });
  }

  hostDisconnected(): void {
    this.#life.abort();
    this.#isOver = false;
  }

  #over(event: DragEvent): void {
    if (!this.#options.isOpen() || !event.dataTransfer?.types.includes('Files')) return;
    // Without it the browser would open the file in place of the page.
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#setOver(true);
  }

  #left({ relatedTarget }: DragEvent): void {
    if (relatedTarget instanceof Node && this.#host.contains(relatedTarget)) return;
    this.#setOver(false);
  }

  #dropped(event: DragEvent): void {
    this.#setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (!file || !this.#options.isOpen()) return;
    event.preventDefault();
    this.#options.onFile(file);
  }

  /** The page's fields keep what is pasted into them, and of two such elements the first takes it. */
  #pasted(event: ClipboardEvent): void {
    const isTaken = event.defaultPrevented || event.composedPath().some(isEditable);
    if (isTaken || !this.#options.isOpen() || this.#host.getClientRects().length === 0) return;
    const image = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!image) return;
    event.preventDefault();
    this.#options.onFile(image);
  }

  #setOver(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }
}

function isEditable(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'file';
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
