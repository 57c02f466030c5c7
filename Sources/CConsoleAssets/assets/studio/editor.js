/**
 * A code editor for definitions: line numbers, highlighting, bracket match, find, fold, suggestions, problems in place.
 *
 * The text itself lives in a textarea, so that keyboard, selection, screen readers and input methods work as everywhere; what is coloured lies behind it
 * and is built only for the lines in sight. Folded parts are left out of the textarea's text; `Folds` translates between both.
 */
import { h, put } from '../dom.js';
import { Folds } from './editor-folds.js';
import { Suggestions } from './editor-suggestions.js';
import { FindBar } from './editor-find.js';

const LINE = 20, PADDING = 10, SPARE = 12, GUTTER = 58;
const TOKEN = /("(?:\\.|[^"\\])*"?)(\s*:)?|\b(true|false|null)\b|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|[{}[\]]/g;
const PAIRS = { '{': '}', '[': ']' };

let measure;

export class Editor {
  /**
   * @param label the editor's accessible name
   * @param onInput told the whole text after each change @param onUndo, onRedo asked for the step back and on
   * @param suggest gives suggestions for `(text, offset)`, from `suggestionsAt` @param onCursor told the offset of the cursor
   */
  constructor({ label, onInput, onUndo, onRedo, suggest, onCursor, foldable }) {
    Object.assign(this, { onInput, onCursor, foldable, problems: [], wanted: '', folds: new Folds('') });
    this.numbers = h('div', { class: 'ln', 'aria-hidden': 'true' });
    this.paint = h('pre', { 'aria-hidden': 'true' });
    this.area = h('textarea', { spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', 'aria-label': label, wrap: 'off' });
    this.sheet = h('div', { class: 'wrap' }, this.paint, this.area);
    this.scroller = h('div', { class: 'editor' }, this.numbers, this.sheet);
    this.suggestions = suggest ? new Suggestions(this, suggest) : null;
    this.find = new FindBar(this);
    this.element = h('div', { class: 'editorbox' }, this.find.element, this.scroller, this.suggestions?.element ?? null);
    this.area.addEventListener('input', () => this.typed());
    this.area.addEventListener('keydown', event => this.key(event, onUndo, onRedo));
    for (const name of ['click', 'keyup', 'focus']) this.area.addEventListener(name, () => this.moved());
    this.area.addEventListener('blur', () => this.suggestions?.close());
    this.scroller.addEventListener('scroll', () => this.draw(), { passive: true });
    this.numbers.addEventListener('click', event => { const line = Number(event.target.dataset?.fold); if (event.target.dataset?.fold) this.toggleFold(line); });
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.scroller);
  }

  /** The whole text, folded parts too. */
  get text() { return this.folds.text; }

  /** Shows another text; the cursor stays where it was as far as it can. */
  setText(text) {
    if (text === this.folds.text) return;
    const at = this.cursor, hadFocus = document.activeElement === this.area;
    this.folds.replaceText(text);
    this.show(hadFocus ? Math.min(at, text.length) : 0);
  }

  /** Where the cursor is in the whole text. */
  get cursor() { return this.folds.toText(this.area.selectionStart ?? 0); }

  show(cursor) {
    this.area.value = this.folds.shown;
    if (cursor !== undefined) {
      const at = this.folds.toShown(cursor);
      this.area.setSelectionRange(at, at);
    }
    this.size();
  }

  /** Takes what the user typed. */
  typed() {
    const isUnfolded = this.folds.edit(this.area.value);
    if (isUnfolded) this.show(this.cursor);
    else this.size();
    this.onInput?.(this.folds.text);
    this.suggestions?.update();
  }

  size() {
    this.lines = this.folds.shown.split('\n');
    this.starts = [0];
    for (const line of this.lines) this.starts.push(this.starts.at(-1) + line.length + 1);
    const longest = this.lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '');
    this.sheet.style.width = `${Math.ceil(this.widthOf(longest)) + 60}px`;
    this.sheet.style.height = `${this.lines.length * LINE + 2 * PADDING}px`;
    this.drawn = '';
    this.draw();
  }

  /** How wide a text is in the editor's font. */
  widthOf(text) {
    measure ??= document.createElement('canvas').getContext('2d');
    const style = getComputedStyle(this.area);
    measure.font = `${style.fontSize} ${style.fontFamily}`;
    return measure.measureText(text).width;
  }

