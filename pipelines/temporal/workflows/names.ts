/** The queue of workflows and of all steps but site builds. */
export const computeQueue = 'resource-map';

/** The queue of site builds, which take so much memory that a host has room for one. */
export const siteQueue = 'resource-map-site';

/** A district has one refresh at a time: a second start of the same id is refused by the server. */
export function refreshWorkflowId(district: string): string {
  return `refresh/${district}`;
}

/** One approval at a time. */
export function approvalWorkflowId(district: string): string {
  return `approve/${district}`;
}

/** A backfill makes each fiscal year as a refresh of its own, which keeps no other one of the district from starting. */
export function yearWorkflowId(district: string, year: number): string {
  return `${refreshWorkflowId(district)}/${year}`;
}

/** Several refreshes of the same name are open once at a time. */
export function batchWorkflowId(kind: 'backfill' | 'batch', name: string): string {
  return `${kind}/${name}`;
}
