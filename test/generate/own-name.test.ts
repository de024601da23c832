import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { giveOwnName } from '../../pipelines/generate/own-name.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';

it.each([
  ['small', 'small'],
  ['Many Lines', 'many-lines'],
  ['2025', 'district-2025'],
])(
  'an invented district in the folder %s is published as %s, and never in place of the sample',
  (folderName, id) => {
    const folder = join(scratchFolder('own-name'), folderName);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'district.yaml');
    cpSync(join(districtFolder('riverbend'), 'district.yaml'), file);
    giveOwnName(folder);
    const { district } = loadDistrict(readFileSync(file, 'utf8'), 'district.yaml');
    expect(district).toMatchObject({ id, name: `Invented district ${id}`, state: 'OH' });
  },
);
