import { Client, Connection } from '@temporalio/client';
import { firingTimes } from '/work/main/transforms/schedules/firing-times.ts';
const port = process.argv[2];
const c = new Client({ connection: await Connection.connect({ address: `127.0.0.1:${port}` }) });
const zones = ['America/New_York','America/Chicago','America/Denver','America/Los_Angeles','America/Anchorage','America/Phoenix','Pacific/Honolulu','America/Puerto_Rico','America/St_Johns','Pacific/Guam','Australia/Sydney','Australia/Lord_Howe','Europe/Berlin'];
const crons = ['30 2 * * *','30 1 * * *','30 4 6 * *','30 1 14 3 *','15 2 * * mon-fri','*/15 * * * *','0 * * * *','45 23 * * *', '0 0 * * *','0 */2 * * *'];
let n=0,bad=0; const t=Date.now();
for (const zone of zones) for (const change of ['2027-03-14','2027-11-07','2027-04-04','2027-10-03','2027-03-28','2027-10-31']) {
  await Promise.all(crons.map(async cron => {
  const start = new Date(`${change}T00:00:00Z`); start.setUTCHours(-6);
  const h = await c.schedule.create({scheduleId:`x${n++}`, spec:{cronExpressions:[cron], timezone: zone, startAt: start, jitter:0}, action:{type:'startWorkflow',workflowType:'x',taskQueue:'x'}, policies:{overlap:'SKIP',catchupWindow:60000}});
  const d = await h.describe();
  const ours = firingTimes({cron,calendar:undefined} as any, zone, new Date(start.getTime()-1000), d.info.nextActionTimes.length).map(x=>x.toISOString());
  const theirs = d.info.nextActionTimes.map(x=>x.toISOString());
  if (JSON.stringify(ours)!==JSON.stringify(theirs) || theirs.length!==10) {bad++; console.log(zone,change,cron,theirs.length,'\n ',theirs.join(' '),'\n ',ours.join(' '));}
  await h.delete();
  }));
}
console.log(n,bad,Date.now()-t);
process.exit(0);
