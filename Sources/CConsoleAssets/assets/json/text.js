/**
 * JSON text read with the place of every part, so that text can be changed where it must and kept everywhere else.
 *
 * A node is `{type, start, end}` with `type` one of object, array, string, number, boolean, null; objects have `members` of
 * `{key, keyStart, keyEnd, value}`, arrays `items`, strings `value`; `start` and `end` are offsets into the text.
 */

/** A text that is not JSON, and where reading stopped. */
export class JSONTextError extends Error {
  /** @param what what is wrong @param offset where, from 0 @param text the text */
  constructor(what, offset, text) {
    super(what);
    this.offset = offset;
    Object.assign(this, placeOf(text, offset));
  }
}

/** Line and column of an offset, both from 1. */
export function placeOf(text, offset) {
  const before = text.slice(0, offset), line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

const DEPTH_MAX = 500;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Reads a text.
 *
 * @returns the root node
 * @throws JSONTextError
 */
export function readJSON(text) {
  let at = 0;
  const space = () => { SPACE.lastIndex = at; SPACE.test(text); at = SPACE.lastIndex; };
  const fail = what => { throw new JSONTextError(what, at, text); };
  const seen = () => (at < text.length ? JSON.stringify(text[at]) : 'the end');
  const string = () => {
    STRING.lastIndex = at;
    const found = STRING.exec(text);
    if (!found) fail('a string without end, or with a character that must be escaped');
    const start = at;
    at = STRING.lastIndex;
    return { type: 'string', start, end: at, value: JSON.parse(found[0]) };
  };
  const value = depth => {
    if (depth > DEPTH_MAX) fail('nested too deeply');
    const start = at, head = text[at];
    if (head === '"') return string();
    if (head === '{') return object(start, depth);
    if (head === '[') return array(start, depth);
    for (const [word, type] of [['true', 'boolean'], ['false', 'boolean'], ['null', 'null']]) {
      if (text.startsWith(word, at)) { at += word.length; return { type, start, end: at }; }
    }
    NUMBER.lastIndex = at;
    if (!NUMBER.exec(text)) fail(`a value is expected, not ${seen()}`);
    at = NUMBER.lastIndex;
    return { type: 'number', start, end: at };
  };
  const object = (start, depth) => {
    const members = [];
    at++;
    space();
    if (text[at] === '}') { at++; return { type: 'object', start, end: at, members }; }
    for (;;) {
      if (text[at] !== '"') fail(`a member's name is expected, not ${seen()}`);
      const key = string();
      space();
      if (text[at] !== ':') fail(`":" is expected after the name, not ${seen()}`);
      at++;
      space();
      members.push({ key: key.value, keyStart: key.start, keyEnd: key.end, value: value(depth + 1) });
      space();
      if (text[at] === ',') { at++; space(); continue; }
      if (text[at] !== '}') fail(`"," or "}" is expected, not ${seen()}`);
      at++;
      return { type: 'object', start, end: at, members };
    }
  };
  const array = (start, depth) => {
    const items = [];
    at++;
    space();
    if (text[at] === ']') { at++; return { type: 'array', start, end: at, items }; }
    for (;;) {
      items.push(value(depth + 1));
      space();
      if (text[at] === ',') { at++; space(); continue; }
      if (text[at] !== ']') fail(`"," or "]" is expected, not ${seen()}`);
      at++;
      return { type: 'array', start, end: at, items };
    }
  };
  space();
  const root = value(0);
  space();
  if (at < text.length) fail(`nothing may follow the value, but ${seen()} does`);
  return root;
}

/** The member of an object with a name; the last one when it is repeated, as JSON.parse has it. */
export function memberOf(node, key) {
  if (node?.type !== 'object') return undefined;
  return node.members.findLast(member => member.key === key);
}

/** The node at a path of names and indexes, or undefined. */
export function nodeAt(root, path) {
  let node = root;
  for (const part of path) {
    node = typeof part === 'number' ? (node?.type === 'array' ? node.items[part] : undefined) : memberOf(node, part)?.value;
    if (!node) return undefined;
  }
  return node;
}

/** A JSONPath of a path of names and indexes: `$.a.b[0]`, `$['two words']`. */
export function pathText(path) {
  return '$' + path.map(part => {
    if (typeof part === 'number') return `[${part}]`;
    return /^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `['${part.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;
  }).join('');
}

/** The text laid out with two spaces; numbers keep the digits they are written with. What is no JSON is given back as it is. */
export function prettyJSON(text) {
  let root;
  try { root = readJSON(text); } catch { return text; }
  const write = (node, pad) => {
    const inner = pad + '  ';
    if (node.type === 'object' && node.members.length) {
      return `{\n${node.members.map(m => inner + text.slice(m.keyStart, m.keyEnd) + ': ' + write(m.value, inner)).join(',\n')}\n${pad}}`;
    }
    if (node.type === 'array' && node.items.length) return `[\n${node.items.map(i => inner + write(i, inner)).join(',\n')}\n${pad}]`;
    if (node.type === 'object') return '{}';
    return node.type === 'array' ? '[]' : text.slice(node.start, node.end);
  };
  return write(root, '');
}
