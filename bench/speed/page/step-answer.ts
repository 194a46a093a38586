/** Durations of the steps of one frame by their names, milliseconds. */
export type Durations = Readonly<Record<string, number>>;

/** What the worker with the clock says of a frame. */
export type StepAnswer = { readonly durations: Durations } | { readonly failure: string };
