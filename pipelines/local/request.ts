import type { RunEvent } from '../runtime/run-log.ts';

/** What a person asks of a refresh, and how the run tells them where it is. */
export interface RefreshRequest {
  readonly districtFolder: string;
  readonly extractsFolder: string;
  /** The folder that holds a folder of outputs for each district. */
  readonly home: string;
  readonly set: Readonly<Record<string, string>>;
  /** Keys of assets to make; everything, and publishing, when it is not given. */
  readonly select: string | undefined;
  readonly label: string | null;
  readonly site: boolean;
  readonly threads: number;
  /** For the whole run, in DuckDB's own notation, such as `1GB`. */
  readonly memoryLimit: string | undefined;
  readonly signal: AbortSignal;
  readonly environment: NodeJS.ProcessEnv;
  /** Told every event of the run log, with the number of steps. */
  readonly follow: (event: RunEvent, steps: number) => void;
  /** Told what goes on inside a long step. */
  readonly say: (line: string) => void;
}
