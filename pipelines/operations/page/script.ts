/** What is nicer with JavaScript and works without: the search in a table, and what a box of the picture is tied to. */
export const SCRIPT = `
for (const input of document.querySelectorAll('[data-filters]')) {
  const rows = [...document.getElementById(input.dataset.filters).tBodies[0].rows];
  const count = document.querySelector('[data-count="' + input.dataset.filters + '"]');
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i].includes(word));
      if (!row.hidden) shown += 1;
    });
    count.textContent = words.length === 0 ? '' : shown + ' of ' + rows.length;
  };
  input.addEventListener('input', filter);
  input.closest('[hidden]').hidden = false;
}
const picture = document.querySelector('.lineage');
if (picture) {
  const words = document.getElementById('lineage-words');
  const boxes = [...picture.querySelectorAll('[data-box]')];
  const lines = [...picture.querySelectorAll('[data-line]')];
  const numbers = (text) => text.split(' ').filter(Boolean);
  const clear = () => {
    picture.classList.remove('pointed');
    for (const part of [...boxes, ...lines]) part.classList.remove('on', 'at');
  };
  const point = (box) => {
    clear();
    const needs = new Set([box.dataset.box, ...numbers(box.dataset.needs)]);
    const needed = new Set([box.dataset.box, ...numbers(box.dataset.needed)]);
    picture.classList.add('pointed');
    box.classList.add('at');
    for (const other of boxes) {
      other.classList.toggle('on', needs.has(other.dataset.box) || needed.has(other.dataset.box));
    }
    for (const line of lines) {
      const [from, to] = numbers(line.dataset.line);
      const both = (set) => set.has(from) && set.has(to);
      const quiet = line.classList.contains('quiet') && from !== box.dataset.box && to !== box.dataset.box;
      line.classList.toggle('on', !quiet && (both(needs) || both(needed)));
    }
    words.textContent = box.getAttribute('aria-label') + ' Needs ' + (needs.size - 1) +
      ', is needed by ' + (needed.size - 1) + '.';
  };
  for (const box of boxes) {
    box.addEventListener('mouseenter', () => point(box));
    box.addEventListener('focus', () => point(box));
    box.addEventListener('mouseleave', clear);
    box.addEventListener('blur', clear);
  }
}
`;
