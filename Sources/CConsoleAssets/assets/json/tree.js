/**
 * A JSON value as a tree that folds, is searched, and tells the path of what is pointed at.
 *
 * The text is shown as it was recorded: key order and the digits of numbers are kept. Only rows that are open are built, in portions.
 */
import { h, copy, copyButton } from '../dom.js';
import { t } from '../text.js';
import { readJSON, pathText, prettyJSON } from './text.js';
import { bytes } from '../format.js';
import { download } from '../graph/graph-export.js';

/** Values up to this size are shown at once; larger ones when asked for. */
const SHOWN_CHARACTERS_MAX = 200_000;
/** Rows that are built at a time, and the number of rows above which containers start folded. */
const PORTION = 500, UNFOLDED_ROWS_MAX = 200;

let trees = 0;

/**
 * A value with its heading, Copy and search.
 *
 * @param title the heading, or nothing
 * @param value JSON text, `{ref, size}` for one that is fetched on demand, or undefined
 * @param options `load(ref)` fetches; `empty` is said when there is no value; `note` stands beside the heading; `name` is the file a download makes; without `hasCopy` whoever shows it has a button of their own that copies the text as it is
 */
export function valueBlock(title, value, { load, empty = t('json.nothing'), note, name = 'value.json', hasCopy = true } = {}) {
  const tools = h('span', { class: 'jtools' });
  const head = title ? h('h3', {}, h('span', {}, title, note ? h('span', { class: 'no' }, ` ${note}`) : null), tools) : tools;
  const body = h('div', { class: 'jbody' }), block = h('div', { class: 'jblock' }, head, body);
  const show = text => {
    body.replaceChildren();
    tools.replaceChildren();
    if (text === undefined || text === null) {
      body.append(h('p', { class: 'sub' }, empty));
      return;
    }
    if (text.length > SHOWN_CHARACTERS_MAX) body.append(...cutValue(text, title, name, () => body.replaceChildren(treeOf(text, title))));
    else body.append(treeOf(text, title));
    if (hasCopy) tools.append(copyButton(() => prettyJSON(text), title ? t('json.copyWhat', { what: title }) : undefined));
  };
  const isElsewhere = value !== null && typeof value === 'object' && 'ref' in value;
  block.source = [title, note, name, hasCopy, isElsewhere ? value.ref : value ?? empty];
  if (isElsewhere) {
    body.append(h('p', { class: 'sub' }, t('json.loading', { size: bytes(value.size ?? 0) })));
    Promise.resolve(load?.(value.ref)).then(show, error => body.replaceChildren(h('p', { class: 'sub', role: 'alert' }, error.message)));
  } else show(value);
  return block;
}

/** The beginning of a large value, as a tree like any other, and how to get at all of it. */
function cutValue(text, title, name, showAll) {
  const size = bytes(new TextEncoder().encode(text).length);
  return [treeOf(text, title, SHOWN_CHARACTERS_MAX), h('p', { class: 'row cut' }, h('span', { class: 'sub' }, t('json.beginning', { size: bytes(SHOWN_CHARACTERS_MAX) })),
    h('button', { type: 'button', class: 'btn sm', onclick: showAll }, t('json.showAll', { size })),
    h('button', { type: 'button', class: 'btn sm', onclick: () => download(name, text, 'application/json') }, t('json.download')))];
}

function treeOf(text, title, end = text.length) {
  let root;
  try { root = readJSON(text); } catch { return h('pre', { class: 'code', tabindex: '0', role: 'region', 'aria-label': title ?? t('json.value') }, text.slice(0, end)); }
  return new JSONTree(text, root, title ?? t('json.value'), end).element;
}

