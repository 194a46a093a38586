import { DIALECT_IDS } from '../src/types/capture.ts';

/** What is read of a custom elements manifest. */
export interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly description?: string;
      readonly attributes?: readonly {
        readonly name: string;
        readonly description?: string;
        readonly type?: { readonly text: string };
      }[];
    }[];
  }[];
}

interface Value {
  readonly name: string;
}

/** https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md */
export interface HtmlCustomData {
  readonly version: 1.1;
  readonly tags: readonly {
    readonly name: string;
    readonly description: string;
    readonly attributes: readonly {
      readonly name: string;
      readonly description: string;
      readonly valueSet?: 'v';
      readonly values?: readonly Value[];
    }[];
  }[];
}

/** The words that attributes with a closed set of them take. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  dialect: DIALECT_IDS,
  IdCardMode: ['ask', 'provided', 'none'],
  Delegate: ['cpu', 'gpu'],
  CardFormat: ['id-1', 'passport'],
  CardReview: ['camera', 'all', 'off'],
};

/** What Visual Studio Code offers while somebody writes the tags in HTML. */
export function vscodeData(manifest: Manifest): HtmlCustomData {
  const elements = manifest.modules.flatMap(({ declarations = [] }) =>
    declarations.filter(({ tagName }) => tagName !== undefined),
  );
  return {
    version: 1.1,
    tags: elements.map(({ tagName = '', description = '', attributes = [] }) => ({
      name: tagName,
      description,
      attributes: attributes.map(({ name, description: text = '', type }) => {
        const words = WORDS[name] ?? WORDS[type?.text ?? ''];
        if (words) return { name, description: text, values: words.map((word) => ({ name: word })) };
        // A boolean attribute has no value.
        return { name, description: text, ...(type?.text === 'boolean' ? { valueSet: 'v' as const } : {}) };
      }),
    })),
  };
}
