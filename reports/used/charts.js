/* What pages draw of Evidence. A further chart is exported here and named in evidence.config.yaml. */
export { default as BarChart } from '../node_modules/@evidence-dev/core-components/dist/unsorted/viz/bar/BarChart.svelte';
export { default as LineChart } from '../node_modules/@evidence-dev/core-components/dist/unsorted/viz/line/LineChart.svelte';
export { default as ScatterPlot } from '../node_modules/@evidence-dev/core-components/dist/unsorted/viz/scatter/ScatterPlot.svelte';
