/** Every WebGL context that was made since, to be taken away as a browser does when the GPU is reset. */
export interface WebglContexts {
  /** Called with the number of each context that is made, from 1. */
  onMade: (count: number) => void;
  loseAll(): void;
  /** Gives the prototype its own method back. */
  restore(): void;
}

/** What both kinds of canvas have, one of which no worker knows. */
interface CanvasPrototype {
  getContext(...words: never[]): unknown;
}

/** @param prototype of the kind of canvas that is watched */
export function watchWebglContexts(prototype: CanvasPrototype): WebglContexts {
  const original = prototype.getContext;
  const made: WebGL2RenderingContext[] = [];
  const contexts: WebglContexts = {
    onMade: () => undefined,
    loseAll() {
      for (const context of made) context.getExtension('WEBGL_lose_context')?.loseContext();
    },
    restore: () => (prototype.getContext = original),
  };
  prototype.getContext = new Proxy(original, {
    apply(target, canvas, words) {
      const context: unknown = Reflect.apply(target, canvas, words);
      if (context instanceof WebGL2RenderingContext) contexts.onMade(made.push(context));
      return context;
    },
  });
  return contexts;
}
