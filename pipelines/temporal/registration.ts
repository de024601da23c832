import type { Client } from '@temporalio/client';
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
  try {
    const wanted = await missing(client);
    if (wanted.length === 0) return [];
    await client.connection.operatorService.addSearchAttributes({
      namespace: client.options.namespace,
      searchAttributes: Object.fromEntries(wanted.map(({ name, type }) => [name, type])),
    });
    return [`Registered search attributes: ${wanted.map(({ name }) => name).join(', ')}.`];
  } catch {
    const command = attributes.map(({ name, cliType }) => `--name ${name} --type ${cliType}`);
    return [
      'Refreshes cannot be searched by district here: the search attributes are not registered. To register them:',
      `  temporal operator search-attribute create ${command.join(' ')}`,
    ];
  }
}

async function missing(client: Client): Promise<readonly (typeof attributes)[number][]> {
  const { namespace } = client.options;
  const known = await client.connection.operatorService.listSearchAttributes({ namespace });
  const there = known.customAttributes ?? {};
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
