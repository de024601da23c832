import type { Contract } from '../contract/contract.ts';

/** A list that people keep by hand: the district's own in `coding/`, else the one that every district shares. */
export interface ReferenceTable {
  readonly contract: Contract;
  /** File name under `<district>/coding/`, where a district may have its own; it replaces the shared one. */
  readonly districtFile?: string;
  /** File name under `data/standards/`, where there is one for every district. */
  readonly standardFile?: string;
}
