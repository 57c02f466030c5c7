/** The parts of a text that are not shown: each stands as `…` in what is shown. Offsets are translated between both. */
import { memberOf, readJSON } from '../json/text.js';

/** What stands for a folded part. */
export const PLACEHOLDER = '…';

export class Folds {
  /** Begins with nothing folded. */
  constructor(text) {
    this.text = text;
    this.ranges = [];
    this.version = 0;
    this.build();
  }

  /** How many parts are folded. */
  get count() { return this.ranges.length; }

  build() {
    this.version++;
    let shown = '', from = 0;
    for (const range of this.ranges) {
      shown += this.text.slice(from, range.start);
      range.at = shown.length;
      shown += PLACEHOLDER;
      from = range.end;
    }
    this.shown = shown + this.text.slice(from);
  }

  /** The offset in the whole text of one in the shown text; one on a placeholder is the beginning of what it stands for. */
  toText(shownOffset) {
    let offset = shownOffset;
    for (const { start, end, at } of this.ranges) {
      if (shownOffset <= at) break;
      offset += end - start - PLACEHOLDER.length;
    }
    return offset;
  }

  /** The offset in the shown text; what is folded is at its placeholder. */
  toShown(offset) {
    let shown = offset;
    for (const { start, end } of this.ranges) {
      if (offset <= start) break;
      shown -= Math.min(offset, end) - start;
      if (offset >= end) shown += PLACEHOLDER.length;
    }
    return shown;
  }

  /** The number of the line in the whole text, from 1, of an offset of the shown text. */
  lineOf(shownOffset) {
    const end = this.toText(shownOffset);
    if (this.lineCache?.version !== this.version) {
      const starts = [0];
      for (let i = this.text.indexOf('\n'); i >= 0; i = this.text.indexOf('\n', i + 1)) starts.push(i + 1);
      this.lineCache = { version: this.version, starts };
    }
    const { starts } = this.lineCache;
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= end) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The shown line, from 0, that a line of the whole text is on. */
  shownLine(line) {
    this.lineOf(0);
    const offset = this.lineCache.starts[Math.min(line, this.lineCache.starts.length) - 1] ?? 0;
    return this.shown.slice(0, this.toShown(offset)).split('\n').length - 1;
  }

  /** Takes another whole text; folds that it does not contain in the same place are opened. */
  replaceText(text) {
    let same = 0;
    while (same < text.length && same < this.text.length && text[same] === this.text[same]) same++;
    let tail = 0;
    while (tail < text.length - same && tail < this.text.length - same && text.at(-1 - tail) === this.text.at(-1 - tail)) tail++;
    const oldEnd = this.text.length - tail, shift = text.length - this.text.length;
    this.ranges = this.ranges.filter(range => range.end <= same || range.start >= oldEnd)
      .map(range => (range.start >= oldEnd ? { start: range.start + shift, end: range.end + shift } : range));
    this.text = text;
    this.build();
  }

  /** Takes a changed shown text. Gives whether a fold had to be opened because it was edited. */
  edit(shown) {
    const old = this.shown;
    let same = 0;
    while (same < shown.length && same < old.length && shown[same] === old[same]) same++;
    let tail = 0;
    while (tail < shown.length - same && tail < old.length - same && shown.at(-1 - tail) === old.at(-1 - tail)) tail++;
    const oldEnd = old.length - tail, touched = this.ranges.filter(({ at }) => at < oldEnd && at + PLACEHOLDER.length > same);
    const start = this.toText(same), end = touched.length && oldEnd > touched.at(-1).at ? Math.max(touched.at(-1).end, this.toText(oldEnd)) : this.toText(oldEnd);
    const inserted = shown.slice(same, shown.length - tail), shift = inserted.length - (end - start);
    this.text = this.text.slice(0, start) + inserted + this.text.slice(end);
    this.ranges = this.ranges.filter(range => !touched.includes(range)).map(range => (range.start >= end ? { start: range.start + shift, end: range.end + shift } : range));
    this.build();
    return this.shown !== shown;
  }

  /** Folds a part of the shown text. */
  close(shownStart, shownEnd) { this.closeText(this.toText(shownStart), this.toText(shownEnd)); }

  /** Folds a part of the whole text; folds inside it are taken up. */
  closeText(start, end) {
    if (end <= start) return;
    this.ranges = [...this.ranges.filter(range => range.end <= start || range.start >= end), { start, end }].sort((a, b) => a.start - b.start);
    this.build();
  }

  /** Whether a fold begins between two offsets of the shown text. */
  isFoldOn(from, until) { return this.ranges.some(({ at }) => at >= from && at < until); }

  /** Opens the folds that begin there. Gives whether there was one. */
  openOn(from, until) {
    const before = this.ranges.length;
    this.ranges = this.ranges.filter(({ at }) => !(at >= from && at < until));
    if (this.ranges.length === before) return false;
    this.build();
    return true;
  }

  /** Opens the folds that hide any of a part of the whole text. Gives whether there was one. */
  open(start, end) {
    const before = this.ranges.length;
    this.ranges = this.ranges.filter(range => range.end <= start || range.start >= end);
    if (this.ranges.length === before) return false;
    this.build();
    return true;
  }

  /** Shows everything. */
  openAll() {
    this.ranges = [];
    this.build();
  }
}

/** The insides of all top-level states, for folding; a broken text has none. */
export function stateRanges(text) {
  try {
    const states = memberOf(readJSON(text), 'States')?.value;
    return (states?.members ?? []).filter(member => member.value.type === 'object').map(member => [member.value.start + 1, member.value.end - 1]);
  } catch { return []; }
}
