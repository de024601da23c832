import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/*
 * Pages draw three kinds of chart. Compiling the rest of Evidence's components, of the chart library and of
 * its icons would take most of each build and several megabytes of each visit, so lists of what is used
 * stand in for the three packages.
 */
export default {
  kit: {
    alias: {
      '@evidence-dev/core-components': here('used/charts.js'),
      '@evidence-dev/core-components/*': here('node_modules/@evidence-dev/core-components/*'),
      echarts: here('used/echarts.js'),
      'echarts/*': here('node_modules/echarts/*'),
      '@steeze-ui/tabler-icons': here('used/icons.js'),
    },
  },
};
