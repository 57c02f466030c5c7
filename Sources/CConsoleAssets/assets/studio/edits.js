/**
 * What Design mode does to a definition, as changes to its text: insert, delete, move and rename states, set their fields.
 *
 * A place is an edge of the graph: `{lane, from, kind, rule, to}` with `lane` the path of the machine in the text and names inside it; `from` is null at
 * the start of a machine. All functions give the new text.
 */
import { Patch, RawText } from '../json/patch.js';
import { readJSON } from '../json/text.js';
import { SEPARATOR, exitsOf, statesOf, lanesOf, indexOf } from '../graph/asl.js';

/** The path in the text of the machine that a state's path lies in: `['States', 'P', 'Branches', 0]`. */
export function lanePath(path, definition) {
  const parts = path.split(SEPARATOR), lane = [];
  let machine = definition;
  for (let i = 0; i + 2 < parts.length; i += 2) {
    const state = machine?.States?.[parts[i]], number = Number(parts[i + 1]);
    lane.push('States', parts[i]);
    if (state?.Type === 'Parallel') lane.push('Branches', number);
    else lane.push(state?.ItemProcessor ? 'ItemProcessor' : 'Iterator');
    machine = lanesOf(state)[state?.Type === 'Parallel' ? number : 0];
  }
  return lane;
}

/** The path in the text of a state. */
export const statePath = (path, definition) => [...lanePath(path, definition), 'States', path.split(SEPARATOR).at(-1)];

/** A name that no state of the definition has. */
export function uniqueName(wanted, definition) {
  const names = new Set([...indexOf(definition).values()].map(entry => entry.name));
  if (!names.has(wanted)) return wanted;
  let i = 2;
  while (names.has(`${wanted} ${i}`)) i++;
  return `${wanted} ${i}`;
}

/** Whether states of a type go on to another by `Next`. */
const goesOn = type => !['Succeed', 'Fail', 'Choice'].includes(type);

/** Inserts a state at a place; `state` is a tree, names inside it must be free. */
export function insertState(text, place, name, state) {
  const patch = new Patch(text), { lane, from, to } = place, made = structuredClone(state);
  delete made.Next;
  delete made.End;
  if (made.Type === 'Choice') {
    if (to) made.Default = to;
    for (const rule of made.Choices ?? []) if (to) rule.Next ??= to;
  } else if (goesOn(made.Type)) Object.assign(made, to ? { Next: to } : { End: true });
  return insertAt(patch, place, name, made, from, lane);
}

function insertAt(patch, place, name, value, from, lane) {
  const states = patch.node([...lane, 'States']);
  if (!states) {
    patch.set(lane, 'StartAt', name);
    patch.set(lane, 'States', { [name]: value });
    return patch.apply();
  }
  patch.insert(states, name, value, from === null ? undefined : states.members.findLast(member => member.key === from));
  pointAt(patch, place, name);
  return patch.apply();
}

/** Makes the edge of a place lead to a state. */
function pointAt(patch, { lane, from, kind, rule }, name) {
  const path = [...lane, 'States', from];
  if (from === null) return patch.node([...lane, 'StartAt']) ? patch.replace([...lane, 'StartAt'], name) : patch.set(lane, 'StartAt', name);
  if (kind === 'choice') return patch.set([...path, 'Choices', rule], 'Next', name);
  if (kind === 'default') return patch.set(path, 'Default', name);
  if (kind === 'catch') return patch.set([...path, 'Catch', rule], 'Next', name);
  if (patch.node([...path, 'End'])) return patch.exchange(path, 'End', 'Next', name);
  return patch.set(path, 'Next', name);
}

/** Takes a state away; what led to it leads to what it led to. */
export function deleteState(text, lane, name) {
  const patch = new Patch(text), machine = lane.length ? patch.value(lane) : patch.value([]), state = machine.States[name];
  const target = exitsOf(state).find(exit => exit.kind !== 'catch' && exit.to !== name)?.to;
  heal(patch, lane, machine, name, target);
  patch.remove([...lane, 'States'], name);
  return patch.apply();
}

function heal(patch, lane, machine, name, target) {
  if (machine.StartAt === name) patch.replace([...lane, 'StartAt'], target ?? Object.keys(machine.States).find(other => other !== name) ?? '');
  for (const [other, state] of statesOf(machine)) {
    if (other === name) continue;
    const path = [...lane, 'States', other];
    for (const { to, kind, rule } of exitsOf(state).reverse()) {
      if (to !== name) continue;
      if (kind === 'next') target === undefined ? patch.exchange(path, 'Next', 'End', true) : patch.replace([...path, 'Next'], target);
      else if (kind === 'default') target === undefined ? patch.remove(path, 'Default') : patch.replace([...path, 'Default'], target);
      else healRule(patch, [...path, kind === 'choice' ? 'Choices' : 'Catch'], state[kind === 'choice' ? 'Choices' : 'Catch'], rule, target);
    }
  }
}

/** A rule or catcher that led to nothing is taken away, with its list when it was the only one of a catcher. */
function healRule(patch, path, rules, rule, target) {
  if (target !== undefined) return patch.replace([...path, rule, 'Next'], target);
  if (rules.length === 1 && path.at(-1) === 'Catch') return patch.remove(path.slice(0, -1), 'Catch');
  return patch.removeItem(path, rule);
}