  draw() {
    if (!this.lines) return;
    const top = this.scroller.scrollTop, height = this.scroller.clientHeight || 400;
    const first = Math.max(0, Math.floor(top / LINE) - SPARE), last = Math.min(this.lines.length, Math.ceil((top + height) / LINE) + SPARE);
    const marks = this.marksByLine(), pair = this.pairAt(), key = `${first}|${last}|${this.folds.version}|${pair}|${this.wanted}|${[...marks.keys()]}|${this.problems.length}`;
    if (key === this.drawn) return;
    this.drawn = key;
    put(this.paint, this.lines.slice(first, last).map((line, i) => this.lineView(line, first + i, marks.get(first + i), pair)));
    put(this.numbers, this.lines.slice(first, last).map((_, i) => this.numberView(first + i, marks.get(first + i))));
    this.paint.style.top = `${first * LINE + PADDING}px`;
    this.numbers.style.paddingTop = `${first * LINE + PADDING}px`;
    this.numbers.style.height = `${this.lines.length * LINE + 2 * PADDING}px`;
  }

  numberView(i, mark) {
    const number = this.folds.lineOf(this.starts[i]), canFold = this.foldRange(i) !== null;
    const isFolded = this.folds.isFoldOn(this.starts[i], this.starts[i + 1]);
    return h('div', { class: mark ? `num ${mark.severity}` : 'num' }, canFold || isFolded ? h('span', { class: 'foldmark', 'data-fold': String(i) }, isFolded ? '▸' : '▾') : null, String(number), mark ? h('span', { class: 'mark' }, mark.severity === 'error' ? '✕' : '!') : null);
  }

  lineView(line, number, mark, pair) {
    const view = h('div', { class: mark ? `row ${mark.severity}` : 'row' }), start = this.starts[number];
    let from = 0;
    const plain = until => { if (until > from) view.append(...this.found(line.slice(from, until), start + from)); };
    for (const token of line.matchAll(TOKEN)) {
      plain(token.index);
      const [whole, string, colon, word] = token, text = string ?? whole, at = start + token.index;
      const kind = string ? colon ? 'k' : 's' : word ? 'b' : /[{}[\]]/.test(whole) ? pair.includes(at) ? 'pair' : '' : 'n';
      view.append(h('span', { class: kind || null }, this.found(text, at)));
      from = token.index + text.length;
    }
    plain(line.length);
    if (!line) view.append('\u200b');
    return view;
  }

