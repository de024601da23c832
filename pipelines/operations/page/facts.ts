import type { CheckModel } from '../../../sql/catalog.ts';
import type { Asked } from '../asked.ts';
import type { Lineage } from '../lineage/lineage.ts';
import type { Status } from '../status.ts';

/** All that stands on the operations page. */
export interface PageFacts {
  readonly status: Status;
  readonly invented: boolean;
  readonly checks: readonly CheckModel[];
  readonly lineage: Lineage;
  /** How the person who serves the page named the district. */
  readonly asked: Asked;
  readonly now: Date;
}