/** Names a state anew; references within its machine follow. */
export function renameState(text, lane, name, newName) {
  const patch = new Patch(text), machine = patch.value(lane);
  patch.rename([...lane, 'States'], name, newName);
  if (machine.StartAt === name) patch.replace([...lane, 'StartAt'], newName);
  for (const [other, state] of statesOf(machine)) {
    const path = [...lane, 'States', other];
    for (const { to, kind, rule } of exitsOf(state)) {
      if (to !== name) continue;
      if (kind === 'next') patch.replace([...path, 'Next'], newName);
      else if (kind === 'default') patch.replace([...path, 'Default'], newName);
      else patch.replace([...path, kind === 'choice' ? 'Choices' : 'Catch', rule, 'Next'], newName);
    }
  }
  return patch.apply();
}

/** Moves a state to a place of the same or another machine; its text stays as it is but for where it leads. */
export function moveState(text, lane, name, place) {
  const isSame = JSON.stringify(lane) === JSON.stringify(place.lane);
  if (isSame && (place.from === name || place.to === name)) return text;
  const before = new Patch(text), node = before.node([...lane, 'States', name]);
  // A container is not moved into itself.
  if (JSON.stringify(place.lane).startsWith(JSON.stringify([...lane, 'States', name]).slice(0, -1))) return text;
  const raw = new RawText(text.slice(node.start, node.end), before.indentAt(node.start)), state = before.value([...lane, 'States', name]);
  const healed = new Patch(deleteState(text, lane, name));
  const moved = new Patch(insertAt(healed, place, name, raw, place.from, place.lane));
  const path = [...place.lane, 'States', name];
  if (state.Type === 'Choice') place.to ? moved.set(path, 'Default', place.to) : moved.remove(path, 'Default');
  else if (goesOn(state.Type)) {
    const old = state.Next !== undefined ? 'Next' : 'End', [key, value] = place.to ? ['Next', place.to] : ['End', true];
    if (state[old] === undefined) moved.set(path, key, value);
    else moved.exchange(path, old, key, value);
  }
  return moved.apply();
}

/** Sets a field of a state, or takes it away when the value is undefined. */
export function setField(text, path, field, value) {
  const patch = new Patch(text);
  if (value === undefined) patch.remove(path, field);
  else patch.set(path, field, value, { after: memberBefore(patch.node(path), field) });
  return patch.apply();
}

/** New fields stand before what says where the state goes. */
function memberBefore(object, field) {
  const keys = object.members.map(member => member.key);
  if (['Next', 'End', 'Default'].includes(field)) return undefined;
  const exit = keys.findIndex(key => ['Next', 'End'].includes(key));
  return exit > 0 ? keys[exit - 1] : undefined;
}

/** Sets where a state goes: a name, or null for the end. */
export function setNext(text, path, target) {
  const patch = new Patch(text), state = patch.value(path), [key, value] = target === null ? ['End', true] : ['Next', target];
  const old = state.Next !== undefined ? 'Next' : state.End !== undefined ? 'End' : null;
  if (old) patch.exchange(path, old, key, value);
  else patch.set(path, key, value);
  return patch.apply();
}

/** Replaces a state's whole text by another that was written with no indentation around it. */
export function replaceState(text, path, stateText) {
  const patch = new Patch(text), node = patch.node(path);
  // What is no JSON throws here, before anything is changed.
  readJSON(stateText);
  patch.put(node.start, node.end, new RawText(stateText.trim()).indented(patch.indentAt(node.start)));
  return patch.apply();
}

/** A state's text as if it stood alone. */
export function stateText(text, path) {
  const patch = new Patch(text), node = patch.node(path);
  return node ? new RawText(text.slice(node.start, node.end), patch.indentAt(node.start)).indented('') : '';
}

/** A definition without the states that cannot be reached from one of them: what may begin there. */
export function reachableFrom(text, name) {
  const { States: states = {} } = JSON.parse(text), reached = new Set(), open = [name];
  while (open.length) {
    const next = open.pop();
    if (reached.has(next) || !states[next]) continue;
    reached.add(next);
    open.push(...exitsOf(states[next]).map(exit => exit.to));
  }
  return Object.keys(states).filter(state => !reached.has(state)).reduce((left, state) => {
    const patch = new Patch(left);
    patch.remove(['States'], state);
    return patch.apply();
  }, text);
}

/** A palette state whose inner states have names nobody has. */
export function freshNames(state, definition) {
  const copy = structuredClone(state);
  const taken = structuredClone(definition);
  for (const machine of [...copy.Branches ?? [], ...(copy.ItemProcessor ? [copy.ItemProcessor] : [])]) {
    for (const name of Object.keys(machine.States)) {
      const fresh = uniqueName(name, taken);
      taken.States = { ...taken.States, [fresh]: { Type: 'Pass' } };
      if (fresh === name) continue;
      machine.States = Object.fromEntries(Object.entries(machine.States).map(([key, value]) => [key === name ? fresh : key, value]));
      if (machine.StartAt === name) machine.StartAt = fresh;
    }
  }
  return copy;
}
