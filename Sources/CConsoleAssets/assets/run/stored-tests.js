/** Tests of states that were kept: in this browser, by machine and state, and as a file that may lie beside the definition. */
import { post } from '../api.js';

const STORED = 'newel.tests';
/** What a test is made of. */
const PARTS = ['input', 'variables', 'context', 'mock', 'mockKind', 'isMocked', 'expected'];

function all() {
  // What cannot be read is begun anew.
  try { return JSON.parse(localStorage.getItem(STORED) ?? '{}'); } catch { return {}; }
}

const keyOf = (machine, path) => `${machine}/${path}`;

function change(machine, path, edit) {
  const stored = all(), key = keyOf(machine, path), tests = { ...stored[key] };
  edit(tests);
  if (Object.keys(tests).length) stored[key] = tests;
  else delete stored[key];
  localStorage.setItem(STORED, JSON.stringify(stored));
}

/** The tests of a state, by name. */
export const storedTests = (machine, path) => all()[keyOf(machine, path)] ?? {};

/** Keeps a test; one of the same name is replaced. */
export const storeTest = (machine, path, name, test) => change(machine, path, tests => { tests[name] = Object.fromEntries(PARTS.filter(part => test[part] !== undefined).map(part => [part, test[part]])); });

/** Forgets a test. */
export const removeTest = (machine, path, name) => change(machine, path, tests => { delete tests[name]; });

/** The tests of a machine: `[{path, name, test}]`. */
export function testsOf(machine) {
  return Object.entries(all()).filter(([key]) => key.startsWith(`${machine}/`))
    .flatMap(([key, tests]) => Object.entries(tests).map(([name, test]) => ({ path: key.slice(machine.length + 1), name, test })));
}

/** A state has another name: its tests, and those of the states inside it, go with it. */
export function moveTests(machine, from, to, separator) {
  for (const { path, name, test } of testsOf(machine)) {
    if (path !== from && !path.startsWith(from + separator)) continue;
    removeTest(machine, path, name);
    storeTest(machine, to + path.slice(from.length), name, test);
  }
}

/** The tests of a machine as the text of a file. */
export const exportTests = machine => `${JSON.stringify({ machine, tests: testsOf(machine).map(({ path, name, test }) => ({ state: path, name, ...test })) }, null, 2)}\n`;

/**
 * Takes the tests of such a file, whatever machine they were of.
 *
 * @returns how many @throws Error when it holds none
 */
export function importTests(machine, text) {
  const { tests } = JSON.parse(text) ?? {};
  if (!Array.isArray(tests) || !tests.every(test => typeof test?.state === 'string' && typeof test.name === 'string' && typeof test.input === 'string')) throw new Error('{"tests": [{"state", "name", "input", …}]}');
  for (const { state, name, ...test } of tests) storeTest(machine, state, name, test);
  return tests.length;
}

/** What TestState is asked for a test of a state. */
export function requestOf({ state, language }, test, roleArn) {
  const definition = { ...(language === 'JSONata' && !state.QueryLanguage ? { QueryLanguage: 'JSONata' } : {}), ...state };
  const request = { definition: JSON.stringify(definition), input: test.input || '{}', inspectionLevel: 'TRACE' };
  const variables = test.variables?.trim() ?? '', context = test.context?.trim() ?? '';
  if (variables && variables !== '{}') request.variables = test.variables;
  if (test.isMocked) {
    request.mock = test.mockKind === 'errorOutput' ? { errorOutput: errorOutput(test.mock ?? '') } : { result: test.mock ?? '' };
    if (context) request.context = test.context;
  } else if (roleArn) request.roleArn = roleArn;
  return request;
}

function errorOutput(text) {
  try { const { error, cause } = JSON.parse(text); return { error, cause }; } catch { return { error: text.trim(), cause: '' }; }
}

/** What of an answer a test expects the next time. */
export const expectedOf = ({ status, nextState, output, error }) => ({ status, nextState, output, error });

/** Runs a test; gives what came, and in which of the expected members it differs. */
export async function runTest(entry, test, roleArn) {
  const answer = expectedOf(await post('test-state', requestOf(entry, test, roleArn))), expected = test.expected ?? {};
  return { answer, differs: Object.keys(answer).filter(key => test.expected && canonical(answer[key]) !== canonical(expected[key])) };
}

/** A text of JSON with its members in order; another text as it is. */
function canonical(text) {
  const sorted = value => (Array.isArray(value) ? value.map(sorted) : value === null || typeof value !== 'object' ? value : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)])));
  try { return JSON.stringify(sorted(JSON.parse(text))); } catch { return String(text); }
}
