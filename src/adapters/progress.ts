type OnProgress = (loaded: number, total: number) => void;

/**
 * Adds up the progress of files that are fetched at the same time.
 *
 * @param report Bytes of all files so far and in all; 0 in all until the length of every file is known.
 * @returns Makes the listener for one file. All are made before the first byte arrives.
 */
export function combineProgress(report: OnProgress = () => undefined): () => OnProgress {
  const files: { loaded: number; total: number }[] = [];
  return () => {
    const file = { loaded: 0, total: 0 };
    files.push(file);
    return (loaded, total) => {
      Object.assign(file, { loaded, total });
      const isKnown = files.every((each) => each.total > 0);
      const sum = (key: 'loaded' | 'total') => files.reduce((all, each) => all + each[key], 0);
      report(sum('loaded'), isKnown ? sum('total') : 0);
    };
  };
}

/** More reports than these tell nobody more, and each is a message, an event and a look at the page. */
const REPORT_MS = 50;

/** Passes on the first report, those that come some time after the one before, and the last one. */
export function pacedProgress(report: OnProgress, now: () => number = () => performance.now()): OnProgress {
  let reportedMs = -Infinity;
  return (loaded, total) => {
    const isDone = total > 0 && loaded >= total;
    if (!isDone && now() - reportedMs < REPORT_MS) return;
    reportedMs = now();
    report(loaded, total);
  };
}
