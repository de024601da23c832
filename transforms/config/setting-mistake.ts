import type { Path } from './yaml-lines.ts';

/** A setting of district.yaml that cannot be, by itself or beside the others. */
export interface SettingMistake {
  readonly path: Path;
  readonly what: string;
}
