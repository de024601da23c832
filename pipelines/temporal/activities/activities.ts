import { approveEdition } from '../../operations/approve.ts';
import type {
  ApprovalReceipt,
  ApprovalTask,
  ArrivalFound,
  ArrivalStart,
  EndTask,
  PlannedRun,
  PlanPageTask,
  PlanTask,
  PublishReceipt,
  PublishTask,
  SkipTask,
  SlimStep,
  StepReceipt,
  StepTask,
} from '../payloads.ts';
import { attempt } from './attempt.ts';
import { endRun, noteSkipped, publish } from './end-run.ts';
import { lookForFiles } from './look-for-files.ts';
import { makeOneStep } from './make-one-step.ts';
import type { OpenRuns } from './open-runs.ts';
import { planRun } from './plan-run.ts';
import { pageOf } from './slim-plan.ts';

/** What workflows may ask of a worker; each may be asked again for the same thing, and then finds it done. */
export interface RefreshActivities {
  /** Finds and hashes the files, freezes the configuration, plans. */
  planRun(task: PlanTask): Promise<PlannedRun>;
  /** The steps of a plan that one answer has no room for. */
  readPlan(task: PlanPageTask): Promise<readonly SlimStep[]>;
  /** Makes one step, or finds it in the store. */
  makeStep(task: StepTask): Promise<StepReceipt>;
  /** Puts the edition together and moves the pointer, if the district lets it. */
  publish(task: PublishTask): Promise<PublishReceipt>;
  /** Writes the end of the run into its log. */
  endRun(task: EndTask): Promise<void>;
  /** Lets readers see an edition. */
  approve(task: ApprovalTask): Promise<ApprovalReceipt>;
  /** Writes into the run log that a scheduled refresh was not started, and why. */
  noteSkipped(task: SkipTask): Promise<void>;
  /** Looks whether a complete set of new files lies in the folder of extracts. */
  lookForFiles(task: ArrivalStart): Promise<ArrivalFound>;
}

/** The activities of one worker. */
export function refreshActivities(runs: OpenRuns): RefreshActivities {
  return {
    planRun: (task) => planRun(runs, task),
    readPlan: (task) =>
      attempt(runs, 'planning', async () => pageOf((await runs.order(task)).plan, task.from)),
    makeStep: (task) => makeOneStep(runs, task),
    publish: (task) => attempt(runs, 'publishing', () => publish(runs, task)),
    endRun: (task) => attempt(runs, 'the end of the run', () => endRun(runs, task)),
    approve: ({ district, ...approval }) =>
      attempt(runs, 'the approval', () =>
        approveEdition({ ...approval, home: runs.homeOf(district), now: new Date() }),
      ),
    noteSkipped: (task) => attempt(runs, 'the run log', () => noteSkipped(runs, task)),
    lookForFiles: (task) => attempt(runs, 'looking for new files', () => lookForFiles(runs, task)),
  };
}