class JSONTree {
  /** @param end where in the text it ends: what begins behind that is neither shown nor found */
  constructor(text, root, label, end) {
    Object.assign(this, { text, root, end, folded: new Set(), limit: PORTION, cursor: 0, matches: [], found: -1, number: trees++ });
    this.rows = h('div', { class: 'code jt', role: 'tree', 'aria-label': label });
    this.path = h('button', { type: 'button', class: 'jpath', title: t('json.copyPath'), onclick: event => copy(event.currentTarget.dataset.path ?? '$') }, '$');
    this.search = h('input', { type: 'search', class: 'jsearch', placeholder: t('json.find'), 'aria-label': t('json.findIn', { what: label }), oninput: () => this.find(), onkeydown: event => this.searchKey(event) });
    this.count = h('span', { class: 'sub', role: 'status' });
    this.element = h('div', { class: 'jtree' }, this.rows);
    this.foldDeep();
    this.build();
    const isLarge = this.lines.length > 12 || this.folded.size > 0;
    this.element.append(h('div', { class: isLarge ? 'jfoot' : 'jfoot small' }, this.path, h('span', { class: 'grow' }), isLarge ? [this.count, this.search] : null));
    this.rows.addEventListener('click', event => this.click(event));
    this.rows.addEventListener('keydown', event => this.key(event));
    const point = event => { const row = event.target.closest('.jl'); if (row) this.point(Number(row.dataset.i)); };
    this.rows.addEventListener('pointerover', point);
    this.rows.addEventListener('focusin', point);
  }

  /** Large values start with what lies deeper than the first level folded. */
  foldDeep() {
    let count = 0;
    const size = node => { count++; if (count <= UNFOLDED_ROWS_MAX) for (const child of childrenOf(node)) size(child.value); };
    size(this.root);
    if (count <= UNFOLDED_ROWS_MAX) return;
    for (const child of childrenOf(this.root)) if (childrenOf(child.value).length) this.folded.add(child.value);
  }

  /** The rows of what is open: `{node, depth, key, path, isOpen, isClose}`. */
  lay() {
    const lines = [];
    const walk = (node, depth, key, path, isLast) => {
      const children = childrenOf(node), isOpen = children.length > 0 && !this.folded.has(node);
      lines.push({ node, depth, key, path, isOpen, count: children.length, isLast });
      if (!isOpen) return;
      for (const [i, child] of children.entries()) {
        if (child.value.start >= this.end) {
          lines.push({ node, depth: depth + 1, isCut: children.length - i, path });
          break;
        }
        walk(child.value, depth + 1, child.key, [...path, child.part], i === children.length - 1);
      }
      lines.push({ node, depth, isClose: true, isLast, path });
    };
    walk(this.root, 0, undefined, [], true);
    return lines;
  }

  build() {
    this.lines = this.lay();
    const shown = this.lines.slice(0, this.limit);
    this.rows.replaceChildren(...shown.map((line, i) => this.row(line, i)));
    const more = this.lines.length - shown.length;
    this.more?.remove();
    if (more > 0) {
      this.more = h('button', { type: 'button', class: 'btn sm', onclick: () => { this.limit += PORTION * 4; this.build(); } }, t('json.more', { count: more }));
      this.rows.after(this.more);
    }
  }

  row(line, i) {
    const { node, depth, key, isOpen, count, isClose, isCut, isLast } = line, comma = isLast || depth === 0 ? '' : ',';
    const row = h('div', { class: 'jl', 'data-i': String(i) });
    row.style.paddingLeft = `${depth * 16 + 18}px`;
    if (isClose || isCut) {
      row.setAttribute('role', 'none');
      row.append(isCut ? h('span', { class: 'no' }, t('json.behind', { count: isCut })) : (node.type === 'array' ? ']' : '}') + comma);
      return row;
    }
    row.copies = () => prettyJSON(this.text.slice(node.start, node.end));
    row.setAttribute('role', 'treeitem');
    row.setAttribute('aria-level', String(depth + 1));
    row.setAttribute('aria-selected', String(i === this.cursor));
    row.tabIndex = i === this.cursor ? 0 : -1;
    if (count) {
      row.setAttribute('aria-expanded', String(isOpen));
      row.append(h('span', { class: 'fold', 'aria-hidden': 'true' }, isOpen ? '▾' : '▸'));
    }
    if (key !== undefined) row.append(this.marked(this.text.slice(key.start, key.end), 'k'), ': ');
    const [open, close] = node.type === 'array' ? '[]' : '{}';
    if (node.type !== 'array' && node.type !== 'object') row.append(this.marked(node.end > this.end ? `${this.text.slice(node.start, this.end)}…` : this.text.slice(node.start, node.end), { string: 's', number: 'n' }[node.type] ?? 'b'), comma);
    else if (!count) row.append(open + close + comma);
    else if (isOpen) row.append(open);
    else row.append(`${open}…${close}${comma}`, h('span', { class: 'no' }, ` ${t(node.type === 'array' ? 'json.items' : 'json.members', { count })}`));
    return row;
  }

