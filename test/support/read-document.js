// Runs in a page of the report site and gives what a reader finds there; see SitePage in site-reader.ts.
(() => {
  const named = (root, attribute) =>
    [...root.querySelectorAll(`data[${attribute}]`)].map((element) => [
      element.getAttribute(attribute),
      Number(element.getAttribute('value')),
    ]);
  const here = (link) => (link.origin === location.origin ? link.pathname : link.href);
  const row = (element) => ({
    kind: element.classList[0] ?? '',
    name: element.cells[0].textContent.trim(),
    values: Object.fromEntries(named(element, 'data-column')),
  });
  const table = (element) => ({
    caption: element.caption.innerText,
    rows: [...element.tBodies].flatMap((body) => [...body.rows].map(row)),
  });
  const finding = (section) =>
    named(section, 'data-figure').map(([figure, value]) => [
      `${section.getAttribute('data-finding')}/${figure}`,
      value,
    ]);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const charts = all('.chart-figure');
  return {
    title: document.title,
    heading: document.querySelector('h1').innerText,
    text: document.body.innerText,
    links: all('a[href]').map((link) => here(new URL(link.href))),
    figures: Object.fromEntries(all('.key-figures').flatMap((list) => named(list, 'data-column'))),
    findings: Object.fromEntries(all('[data-finding]').flatMap(finding)),
    tables: all('table')
      .filter((element) => element.caption)
      .map(table),
    charts: charts.length,
    drawn: charts.filter((chart) => chart.querySelector('svg path')).length,
  };
})();
