import { startEmulator } from '../../demo/emulator/server.ts';

/** The emulator in a process of its own: prints its address and runs until its input ends. */
const { url, close } = await startEmulator({ port: 0 });
console.log(url);
process.stdin.resume();
process.stdin.once('end', () => void close());
