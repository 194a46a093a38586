import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Installed } from './workspace.ts';

/** A server of an example's own tool. */
export interface ToolServer {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts a tool that serves the example, and waits for the address that it prints.
 *
 * @param script the tool's script under `node_modules/`, so that no shell stands between it and its end
 */
export async function startTool(
  { folder, env }: Installed,
  script: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<ToolServer> {
  const child = spawn(process.execPath, [`node_modules/${script}`, ...words], {
    cwd: folder,
    env: { ...env, ...settings, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  child.stderr.on('data', (text: Buffer) => printed.push(text.toString()));
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'exit');
  };
  for await (const line of createInterface(child.stdout)) {
    printed.push(line);
    const origin = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (origin) {
      child.stdout.resume();
      return { origin, close };
    }
  }
  throw new Error(`${script} ${words.join(' ')} ended without an address.\n${printed.join('\n')}`);
}
