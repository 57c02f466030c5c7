/**
 * An Amazon States Language definition as the console reads it: the graph that is drawn, what a state calls, and where each state lives.
 *
 * A state is named by its path: its name at the top level, and `container␟lane␟name` inside a branch or an item processor. `␟` is the unit separator.
 */

/** What stands between the parts of a path. */
export const SEPARATOR = '\u001f';
/** The id of the pill every execution starts at. */
export const START = '\u0000start';
/** The id of the pill every finished execution ends at. */
export const END = '\u0000end';
/** The state types of the language. */
export const TYPES = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'];

const OPERATORS = {
  Equals: '=', EqualsPath: '=', GreaterThan: '>', GreaterThanPath: '>', LessThan: '<', LessThanPath: '<',
  GreaterThanEquals: '≥', GreaterThanEqualsPath: '≥', LessThanEquals: '≤', LessThanEqualsPath: '≤', Matches: '~',
};

/** The rule of a Choice as one line of text. */
export function ruleText(rule) {
  if (rule.Condition !== undefined) return String(rule.Condition).replace(/^\{%\s*|\s*%\}$/g, '');
  if (Array.isArray(rule.And)) return rule.And.map(ruleText).join(' and ');
  if (Array.isArray(rule.Or)) return rule.Or.map(ruleText).join(' or ');
  if (rule.Not) return `not (${ruleText(rule.Not)})`;
  for (const key of Object.keys(rule)) {
    const operator = /^(?:String|Numeric|Boolean|Timestamp)(\w+)$/.exec(key);
    if (operator && OPERATORS[operator[1]]) {
      const value = key.endsWith('Path') ? rule[key] : JSON.stringify(rule[key]);
      return `${rule.Variable} ${OPERATORS[operator[1]]} ${value}`;
    }
    if (/^Is[A-Z]/.test(key)) {
      const what = key.slice(2).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
      return `${rule.Variable} ${rule[key] === false ? 'is not' : 'is'} ${what}`;
    }
  }
  return rule.Next ?? '';
}

/** What a Task calls: `{service, action, mode, kind}`; `kind` chooses the icon. */
export function resourceOf(state) {
  const resource = String(state.Resource ?? '');
  let found;
  if ((found = /:states:::aws-sdk:(\w+):(\w+)(?:\.(\w+))?/.exec(resource))) {
    return { service: found[1], action: found[2], mode: found[3], kind: 'sdk' };
  }
  if ((found = /:states:::(\w+):(\w+)(?:\.(\w+))?/.exec(resource))) {
    return { service: found[1], action: found[2], mode: found[3], kind: found[1] };
  }
  if ((found = /:lambda:[^:]*:[^:]*:function:(.+)$/.exec(resource))) {
    return { service: 'lambda', action: found[1], kind: 'lambda' };
  }
  if ((found = /:activity:(.+)$/.exec(resource))) return { service: 'activity', action: found[1], kind: 'activity' };
  return { service: '', action: resource, kind: state.Type === 'Task' ? 'Task' : state.Type };
}

/** The icon of a state: a service's for a Task, else its type. */
export const kindOf = state => (state.Type === 'Task' ? resourceOf(state).kind : state.Type);

const SERVICES = {
  lambda: 'Lambda', sqs: 'SQS', sns: 'SNS', dynamodb: 'DynamoDB', events: 'EventBridge', http: 'HTTP', states: 'Step Functions',
  activity: 'Activity', ecs: 'ECS', batch: 'Batch', s3: 'S3', kms: 'KMS', sfn: 'Step Functions', iam: 'IAM', logs: 'Logs', sts: 'STS',
  cloudwatchlogs: 'Logs', eventbridge: 'EventBridge',
};

/** The name of a service as people write it. */
export const serviceName = service => SERVICES[service] ?? service;

/**
 * The second line of a state: what it is or what it calls.
 *
 * @param t the texts of the interface
 */
export function describe(state, t) {
  switch (state.Type) {
    case 'Task': {
      const { service, action, kind } = resourceOf(state);
      if (kind === 'lambda') return 'Lambda';
      return `${serviceName(service)} ${action}`.trim() || 'Task';
    }
    case 'Choice': return `Choice · ${counted(t, 'graph.rule', (state.Choices ?? []).length)}`;
    case 'Parallel': return `Parallel · ${counted(t, 'graph.branch', (state.Branches ?? []).length)}`;
    case 'Map': return isDistributed(state) ? t('graph.distributed') : 'Map';
    case 'Wait': return typeof state.Seconds === 'number' ? `Wait · ${state.Seconds} s` : 'Wait';
    default: return String(state.Type ?? '');
  }
}

const counted = (t, key, count) => t(count === 1 ? `${key}.one` : `${key}.many`, { count });

/** How a Task waits, as a sentence of its own; empty when it just asks and gets an answer. */
export function patternOf(state, t) {
  const { mode, kind } = state.Type === 'Task' ? resourceOf(state) : {};
  if (mode === 'waitForTaskToken') return t('graph.waitsForCallback');
  if (mode === 'sync') return t('graph.waitsForEnd');
  return kind === 'activity' ? t('graph.waitsForWorker') : '';
}