  /** A piece of text with what is searched for marked. */
  found(text) {
    if (!this.wanted) return [text];
    const parts = [], low = text.toLowerCase(), wanted = this.wanted.toLowerCase();
    let from = 0;
    for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, from)) {
      parts.push(text.slice(from, at), h('mark', {}, text.slice(at, at + wanted.length)));
      from = at + wanted.length;
    }
    return [...parts, text.slice(from)].filter(part => part !== '');
  }

  /** The brackets that belong together at the cursor, as offsets in the shown text. */
  pairAt() {
    if (document.activeElement !== this.area) return [];
    const text = this.folds.shown, at = this.area.selectionStart;
    for (const i of [at - 1, at]) {
      if (PAIRS[text[i]]) return [i, matchFrom(text, i)];
      if (text[i] === '}' || text[i] === ']') return [matchBack(text, i), i];
    }
    return [];
  }

  marksByLine() {
    const marks = new Map();
    for (const problem of this.problems) {
      const line = this.folds.shownLine(problem.line);
      if (!marks.has(line) || problem.severity === 'error') marks.set(line, problem);
    }
    return marks;
  }

  /** Shows problems at their lines: `[{severity, message, line}]`. */
  setProblems(problems) {
    this.problems = problems;
    this.drawn = '';
    this.draw();
  }

  /** Moves to a line, and a column of it, in the whole text. */
  goTo(line, column = 1) {
    const lines = this.folds.text.split('\n'), offset = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    this.select(offset, offset + Math.max(0, (lines[line - 1] ?? '').length - column + 1));
    this.area.focus();
  }

  /** Selects a range of the whole text and brings it into view. */
  select(start, end, { focus = false } = {}) {
    if (this.folds.open(start, end)) this.show();
    this.area.setSelectionRange(this.folds.toShown(start), this.folds.toShown(end));
    const line = this.lineAt(this.folds.toShown(start)), top = line * LINE;
    if (top < this.scroller.scrollTop + LINE || top > this.scroller.scrollTop + this.scroller.clientHeight - 3 * LINE) this.scroller.scrollTop = Math.max(0, top - 5 * LINE);
    const x = this.widthOf(this.lines[line].slice(0, this.folds.toShown(start) - this.starts[line]));
    if (x < this.scroller.scrollLeft || x > this.scroller.scrollLeft + this.scroller.clientWidth - GUTTER - 40) this.scroller.scrollLeft = Math.max(0, x - 80);
    if (focus) this.area.focus({ preventScroll: true });
    this.draw();
  }

  /** The shown line of an offset of the shown text, from 0. */
  lineAt(offset) {
    let low = 0, high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where the cursor is on the screen: the lower left corner of its character. */
  get caretPoint() {
    const at = this.area.selectionStart, line = this.lineAt(at), box = this.area.getBoundingClientRect();
    return [box.x + 12 + this.widthOf(this.lines[line].slice(0, at - this.starts[line])), box.y + PADDING + (line + 1) * LINE];
  }

  moved() {
    this.draw();
    this.onCursor?.(this.cursor);
    this.follow();
  }

  /** Keeps the cursor in sight; the textarea does not scroll by itself. */
  follow() {
    const line = this.lineAt(this.area.selectionStart), top = line * LINE + PADDING;
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top - PADDING;
    else if (top + LINE > this.scroller.scrollTop + this.scroller.clientHeight) this.scroller.scrollTop = top + 2 * LINE - this.scroller.clientHeight;
  }

  key(event, onUndo, onRedo) {
    const isCommand = event.ctrlKey || event.metaKey, act = isCommand ? {
      z: () => (event.shiftKey ? onRedo : onUndo)?.(), y: () => onRedo?.(), f: () => this.find.open(), ' ': () => this.suggestions?.open(),
    }[event.key.toLowerCase()] : undefined;
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      return act();
    }
    if (this.suggestions?.key(event)) return;
    if (event.key === 'Escape') {
      // After Escape, Tab leaves the editor.
      this.leavesByTab = true;
      event.stopPropagation();
      return;
    }
    if (event.key === 'Tab' && !isCommand && !event.altKey && !this.leavesByTab) {
      event.preventDefault();
      return event.shiftKey ? this.outdent() : this.insert('  ');
    }
    if (event.key === 'Enter' && !isCommand) {
      event.preventDefault();
      return this.newLine();
    }
    if (event.key !== 'Shift') this.leavesByTab = false;
  }

  /** Puts text in the place of the selection, as if it were typed. */
  insert(text, { from = this.area.selectionStart, to = this.area.selectionEnd } = {}) {
    this.area.setRangeText(text, from, to, 'end');
    this.typed();
    this.moved();
  }

  newLine() {
    const at = this.area.selectionStart, text = this.folds.shown, line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    const indent = /^[ \t]*/.exec(line)[0], opens = /[{[]\s*$/.test(line), closes = /^\s*[}\]]/.test(text.slice(at));
    if (!opens || !closes) return this.insert(`\n${indent}${opens ? '  ' : ''}`);
    this.insert(`\n${indent}  \n${indent}`);
    const cursor = at + indent.length + 3;
    this.area.setSelectionRange(cursor, cursor);
    this.draw();
  }

  outdent() {
    const line = this.lineAt(this.area.selectionStart), start = this.starts[line], spaces = /^ {1,2}/.exec(this.lines[line])?.[0].length ?? 0;
    if (spaces) this.insert('', { from: start, to: start + spaces });
  }

  /** What a shown line folds: the inside of the object or array that it opens, over more than one line; null when it opens none. */
  foldRange(i) {
    const line = this.lines[i], opening = /[{[]\s*$/.exec(line);
    if (!opening) return null;
    const start = this.starts[i] + opening.index, end = matchFrom(this.folds.shown, start);
    return end > this.starts[i + 1] ? [start + 1, end] : null;
  }

  toggleFold(i) {
    const cursor = this.cursor, range = this.foldRange(i);
    if (!this.folds.openOn(this.starts[i], this.starts[i + 1]) && range) this.folds.close(range[0], range[1]);
    this.show(Math.min(cursor, this.folds.text.length));
  }

  /** Folds every state, or opens all when some are folded. */
  foldStates() {
    if (this.folds.count) this.folds.openAll();
    else for (const [start, end] of this.foldable?.(this.folds.text) ?? []) this.folds.closeText(start, end);
    this.show(0);
    this.scroller.scrollTop = 0;
  }

  destroy() { this.observer.disconnect(); }
}

/** The bracket that closes the one at an offset; strings are passed over. */
function matchFrom(text, at) {
  const open = text[at], close = PAIRS[open];
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '"') {
      for (i++; i < text.length && text[i] !== '"' && text[i] !== '\n'; i++) if (text[i] === '\\') i++;
    } else if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

/** The bracket that opens the one at an offset, found from the front because strings can only be told from there. */
function matchBack(text, at) {
  const stack = [];
  for (let i = 0; i <= at; i++) {
    if (text[i] === '"') {
      for (i++; i < text.length && text[i] !== '"' && text[i] !== '\n'; i++) if (text[i] === '\\') i++;
    } else if (PAIRS[text[i]]) stack.push(i);
    else if (text[i] === '}' || text[i] === ']') {
      const open = stack.pop();
      if (i === at) return open ?? -1;
    }
  }
  return -1;
}

