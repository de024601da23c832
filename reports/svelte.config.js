import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/*
 * Pages draw three kinds of chart. Compiling all of Evidence's components and the five thousand icons that they
 * choose from would take half of each build and several megabytes of each visit, so lists of what is used stand in
 * for both packages.
 */
export default {
  kit: {
    alias: {
      '@evidence-dev/core-components': here('used/charts.js'),
      '@evidence-dev/core-components/*': here('node_modules/@evidence-dev/core-components/*'),
      '@steeze-ui/tabler-icons': here('used/icons.js'),
    },
  },
};
