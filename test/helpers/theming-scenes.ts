import type { SceneName } from './screen-scenes.js';

/** Magenta stands for what a picture of docs/theming.md is about. */
export const LOUD = '#d6006c';

/** The state that shows each part. */
export const PART_SCENES: Readonly<Record<string, SceneName>> = {
  frame: 'seeking-closer',
  video: 'seeking-closer',
  overlay: 'holding',
  ring: 'holding',
  hint: 'seeking-closer',
  line: 'seeking-closer',
  sentence: 'seeking-closer',
  screen: 'start',
  photo: 'review',
  button: 'review',
  loading: 'loading',
  arrow: 'seeking-left',
  stall: 'stalled',
  select: 'cameras',
  steps: 'blocked-denied',
  debug: 'debug',
};
/** The state that shows what each slot replaces. */
export const SLOT_SCENES: Readonly<Record<string, SceneName>> = {
  start: 'start',
  preparing: 'loading',
  hint: 'seeking-closer',
  stall: 'stalled',
  review: 'review',
  'id-card': 'id-card',
  submitting: 'sending',
  done: 'done-passed',
  blocked: 'blocked-denied',
  failed: 'failed-network',
  error: 'failed-network',
};
/** A striking value of each custom property, and the state that shows it. */
export const PROPERTY_SCENES: Readonly<Record<string, readonly [value: string, scene: SceneName]>> = {
  '--okay-accent': [LOUD, 'review'],
  '--okay-on-accent': [LOUD, 'review'],
  '--okay-text': [LOUD, 'start'],
  '--okay-muted': [LOUD, 'start'],
  '--okay-surface': ['#ffd6ea', 'start'],
  '--okay-ring': [LOUD, 'taken'],
  '--okay-shade': ['rgb(214 0 108 / 60%)', 'seeking-closer'],
  '--okay-radius': ['0', 'seeking-closer'],
  '--okay-width': ['16rem', 'start'],
  '--okay-font': ['italic 400 1.1rem/1.5 serif', 'start'],
};
