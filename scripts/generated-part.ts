import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/**
 * Writes the part of a page that a command makes; what is written by hand around it stays.
 *
 * @param file Markdown with the marks `<!-- begin: command -->` and `<!-- end: command -->`
 * @param command as a person types it
 * @throws Error where the page has lost its marks
 */
export async function writeGeneratedPart(file: string, command: string, text: string): Promise<void> {
  const begin = `<!-- begin: ${command} -->`;
  const end = `<!-- end: ${command} -->`;
  const [head, rest] = (await readFile(file, 'utf8')).split(begin);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined)
    throw new Error(`${file} has lost its marks ${begin} and ${end}.`);
  const page = `${head}${begin}\n\n${text}\n\n${end}${tail}`;
  await writeFile(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
