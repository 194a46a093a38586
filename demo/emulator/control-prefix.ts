/** Where the emulator itself is steered; no vendor path begins like this. */
export const CONTROL_PREFIX = '/__emulator/';
