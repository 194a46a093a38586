/** What a person can do on the screens. */
export interface ViewActions {
  readonly start: () => void;
  readonly stop: () => void;
  readonly retake: () => void;
  readonly proceed: () => void;
  readonly cancel: () => void;
  readonly shutter: () => void;
  readonly changeCard: () => void;
  readonly giveCard: (card: Blob) => void;
  readonly chooseCamera: (deviceId: string) => void;
  readonly upload: (file: Blob) => void;
  /** Turns the light of the screen on and off. */
  readonly light: () => void;
}
