import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/** Puts generated Markdown between the two marks of a page, in the project's style. */
export async function writeMarkedSection(file: string, command: string, text: string): Promise<void> {
  const [begin, end] = [`<!-- begin: ${command} -->`, `<!-- end: ${command} -->`];
  const page = await readFile(file, 'utf8');
  const [head, rest] = page.split(begin);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined)
    throw new Error(`${file} has lost its marks ${begin} and ${end}.`);
  const style = await resolveConfig(file);
  await writeFile(
    file,
    await format(`${head}${begin}\n\n${text}\n\n${end}${tail}`, { ...style, parser: 'markdown' }),
  );
}
