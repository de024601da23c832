import { type Client, isGrpcServiceError } from '@temporalio/client';
import { Problem } from '../../transforms/problem.ts';
import {
  districtAttribute,
  fiscalYearAttribute,
  triggerAttribute,
} from './workflows/search-attributes.ts';

/** Temporal's own numbers of the types of search attributes. */
const types = { KEYWORD: 2, KEYWORD_LIST: 7 } as const;

const attributes = [
  { name: districtAttribute.name, type: types.KEYWORD, cliType: 'Keyword' },
  { name: triggerAttribute.name, type: types.KEYWORD, cliType: 'Keyword' },
  { name: fiscalYearAttribute.name, type: types.KEYWORD_LIST, cliType: 'KeywordList' },
] as const;

/** Whether workflows can be found by district, fiscal year and trigger in this namespace. A refresh works without. */
export async function attributesAreRegistered(client: Client): Promise<boolean> {
  try {
    return (await missing(client)).length === 0;
  } catch {
    // A namespace in which one may not ask works without.
    return false;
  }
}

/** Registers what is missing, or says how someone with more rights does it. Returns lines for a person. */
export async function registerAttributes(client: Client): Promise<readonly string[]> {
  const { namespace } = client.options;
  try {
    const wanted = await missing(client);
    if (wanted.length === 0) return [];
    await client.connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(wanted.map(({ name, type }) => [name, type])),
    });
    return [`Registered search attributes: ${wanted.map(({ name }) => name).join(', ')}.`];
  } catch (error) {
    const why = error instanceof Problem ? [error.message] : [];
    return [...why, ...howToRegister(namespace)];
  }
}

/** Temporal Cloud lets no one register through the server itself. */
function howToRegister(namespace: string): readonly string[] {
  const own = attributes.map(({ name, cliType }) => `--name ${name} --type ${cliType}`);
  const cloud = attributes.map(({ name, cliType }) => `--search-attribute "${name}=${cliType}"`);
  return [
    'Refreshes cannot be searched by district here: the search attributes are not registered. To register them on a server of your own:',
    `  temporal operator search-attribute create --namespace ${namespace} ${own.join(' ')}`,
    "On Temporal Cloud, on the namespace's page or by:",
    `  tcld namespace search-attributes add --namespace ${namespace} ${cloud.join(' ')}`,
  ];
}

async function missing(client: Client): Promise<readonly (typeof attributes)[number][]> {
  const there = await known(client);
  const wrong = attributes.find(({ name, type }) => name in there && there[name] !== type);
  if (wrong) {
    throw new Problem({
      code: 'search_attribute_type',
      what: `The search attribute ${wrong.name} is of another type here.`,
      fix: `It must be ${wrong.cliType}.`,
    });
  }
  return attributes.filter(({ name }) => !(name in there));
}

/** The types of search attributes by name. Where operators alone may list them, the older list is asked that all may read. */
async function known(client: Client): Promise<Readonly<Record<string, number>>> {
  const { namespace } = client.options;
  try {
    const listed = await client.connection.operatorService.listSearchAttributes({ namespace });
    return listed.customAttributes ?? {};
  } catch (error) {
    if (!isGrpcServiceError(error) || !refusals.has(error.code)) throw error;
    return (await client.workflowService.getSearchAttributes({})).keys ?? {};
  }
}

/** gRPC's own numbers for what one may not do, what a server does not have, and who is not known. */
const refusals: ReadonlySet<number> = new Set([7, 12, 16]);
