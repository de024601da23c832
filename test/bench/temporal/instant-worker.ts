import { Worker } from '@temporalio/worker';
import { tmpdir } from 'node:os';
import { drawUpOrder } from '../../../pipelines/refresh/order.ts';
import { readProgram } from '../../../pipelines/refresh/program.ts';
import { readDistrict } from '../../../pipelines/refresh/read-district.ts';
import type { RefreshRequest } from '../../../pipelines/refresh/request.ts';
import type { RefreshActivities } from '../../../pipelines/temporal/activities/activities.ts';
import { pageOf } from '../../../pipelines/temporal/activities/slim-plan.ts';
import { workflowBundle } from '../../../pipelines/temporal/bundle.ts';
import { connectWorker } from '../../../pipelines/temporal/connection.ts';
import { computeQueue } from '../../../pipelines/temporal/workflows/names.ts';

// The product's own workflow with the plan of a real district, and activities that have nothing to do: what is left
// is what Temporal takes for itself. Arguments: the request as JSON, and how many activities go on at once.
const request = JSON.parse(process.argv[2] ?? '') as RefreshRequest;
const slots = Number(process.argv[3]);
const district = await readDistrict(request.districtFolder);
const runId = '20260101T000000Z-00000000';
const place = { environment: process.env, home: tmpdir(), runId, now: new Date() };
const order = await drawUpOrder(request, district, await readProgram(), place);
const { plan, fiscalYears, program } = order;
const { id } = district.district;

const activities: Pick<
  RefreshActivities,
  'planRun' | 'readPlan' | 'makeStep' | 'publish' | 'endRun'
> = {
  planRun: async () => ({
    format: 1,
    district: id,
    runId,
    order: '0'.repeat(32),
    seen: null,
    fiscalYears,
    program,
    steps: pageOf(plan, 0),
    count: plan.steps.length,
  }),
  readPlan: async ({ from }) => pageOf(plan, from),
  makeStep: async () => ({ end: 'made', key: '0'.repeat(64), failure: null }),
  publish: async () => ({
    end: 'made',
    edition: '0'.repeat(12),
    outcome: 'published',
    siteBuilt: false,
  }),
  endRun: async () => {},
};

const { connection, namespace } = await connectWorker();
const worker = await Worker.create({
  connection,
  namespace,
  activities,
  taskQueue: computeQueue,
  workflowBundle: { codePath: await workflowBundle() },
  maxConcurrentActivityTaskExecutions: slots,
});
process.stdout.write('Working\n');
await worker.run();
