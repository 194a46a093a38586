import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A screen that nobody sees, for browsers that need one. */
export interface Display {
  /** `:7`, for the variable `DISPLAY`. */
  readonly name: string;
  readonly close: () => Promise<void>;
}

/** The descriptor on which Xvfb tells the number that it chose. */
const NUMBER_FD = 3;

/**
 * Starts Xvfb on a free display.
 *
 * @throws Error where it does not start
 */
export async function startDisplay(): Promise<Display> {
  const words = ['-displayfd', String(NUMBER_FD), '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = once(server, 'exit');
  const told = once(server.stdio[NUMBER_FD] as Readable, 'data').then(([number]) => String(number).trim());
  const number = await Promise.race([told, ended.then(() => null)]);
  if (number === null) throw new Error('Xvfb ended before it told its display.');
  return {
    name: `:${number}`,
    close: async () => {
      server.kill();
      await ended;
    },
  };
}
