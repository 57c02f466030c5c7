/**
 * Changes to JSON text that leave the rest of it alone: key order, indentation, unknown members and the digits of numbers stay as they are written.
 *
 * Edits are collected against one reading of the text and applied together; they must not overlap.
 */
import { readJSON, memberOf, nodeAt } from './text.js';

export class Patch {
  /** @param text JSON text; reading it may throw a JSONTextError */
  constructor(text) {
    this.text = text;
    this.root = readJSON(text);
    this.unit = indentUnit(text);
    this.isSpaced = /":\s/.test(text);
    this.edits = [];
  }

  /** The node at a path of names and indexes. */
  node(path) { return nodeAt(this.root, path); }

  /** The value at a path, as a tree. */
  value(path) {
    const node = this.node(path);
    return node && JSON.parse(this.text.slice(node.start, node.end));
  }

  /** Replaces the value at a path. */
  replace(path, value) {
    const node = this.node(path);
    this.put(node.start, node.end, this.format(value, this.indentAt(node.start), this.isInline(node)));
  }

  /** Sets a member of the object at a path: in place when it is there, else behind `after`, else at the end. */
  set(path, key, value, { after } = {}) {
    const object = this.node(path), member = memberOf(object, key);
    if (member) return this.put(member.value.start, member.value.end, this.format(value, this.indentAt(member.keyStart), this.isInline(member.value)));
    this.insert(object, key, value, after === undefined ? object.members.at(-1) : memberOf(object, after) ?? object.members.at(-1));
  }

  /** Adds a member behind another, or first when `before` is none. */
  insert(object, key, value, before) {
    const name = JSON.stringify(key);
    if (!object.members.length) {
      const outer = this.indentAt(object.start), inner = outer + this.unit;
      return this.put(object.start, object.end, `{\n${inner}${name}: ${this.format(value, inner)}\n${outer}}`);
    }
    const first = object.members[0], isInline = !this.text.slice(object.start, first.keyStart).includes('\n');
    const indent = this.indentAt(first.keyStart), gap = isInline ? ' ' : `\n${indent}`, text = `${name}: ${this.format(value, indent, isInline)}`;
    if (before) this.put(before.value.end, before.value.end, `,${gap}${text}`);
    else this.put(first.keyStart, first.keyStart, `${text},${gap}`);
  }

  /** Puts a member in the place of another of the same object. */
  exchange(path, key, newKey, value) {
    const member = memberOf(this.node(path), key);
    this.put(member.keyStart, member.value.end, `${JSON.stringify(newKey)}: ${this.format(value, this.indentAt(member.keyStart))}`);
  }

  /** Takes a member away with its comma; nothing happens when it is not there. */
  remove(path, key) {
    const object = this.node(path), i = object?.members?.findLastIndex(member => member.key === key) ?? -1;
    if (i < 0) return;
    this.cut(object.start, object.end, object.members.map(member => [member.keyStart, member.value.end]), i);
  }

  /** Takes an item of an array away. */
  removeItem(path, index) {
    const array = this.node(path);
    if (array?.items?.[index]) this.cut(array.start, array.end, array.items.map(item => [item.start, item.end]), index);
  }

  /** Adds an item to the end of an array. */
  append(path, value) {
    const array = this.node(path), last = array.items.at(-1);
    if (!last) {
      const outer = this.indentAt(array.start), inner = outer + this.unit;
      return this.put(array.start, array.end, `[\n${inner}${this.format(value, inner)}\n${outer}]`);
    }
    const isInline = !this.text.slice(array.start, last.start).includes('\n'), indent = this.indentAt(last.start);
    this.put(last.end, last.end, `,${isInline ? ' ' : `\n${indent}`}${this.format(value, indent, isInline)}`);
  }

  /** Names a member anew. */
  rename(path, key, newKey) {
    const member = memberOf(this.node(path), key);
    this.put(member.keyStart, member.keyEnd, JSON.stringify(newKey));
  }

  /** The text with all edits made. */
  apply() {
    const edits = [...this.edits].sort((a, b) => b.start - a.start || b.order - a.order);
    return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), this.text);
  }

  cut(start, end, places, i) {
    if (places.length === 1) return this.put(start + 1, end - 1, '');
    if (i < places.length - 1) this.put(places[i][0], places[i + 1][0], '');
    else this.put(places[i - 1][1], places[i][1], '');
  }

  put(start, end, text) { this.edits.push({ start, end, text, order: this.edits.length }); }

  /** A value as text that begins on a line with the given indentation; a `RawText` is laid in as it is. */
  format(value, indent, isInline = false) {
    if (value instanceof RawText) return value.indented(indent);
    if (isInline) return this.isSpaced ? spaced(value) : JSON.stringify(value);
    return JSON.stringify(value, null, this.unit).replaceAll('\n', `\n${indent}`);
  }

  isInline(node) { return (node.type === 'object' || node.type === 'array') && (node.members ?? node.items).length > 0 && !this.text.slice(node.start, node.end).includes('\n'); }

  /** The white space that the line of an offset begins with. */
  indentAt(offset) {
    const line = this.text.slice(this.text.lastIndexOf('\n', offset - 1) + 1, offset);
    return /^[ \t]*/.exec(line)[0];
  }
}

/** A value that is already text, with the indentation of the line it came from. */
export class RawText {
  constructor(text, indent = '') {
    this.text = text;
    this.indent = indent;
  }

  /** The text for a line with another indentation. */
  indented(indent) { return this.text.replaceAll(`\n${this.indent}`, `\n${indent}`); }
}

/** What a text is indented with: the first indented line says it; two spaces when there is none. */
export function indentUnit(text) { return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '; }

/** A value on one line with a space behind colons and commas. */
function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${spaced(part)}`).join(', ')}}`;
}