  /** A token with what the search has found in it marked. */
  marked(token, kind) {
    const span = h('span', { class: kind }), wanted = this.search.value.toLowerCase();
    const low = token.toLowerCase();
    let from = 0;
    for (let at = wanted ? low.indexOf(wanted) : -1; at >= 0; at = low.indexOf(wanted, from)) {
      span.append(token.slice(from, at), h('mark', {}, token.slice(at, at + wanted.length)));
      from = at + wanted.length;
    }
    span.append(token.slice(from));
    return span;
  }

  point(i) {
    const path = pathText(this.lines[i]?.path ?? []);
    this.path.textContent = path;
    this.path.dataset.path = path;
  }

  click(event) {
    const row = event.target.closest('.jl');
    if (!row || String(getSelection())) return;
    const i = Number(row.dataset.i), line = this.lines[i];
    if (line.isClose || line.isCut) return;
    this.cursor = i;
    if (line.count && (event.target.classList.contains('fold') || event.target.closest('.no'))) this.fold(line);
    else this.move(i);
  }

  fold(line) {
    if (!this.folded.delete(line.node)) this.folded.add(line.node);
    this.build();
    this.move(this.cursor);
  }

  move(i) {
    const rows = this.rows.children;
    if (!rows[i]) return;
    rows[this.cursor]?.setAttribute('aria-selected', 'false');
    if (rows[this.cursor]) rows[this.cursor].tabIndex = -1;
    this.cursor = i;
    rows[i].setAttribute('aria-selected', 'true');
    rows[i].tabIndex = 0;
    rows[i].focus();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = this.lines[this.cursor];
    const seek = (from, by) => {
      for (let i = from + by; i >= 0 && i < this.rows.children.length; i += by) if (!this.lines[i].isClose && !this.lines[i].isCut) return this.move(i);
    };
    const act = {
      ArrowDown: () => seek(this.cursor, 1), ArrowUp: () => seek(this.cursor, -1), Home: () => this.move(0), End: () => seek(this.rows.children.length, -1),
      ArrowRight: () => (line.count && !line.isOpen ? this.fold(line) : seek(this.cursor, 1)),
      ArrowLeft: () => (line.isOpen ? this.fold(line) : this.move(Math.max(0, this.lines.findLastIndex((l, i) => i < this.cursor && l.depth < line.depth && !l.isClose && !l.isCut)))),
      Enter: () => { if (line.count) this.fold(line); },
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  find() {
    const wanted = this.search.value.toLowerCase();
    this.matches = [];
    if (wanted) {
      const walk = (node, key, around) => {
        const own = key ? this.text.slice(key.start, key.end) : '', leaf = node.members || node.items ? '' : this.text.slice(node.start, Math.min(node.end, this.end));
        if (`${own} ${leaf}`.toLowerCase().includes(wanted)) this.matches.push({ node, around });
        for (const child of childrenOf(node)) if (child.value.start < this.end) walk(child.value, child.key, [...around, node]);
      };
      walk(this.root, undefined, []);
      for (const { around } of this.matches.slice(0, PORTION)) for (const node of around) this.folded.delete(node);
    }
    this.found = this.matches.length ? 0 : -1;
    this.build();
    this.showFound();
  }

  showFound() {
    const wanted = this.search.value;
    this.count.textContent = wanted ? t('json.found', { index: this.found + 1, count: this.matches.length }) : '';
    const match = this.matches[this.found];
    if (!match) return;
    const i = this.lines.findIndex(line => line.node === match.node && !line.isClose && !line.isCut);
    if (i >= this.limit) {
      this.limit = i + PORTION;
      this.build();
    }
    for (const row of this.rows.querySelectorAll('.hit')) row.classList.remove('hit');
    this.rows.children[i]?.classList.add('hit');
    this.rows.children[i]?.scrollIntoView({ block: 'nearest' });
    this.point(i);
  }

  searchKey(event) {
    if (event.key !== 'Enter' || !this.matches.length) return;
    event.preventDefault();
    this.found = (this.found + (event.shiftKey ? -1 : 1) + this.matches.length) % this.matches.length;
    this.showFound();
  }
}

/** The parts of a container: `{value, key, part}` with the place of the key and the name or index. */
function childrenOf(node) {
  if (node.type === 'object') return node.members.map(m => ({ value: m.value, key: { start: m.keyStart, end: m.keyEnd }, part: m.key }));
  return node.type === 'array' ? node.items.map((value, part) => ({ value, part })) : [];
}
