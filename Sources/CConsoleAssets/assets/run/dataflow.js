/**
 * How data pass through one state, step by step, with the values they really had.
 *
 * A history holds what a state was given, what its task was given and answered, and what it handed on. What lies between is asked of TestState, which
 * runs the state's own data fields over the recorded values; what that cannot know is said to be not recorded.
 */
import { h } from '../dom.js';
import { own } from '../redraw.js';
import { t } from '../text.js';
import { valueBlock } from '../json/tree.js';
import { SEPARATOR } from '../graph/asl.js';

const isText = value => typeof value === 'string';

/** The steps of a JSONPath state by type; each is `[title, field that shapes it, where its value is]`. */
const PATH_STEPS = {
  Task: ['InputPath', 'Parameters', '*', 'ResultSelector', 'ResultPath', 'Assign', 'OutputPath'],
  Parallel: ['InputPath', 'Parameters', '*', 'ResultSelector', 'ResultPath', 'Assign', 'OutputPath'],
  Map: ['InputPath', 'ItemsPath', 'ItemSelector', '*', 'ResultSelector', 'ResultPath', 'Assign', 'OutputPath'],
  Pass: ['InputPath', 'Parameters', 'Result', 'ResultPath', 'Assign', 'OutputPath'],
  Choice: ['InputPath', 'Assign', 'OutputPath'], Wait: ['InputPath', 'Assign', 'OutputPath'], Succeed: ['InputPath', 'OutputPath'], Fail: [],
};
const JSONATA_STEPS = {
  Task: ['Arguments', '*', 'Assign', 'Output'], Parallel: ['Arguments', '*', 'Assign', 'Output'], Map: ['Items', 'ItemSelector', '*', 'Assign', 'Output'],
  Pass: ['Assign', 'Output'], Choice: ['Assign', 'Output'], Wait: ['Assign', 'Output'], Succeed: ['Output'], Fail: [],
};
const INSPECTED = {
  InputPath: 'afterInputPath', Parameters: 'afterParameters', Arguments: 'afterArguments', ResultSelector: 'afterResultSelector', ResultPath: 'afterResultPath',
  ItemsPath: 'afterItemsPath', Items: 'afterItemsPointer', ItemSelector: 'afterItemSelector',
};

/** What the history tells of a visit, in the names TestState's inspection uses. */
export function knownOf(visit, state, language) {
  const attempt = visit?.tries.at(-1), known = { input: visit?.input, result: visit?.result ?? attempt?.result, output: visit?.output, assigned: visit?.assigned };
  if (attempt?.parameters !== undefined) known[language === 'JSONata' ? 'afterArguments' : 'afterParameters'] = attempt.parameters;
  if (known.result === undefined && visit?.submitted !== undefined && !attempt?.isCallback) known.result = visit.submitted;
  if (known.result === undefined && visit?.isContainer && visit.st === 'succeeded') known.result = gathered(visit, state);
  if (language !== 'JSONata' && visit) {
    if (state.InputPath === undefined || state.InputPath === '$') known.afterInputPath ??= visit.input;
    const isPlain = field => state[field] === undefined;
    if (isPlain('ResultSelector')) known.afterResultSelector ??= known.result;
    if (isPlain('OutputPath') || state.OutputPath === '$') known.afterResultPath ??= visit.st === 'caught' ? undefined : visit.output;
  }
  return known;
}

/** What a container gathered: the outputs of its branches or items in their order; unknown when one of them is too large to be here. */
function gathered(visit, state) {
  const last = visits => visits.at(-1)?.output;
  const outputs = visit.inner ? (state.Branches ?? []).map((_, lane) => last(visit.inner.visits.filter(one => one.path.startsWith(`${visit.path}${SEPARATOR}${lane}${SEPARATOR}`) && one.path.split(SEPARATOR).length === visit.path.split(SEPARATOR).length + 2)))
    : Array.from({ length: visit.length ?? 0 }, (_, index) => last(visit.iterations.get(index)?.scope.visits ?? []));
  return outputs.every(isText) ? `[${outputs.join(',')}]` : undefined;
}

/**
 * The steps from input to output.
 *
 * @param known values by the names of TestState's inspection
 * @returns `[{title, note, isSet, definition, value, isMissing}]`
 */
