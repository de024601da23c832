/** The queue of workflows and of all steps but site builds. */
export const computeQueue = 'resource-map';

/** The queue of site builds, which take so much memory that a host has room for one. */
export const siteQueue = 'resource-map-site';

/** A district has one refresh at a time: a second start of the same id is refused by the server. */
export function refreshWorkflowId(district: string): string {
  return `refresh/${district}`;
}
