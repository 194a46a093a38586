/**
 * The members of a page's canvas that code shared by page and worker mentions, for the compiler's worker
 * realm, whose library does not know them. In the page's realm this merges with the DOM's own declaration and
 * adds nothing.
 */
interface HTMLCanvasElement {
  width: number;
  height: number;
  toBlob(callback: BlobCallback, type?: string, quality?: number): void;
}

interface BlobCallback {
  (blob: Blob | null): void;
}