export function stepsOf(state, language, known) {
  const fields = (language === 'JSONata' ? JSONATA_STEPS : PATH_STEPS)[state.Type] ?? [];
  const steps = [{ title: t('flow.input'), note: t('flow.inputNote'), isSet: true, value: known.input }];
  for (const field of fields) {
    if (field === '*') {
      steps.push({ title: t(`flow.${state.Type}`), note: t(`flow.${state.Type}Note`), isSet: true, value: known.result, isMissing: known.result === undefined && known.output !== undefined });
      continue;
    }
    const own = field === 'ItemSelector' && state.ItemSelector === undefined ? state.Parameters : state[field], isSet = own !== undefined;
    if (!isSet && field === 'Assign') continue;
    const value = field === 'Assign' ? variablesText(known.assigned) : field === 'Result' ? undefined : known[INSPECTED[field]];
    const step = { title: field, isSet, definition: isSet ? JSON.stringify(own) : undefined, value: isSet ? value : undefined };
    step.note = isSet ? (own === null ? t('flow.null') : isText(own) ? own : '') : t(`flow.unset.${field === 'Parameters' || field === 'Arguments' ? 'whole' : field === 'ResultPath' ? 'result' : 'all'}`);
    step.isMissing = isSet && value === undefined && known.output !== undefined && !['Output', 'OutputPath', 'Result'].includes(field);
    steps.push(step);
  }
  steps.push({ title: t(state.Output === undefined ? 'flow.output' : 'flow.stateOutput'), note: t('flow.outputNote'), isSet: known.output !== undefined, value: known.output });
  return steps;
}

function variablesText(assigned) {
  if (!assigned) return undefined;
  if (isText(assigned)) return assigned;
  return `{${Object.entries(assigned).map(([name, value]) => `${JSON.stringify(name)}:${isText(value) ? value : JSON.stringify(value)}`).join(',')}}`;
}

/** The steps as a list. */
export function flowView(steps, { load } = {}) {
  return h('ol', { class: 'flow' }, steps.map(step => h('li', { class: step.isSet ? 'on' : '' },
    h('b', {}, step.title), ' ', h('span', { class: 'no' }, step.note ?? ''),
    step.definition && !isPath(step.definition) ? h('details', {}, h('summary', {}, t('flow.asWritten')), valueBlock(null, step.definition)) : null,
    step.isSet && step.value !== undefined ? valueBlock(null, step.value, { load }) : null,
    step.isMissing ? h('p', { class: 'sub' }, t('flow.notRecorded')) : null)));
}

const isPath = text => text.startsWith('"') || text === 'null';

/** What TestState is asked so that it tells what the history does not. */
export function inspectionRequest(entry, visit, variables) {
  const { state, language } = entry;
  if (!isText(visit?.input) || visit.to === null) return null;
  const definition = { ...(language === 'JSONata' ? { QueryLanguage: 'JSONata' } : {}), ...state };
  const request = { definition: JSON.stringify(definition), input: visit.input, inspectionLevel: 'DEBUG' };
  if (['Task', 'Map', 'Parallel'].includes(state.Type)) {
    const result = visit.result ?? visit.tries.at(-1)?.result;
    if (!isText(result)) return null;
    request.mock = { result };
  } else if (state.Type !== 'Pass') return null;
  if (variables && Object.keys(variables).length) request.variables = variablesText(variables);
  return request;
}

/**
 * The data flow of a visit: at once from the history, then with what TestState adds.
 *
 * @param ask sends a request to TestState and gives its answer
 */
export function visitFlow(entry, visit, { ask, load, variables }) {
  const known = knownOf(visit, entry.state, entry.language), steps = stepsOf(entry.state, entry.language, known);
  const place = own(h('div', {}, flowView(steps, { load })));
  if (!visit) place.prepend(h('p', { class: 'sub' }, t('flow.notRun')));
  const request = steps.some(step => step.isMissing) ? inspectionRequest(entry, visit, variables) : null;
  if (request) {
    ask(request).then(answer => {
      // Values that lie in between are TestState's; those the history holds stay the history's.
      const merged = { ...answer.inspectionData, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) };
      place.replaceChildren(flowView(stepsOf(entry.state, entry.language, merged), { load }));
    }, error => place.append(h('p', { class: 'sub' }, t('flow.noInspection', { why: error.message }))));
  }
  return place;
}
