/** A model file that is truncated, foreign or not of the expected version. Its message names the file. */
export class ModelFormatError extends Error {
  override readonly name = 'ModelFormatError';
  readonly file: string;

  /** @param problem What is wrong with the file, as the rest of the sentence after its name. */
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file}: ${problem}`, options);
    this.file = file;
  }
}
