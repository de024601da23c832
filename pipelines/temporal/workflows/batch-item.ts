import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ApplicationFailure,
  ChildWorkflowCancellationType,
  ChildWorkflowFailure,
  executeChild,
  isCancellation,
  ParentClosePolicy,
} from '@temporalio/workflow';
import { itemResult, type ItemResult, stoppedItem } from '../../graph/batch.ts';
import type { BatchItem, noFilesCode } from '../../refresh/batch.ts';
import type { RefreshRequest } from '../../refresh/request.ts';
import type { BatchInput, RefreshReport } from '../payloads.ts';
import { refreshWorkflowId, yearWorkflowId } from './names.ts';
import type { refresh } from './refresh.ts';
import { startAttributes } from './search-attributes.ts';

/** What a worker says of a folder of extracts that is not there. */
const noFilesType: typeof noFilesCode = 'extracts_missing';

/** Runs the refresh of one item as a child. Never throws: what went wrong is its result. */
export async function makeItem(
  { request, searchable }: Pick<BatchInput, 'request' | 'searchable'>,
  item: BatchItem,
  place: number,
): Promise<ItemResult> {
  const { district, year } = item;
  const asked: RefreshRequest = { ...request, ...item.asks };
  const attributes = searchable ? startAttributes(district, asked.trigger) : [];
  try {
    const report = await executeChild<typeof refresh>('refresh', {
      workflowId: year === null ? refreshWorkflowId(district) : yearWorkflowId(district, year),
      args: [asked],
      memo: { trigger: asked.trigger },
      staticSummary: `Refresh of ${item.name}`,
      // A batch that is ended from outside leaves no child behind that nobody asked for, and none that is cut off.
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
      ...(attributes.length === 0 ? {} : { typedSearchAttributes: attributes }),
    });
    return itemResult(place, report);
  } catch (error) {
    return resultOfError(place, error);
  }
}

function resultOfError(place: number, error: unknown): ItemResult {
  if (isCancellation(error)) return stoppedItem(place);
  if (error instanceof WorkflowExecutionAlreadyStartedError) {
    return { place, end: 'skipped', why: `${error.workflowId} is going on already` };
  }
  const cause = error instanceof ChildWorkflowFailure ? error.cause : error;
  const why = cause instanceof Error ? cause.message : 'It did not come to its end.';
  if (!(cause instanceof ApplicationFailure)) return { place, end: 'failed', why };
  const [report] = cause.details ?? [];
  if (cause.type === 'RefreshFailed') return itemResult(place, report as RefreshReport);
  return { place, end: cause.type === noFilesType ? 'no_files' : 'failed', why };
}
