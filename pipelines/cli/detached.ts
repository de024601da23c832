import { Problem } from '../../transforms/problem.ts';

/** What was started on a Temporal server, as an operator finds it there. */
export interface Started {
  readonly workflowId: string;
  readonly runId: string;
}

/** What `--detach` prints. */
export function startedLine({ workflowId, runId }: Started): string {
  return `Started: ${workflowId}, run ${runId}.`;
}

/** The same for a program. */
export function startedJson({ workflowId, runId }: Started): object {
  return { format: 1, state: 'started', workflow: workflowId, run: runId };
}

/** Options that would change nothing are refused: whoever types them expects that they do. */
export function refuseIgnored(options: {
  readonly all?: string;
  readonly window?: number;
  readonly temporal: boolean;
  readonly detach: boolean;
}): void {
  const { all, window, temporal, detach } = options;
  if (detach && !temporal) throw ignored('--detach', '--temporal');
  if (window !== undefined && all === undefined) throw ignored('--window', '--all');
}

function ignored(option: string, without: string): Problem {
  return new Problem({
    code: 'option_without_another',
    what: `${option} means nothing without ${without}.`,
    fix: `Add ${without}, or leave ${option} out.`,
    exit: 2,
  });
}
