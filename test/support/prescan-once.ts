// Scans one workbook in a process of its own, and prints how many records it has and the most memory that took, in MB.
import { prescan } from '../../pipelines/runtime/prescan.ts';
import { fileFormat } from '../../transforms/config/format.ts';

const [path = '', copy = ''] = process.argv.slice(2);
const file = { path, name: 'sheet.xlsx', format: fileFormat.parse({ type: 'xlsx' }) };
const { records } = await prescan(file, copy, new AbortController().signal);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ records, megabytes }));
