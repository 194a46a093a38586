/** The address under which a photo is on screen. It keeps the photo in memory, and so lasts no longer than the screen. */
export class PhotoUrl {
  #photo: Blob | null = null;
  #url: string | null = null;

  get url(): string | null {
    return this.#url;
  }

  /** @param photo null where none is on screen */
  show(photo: Blob | null): void {
    if (photo === this.#photo) return;
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#photo = photo;
    this.#url = photo && URL.createObjectURL(photo);
  }
}
