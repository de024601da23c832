import type { Client } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Child } from './children.ts';
import { expectNoPerson } from './expect-no-person.ts';
import type { TestServer } from './server.ts';
import type { Setting } from './worker.ts';

/** A stage for one story: a home of its own and a namespace of its own, so that several can go on side by side. */
export interface Scene extends Setting {
  readonly client: Client;
  readonly namespace: string;
  /** An empty folder for whatever else the story needs. */
  readonly scratch: string;
}

/**
 * Plays a story in a scene of its own, and ends whatever it has started however it goes. In the end the server must
 * have kept nothing of a person.
 */
export async function inScene<T>(
  server: TestServer,
  play: (scene: Scene) => Promise<T>,
  /** Another way to the server than straight to it. */
  address: string = server.address,
): Promise<T> {
  const children: Child[] = [];
  const root = mkdtempSync(join(tmpdir(), 'resource-map-scene-'));
  const namespace = `scene-${randomUUID()}`;
  const environment = {
    ...server.environment,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
  };
  const client = await server.addNamespace(namespace);
  try {
    const outcome = await play({
      client,
      namespace,
      home: join(root, 'home'),
      scratch: root,
      environment,
      keep: (child) => children.push(child),
    });
    await expectNoPerson(client);
    return outcome;
  } finally {
    for (const child of children) await child.kill();
    rmSync(root, { recursive: true, force: true });
  }
}
