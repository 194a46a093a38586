/** What a person can do on the screens. */
export interface ViewActions {
  readonly start: () => void;
  readonly stop: () => void;
  readonly retake: () => void;
  readonly proceed: () => void;
  readonly cancel: () => void;
  readonly changeCard: () => void;
  readonly giveCard: (card: Blob) => void;
}