/** The machine that each item of a Map runs, whichever of its two names it has. */
export const processorOf = state => state.ItemProcessor ?? state.Iterator;
/** Whether the items of a Map run as executions of their own. */
export const isDistributed = state => processorOf(state)?.ProcessorConfig?.Mode === 'DISTRIBUTED';
/** The machines inside a container, in the order of its lanes; empty for other states. */
export function lanesOf(state) {
  if (state?.Type === 'Parallel') return Array.isArray(state.Branches) ? state.Branches : [];
  const processor = state?.Type === 'Map' ? processorOf(state) : undefined;
  return processor && typeof processor === 'object' ? [processor] : [];
}

const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);
const list = value => (Array.isArray(value) ? value.filter(isObject) : []);
/** The states of a machine as pairs of name and state, what is no object left out. */
export const statesOf = machine => Object.entries(isObject(machine?.States) ? machine.States : {}).filter(([, state]) => isObject(state));

/**
 * Every state of a definition by path, in the order they are written, with the query language that applies to it.
 *
 * @returns Map of path to `{path, name, state, parent, lane, machine, language}`
 */
export function indexOf(definition) {
  const index = new Map();
  const walk = (machine, prefix, parent, lane, language) => {
    for (const [name, state] of statesOf(machine)) {
      const path = prefix + name, own = state.QueryLanguage ?? language;
      index.set(path, { path, name, state, parent, lane, machine, language: own });
      lanesOf(state).forEach((inner, i) => {
        walk(inner, path + SEPARATOR + i + SEPARATOR, path, i, inner.QueryLanguage ?? language);
      });
    }
  };
  walk(definition, '', null, 0, definition?.QueryLanguage ?? 'JSONPath');
  return index;
}

/** Where a state may go: `[{to, kind, rule, label}]` with `kind` one of next, choice, default, catch. */
export function exitsOf(state) {
  const exits = [];
  if (state.Type === 'Choice') {
    list(state.Choices).forEach((rule, i) => exits.push({ to: rule.Next, kind: 'choice', rule: i, label: ruleText(rule) }));
    if (state.Default !== undefined) exits.push({ to: state.Default, kind: 'default', label: 'default' });
  } else if (state.Next !== undefined) exits.push({ to: state.Next, kind: 'next' });
  list(state.Catch).forEach((catcher, i) => {
    const names = Array.isArray(catcher.ErrorEquals) ? catcher.ErrorEquals : [];
    exits.push({ to: catcher.Next, kind: 'catch', rule: i, label: names.map(n => String(n).replace('States.', '')).join(', ') });
  });
  return exits;
}

/** How strongly each kind of edge pulls its ends into line. */
const WEIGHTS = { next: 4, choice: 2, default: 2, catch: 0.3 };

/**
 * The graph of a definition, for `layout`.
 *
 * @param size gives `{w, h}` of a state's box from `(name, state, path)`
 * @param measure gives the width of a label
 * @param folded paths of containers whose inside is not drawn
 */
export function toGraph(definition, { size, measure, folded = new Set() }) {
  const label = text => ({ text, w: measure(text) + 18, h: 20 });
  const machineGraph = (machine, prefix) => {
    const states = statesOf(machine), names = new Set(states.map(([name]) => name)), isRoot = prefix === '';
    const nodes = [], edges = [];
    let hasEnd = false;
    const link = (from, to, extra) => edges.push({ id: `${from}>${to}#${edges.length}`, from, to, ...extra });
    if (isRoot) {
      nodes.push({ id: START, w: 64, h: 30, type: 'Start' });
      if (names.has(machine.StartAt)) link(START, machine.StartAt, { kind: 'start', weight: 4 });
    }
    for (const [name, state] of states) {
      const path = prefix + name, node = { id: path, name, state, ...size(name, state, path) };
      const lanes = lanesOf(state);
      if (lanes.length && folded.has(path)) node.folded = true;
      else if (lanes.length) node.kids = lanes.map((inner, i) => machineGraph(inner, path + SEPARATOR + i + SEPARATOR));
      nodes.push(node);
      for (const { to, kind, rule, label: text } of exitsOf(state)) {
        if (!names.has(to)) continue;
        link(path, prefix + to, { kind, rule, weight: WEIGHTS[kind], label: text ? label(text) : undefined });
      }
      if (isRoot && (state.End === true || state.Type === 'Succeed' || state.Type === 'Fail')) {
        hasEnd = true;
        link(path, END, { kind: 'end', weight: state.Type === 'Fail' ? 0.3 : 2 });
      }
    }
    if (!states.length) {
      nodes.push({ id: `${prefix}\u0000empty`, w: 150, h: 40, type: 'Empty' });
      if (isRoot) link(START, '\u0000empty', { kind: 'start', weight: 4 });
    }
    if (isRoot && hasEnd) nodes.push({ id: END, w: 64, h: 30, type: 'End' });
    return { nodes, edges, start: isRoot ? START : prefix + machine.StartAt };
  };
  return machineGraph(definition ?? {}, '');
}
