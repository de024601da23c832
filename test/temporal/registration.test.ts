import type { Client } from '@temporalio/client';
import { describe, expect, test } from 'vitest';
import {
  attributesAreRegistered,
  registerAttributes,
} from '../../pipelines/temporal/registration.ts';

const all = { ResourceMapDistrict: 2, ResourceMapTrigger: 2, ResourceMapFiscalYear: 7 };

const refusal = (code: number): Error =>
  Object.assign(new Error('refused'), { code, details: 'refused', metadata: {} });

/** A server that lets no one ask as an operator, for this reason, and has these attributes all the same. */
function serverWith(code: number, keys: Readonly<Record<string, number>>): Client {
  const refuse = () => Promise.reject(refusal(code));
  return {
    options: { namespace: 'maps.a1b2c' },
    connection: {
      operatorService: { listSearchAttributes: refuse, addSearchAttributes: refuse },
    },
    workflowService: { getSearchAttributes: () => Promise.resolve({ keys }) },
  } as unknown as Client;
}

describe('search attributes, where one may not ask as an operator', () => {
  test.each([
    ['is forbidden', 7],
    ['does not exist', 12],
    ['needs another key', 16],
  ])('because it %s, are used when the server has them', async (_, code) => {
    const server = serverWith(code, { ...all, Another: 1 });
    expect(await attributesAreRegistered(server)).toBe(true);
    expect(await registerAttributes(server)).toEqual([]);
  });

  test('are not used when it lacks one, and a person is told both ways to register them', async () => {
    const server = serverWith(7, { ResourceMapDistrict: 2 });
    expect(await attributesAreRegistered(server)).toBe(false);
    expect((await registerAttributes(server)).slice(1)).toEqual([
      '  temporal operator search-attribute create --namespace maps.a1b2c --name ResourceMapDistrict --type Keyword --name ResourceMapTrigger --type Keyword --name ResourceMapFiscalYear --type KeywordList',
      "On Temporal Cloud, on the namespace's page or by:",
      '  tcld namespace search-attributes add --namespace maps.a1b2c --search-attribute "ResourceMapDistrict=Keyword" --search-attribute "ResourceMapTrigger=Keyword" --search-attribute "ResourceMapFiscalYear=KeywordList"',
    ]);
  });

  test('of another type are not used, and the person is told which', async () => {
    const server = serverWith(7, { ...all, ResourceMapTrigger: 1 });
    expect(await attributesAreRegistered(server)).toBe(false);
    expect((await registerAttributes(server))[0]).toContain('ResourceMapTrigger is of another');
  });

  test('are not used where the server is away', async () => {
    expect(await attributesAreRegistered(serverWith(14, all))).toBe(false);
  });
});
