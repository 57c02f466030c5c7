/** What may be written at a place of a definition: fields of the state's type, names of states, resources, functions, variables. */

const COMMON = ['Type', 'Comment', 'QueryLanguage'];
const PATHS = ['InputPath', 'OutputPath'];
/** The fields that are legal for each type, by query language. */
const FIELDS = {
  Task: { both: ['Resource', 'TimeoutSeconds', 'HeartbeatSeconds', 'Retry', 'Catch', 'Assign', 'Credentials', 'Next', 'End'], JSONPath: [...PATHS, 'Parameters', 'ResultSelector', 'ResultPath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath'], JSONata: ['Arguments', 'Output'] },
  Pass: { both: ['Assign', 'Next', 'End'], JSONPath: [...PATHS, 'Parameters', 'Result', 'ResultPath'], JSONata: ['Output'] },
  Choice: { both: ['Choices', 'Default', 'Assign'], JSONPath: PATHS, JSONata: ['Output'] },
  Wait: { both: ['Seconds', 'Timestamp', 'Assign', 'Next', 'End'], JSONPath: [...PATHS, 'SecondsPath', 'TimestampPath'], JSONata: ['Output'] },
  Succeed: { both: [], JSONPath: PATHS, JSONata: ['Output'] },
  Fail: { both: ['Error', 'Cause'], JSONPath: ['ErrorPath', 'CausePath'], JSONata: [] },
  Parallel: { both: ['Branches', 'Retry', 'Catch', 'Assign', 'Next', 'End'], JSONPath: [...PATHS, 'Parameters', 'ResultSelector', 'ResultPath'], JSONata: ['Arguments', 'Output'] },
  Map: { both: ['ItemProcessor', 'MaxConcurrency', 'ItemReader', 'ItemSelector', 'ItemBatcher', 'ResultWriter', 'ToleratedFailureCount', 'ToleratedFailurePercentage', 'Label', 'Retry', 'Catch', 'Assign', 'Next', 'End'],
    JSONPath: [...PATHS, 'ItemsPath', 'ResultSelector', 'ResultPath', 'MaxConcurrencyPath'], JSONata: ['Items', 'Output'] },
};
const MACHINE = ['Comment', 'StartAt', 'States', 'TimeoutSeconds', 'Version', 'QueryLanguage', 'ProcessorConfig'];
const RULE = { JSONPath: ['Variable', 'StringEquals', 'StringMatches', 'NumericEquals', 'NumericGreaterThan', 'NumericLessThan', 'NumericGreaterThanEquals', 'NumericLessThanEquals', 'BooleanEquals', 'TimestampEquals', 'IsPresent', 'IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp', 'And', 'Or', 'Not', 'Next', 'Assign'], JSONata: ['Condition', 'Next', 'Assign', 'Output'] };
const RETRIER = ['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy'];
const CATCHER = { JSONPath: ['ErrorEquals', 'Next', 'ResultPath', 'Assign'], JSONata: ['ErrorEquals', 'Next', 'Output', 'Assign'] };
/** Names of errors that the language itself gives. */
export const ERRORS = ['States.ALL', 'States.TaskFailed', 'States.Timeout', 'States.HeartbeatTimeout', 'States.Permissions', 'States.Runtime', 'States.DataLimitExceeded', 'States.BranchFailed', 'States.NoChoiceMatched', 'States.IntrinsicFailure', 'States.QueryEvaluationError', 'States.ExceedToleratedFailureThreshold', 'States.ItemReaderFailed', 'States.ResultWriterFailed', 'States.ParameterPathFailure', 'States.ResultPathMatchFailure', 'Lambda.TooManyRequestsException', 'Lambda.ServiceException', 'Lambda.Unknown'];
const INTRINSICS = ['States.Format', 'States.StringToJson', 'States.JsonToString', 'States.Array', 'States.ArrayPartition', 'States.ArrayContains', 'States.ArrayRange', 'States.ArrayGetItem', 'States.ArrayLength', 'States.ArrayUnique', 'States.Base64Encode', 'States.Base64Decode', 'States.Hash', 'States.JsonMerge', 'States.MathRandom', 'States.MathAdd', 'States.StringSplit', 'States.UUID'];
const JSONATA = ['$states.input', '$states.result', '$states.errorOutput', '$states.context', '$sum', '$count', '$map', '$filter', '$reduce', '$merge', '$keys', '$lookup', '$append', '$sort', '$reverse', '$distinct', '$zip', '$join', '$split', '$contains', '$match', '$replace', '$substring', '$substringBefore', '$substringAfter', '$uppercase', '$lowercase', '$trim', '$pad', '$length', '$string', '$number', '$boolean', '$not', '$exists', '$abs', '$floor', '$ceil', '$round', '$power', '$sqrt', '$random', '$min', '$max', '$average', '$now', '$millis', '$fromMillis', '$toMillis', '$uuid', '$hash', '$partition', '$range', '$parse', '$base64encode', '$base64decode', '$type', '$each', '$spread', '$sift', '$single', '$shuffle', '$formatNumber', '$formatBase', '$encodeUrlComponent'];
const CONTEXT = ['$$.Execution.Id', '$$.Execution.Input', '$$.Execution.Name', '$$.Execution.StartTime', '$$.State.Name', '$$.State.EnteredTime', '$$.State.RetryCount', '$$.StateMachine.Id', '$$.StateMachine.Name', '$$.Task.Token', '$$.Map.Item.Index', '$$.Map.Item.Value'];
/** Integrations that a Task may call, beside functions and activities. */
export const INTEGRATIONS = ['lambda:invoke', 'lambda:invoke.waitForTaskToken', 'sqs:sendMessage', 'sqs:sendMessage.waitForTaskToken', 'sns:publish', 'sns:publish.waitForTaskToken', 'states:startExecution', 'states:startExecution.sync', 'states:startExecution.sync:2', 'states:startExecution.waitForTaskToken', 'events:putEvents', 'events:putEvents.waitForTaskToken', 'http:invoke'].map(name => `arn:aws:states:::${name}`);

/** Where an offset is: the containers around it with their keys, whether it is a key or a value, and the string it is in. */
export function contextAt(text, offset) {
  const stack = [];
  let i = 0, string = null;
  while (i < offset) {
    const c = text[i], top = stack.at(-1);
    if (c === '"') {
      let end = i + 1;
      while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
      if (end >= offset) {
        string = { start: i + 1, end: Math.min(end, text.length) };
        break;
      }
      if (top?.type === 'object' && top.isKey) {
        top.key = unquoted(text.slice(i, end + 1));
        top.keys.push(top.key);
      }
      i = end;
    } else if (c === '{') stack.push({ type: 'object', keys: [], isKey: true, key: null, start: i });
    else if (c === '[') stack.push({ type: 'array', index: 0, start: i });
    else if (c === '}' || c === ']') stack.pop();
    else if (c === ':' && top?.type === 'object') top.isKey = false;
    else if (c === ',' && top) {
      if (top.type === 'object') top.isKey = true;
      else top.index++;
    }
    i++;
  }
  const top = stack.at(-1);
  const path = stack.map(one => (one.type === 'array' ? one.index : one.key)).slice(0, -1);
  return { stack, path, string, isKey: top?.type === 'object' && top.isKey, key: top?.key, keys: top?.keys ?? [], object: top };
}

function unquoted(text) { try { return JSON.parse(text); } catch { return text.slice(1, -1); } }

/** The members of the object that begins at an offset, as far as it can be read, one level deep: strings only. */
function membersAt(text, start) {
  const found = {};
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === '"') {
      const from = i;
      for (i++; i < text.length && text[i] !== '"' && text[i] !== '\n'; i++) if (text[i] === '\\') i++;
      if (depth !== 1) continue;
      const member = /^\s*:\s*("(?:\\.|[^"\\])*")?/.exec(text.slice(i + 1, i + 400));
      if (member) found[unquoted(text.slice(from, i + 1))] = member[1] ? unquoted(member[1]) : undefined;
    } else if (c === '{' || c === '[') depth++;
    else if ((c === '}' || c === ']') && --depth === 0) break;
  }
  return found;
}

/**
 * Suggestions at an offset: `{from, to, items: [{text, note, insert?}]}` or null.
 *
 * @param known `{resources: [{arn, note}]}` what is on this server
 */
export function suggestionsAt(text, offset, known) {
  const context = contextAt(text, offset), { stack, path, string } = context;
  if (!stack.length) return null;
  const place = placeOf(context, text), from = string ? string.start : offset, to = string ? string.end : offset;
  if (context.isKey) {
    const items = fieldsAt(place).filter(field => !context.keys.includes(field)).map(field => ({ text: field, insert: string ? undefined : `"${field}": ` }));
    // Outside quotes only right behind a brace, a comma or on a blank line.
    if (!string && !/[{,]\s*$/.test(text.slice(0, offset))) return null;
    return { from, to, items };
  }
  if (!string) return null;
  const typed = text.slice(string.start, offset);
  if (['Next', 'Default', 'StartAt'].includes(context.key)) return { from, to, items: place.states.map(name => ({ text: escaped(name) })) };
  if (context.key === 'Resource') return { from, to, items: known.resources.map(({ arn, note }) => ({ text: arn, note })) };
  if (context.key === 'Type') return { from, to, items: Object.keys(FIELDS).map(name => ({ text: name })) };
  if (context.key === 'QueryLanguage') return { from, to, items: ['JSONPath', 'JSONata'].map(name => ({ text: name })) };
  if (path.at(-1) === 'ErrorEquals' || (stack.at(-1).type === 'array' && stack.at(-2)?.key === 'ErrorEquals')) return { from, to, items: ERRORS.map(name => ({ text: name })) };
  const word = /[$\w.]*$/.exec(typed)[0];
  if (/\{%/.test(typed)) return { from: offset - word.length, to: offset, items: word ? [...place.variables, ...JSONATA].map(name => ({ text: name })) : [] };
  if (String(context.key).endsWith('.$') || /Path$/.test(context.key ?? '') || context.key === 'Variable') return { from: offset - word.length, to: offset, items: word ? [...place.variables, ...CONTEXT, ...INTRINSICS].map(name => ({ text: name })) : [] };
  return null;
}

const escaped = name => JSON.stringify(name).slice(1, -1);

/** What surrounds a place: the state, its type and language, the names of the states beside it, the variables that are assigned anywhere. */
function placeOf({ stack, object }, text) {
  const machines = [], states = [];
  let language = 'JSONPath';
  stack.forEach((one, i) => {
    if (one.type !== 'object') return;
    const before = stack[i - 1];
    if (before?.type === 'object' && stack[i - 2]?.key === 'States') states.push(one);
    else if (!before || ['ItemProcessor', 'Iterator'].includes(before.key) || (before.type === 'array' && stack[i - 2]?.key === 'Branches')) machines.push(one);
  });
  for (const one of [...machines, ...states]) language = membersAt(text, one.start).QueryLanguage ?? language;
  const machine = machines.at(-1), state = states.at(-1), list = machine && text.indexOf('{', text.indexOf('"States"', machine.start));
  const variables = [...new Set([...text.matchAll(/"Assign"\s*:\s*\{([^{}]*)/g)].flatMap(found => [...found[1].matchAll(/"(\w+)(?:\.\$)?"\s*:/g)].map(one => `$${one[1]}`)))];
  const owner = stack.at(-2), around = stack.at(-3);
  return {
    language, variables, states: list > 0 ? Object.keys(membersAt(text, list)) : [], isMachine: object === machine, isState: object === state, type: state && membersAt(text, state.start).Type,
    list: owner?.type === 'array' ? around?.key : undefined,
  };
}

function fieldsAt(place) {
  if (place.isMachine) return MACHINE;
  if (place.isState) {
    const fields = FIELDS[place.type];
    return fields ? [...COMMON, ...fields.both, ...fields[place.language] ?? []] : COMMON;
  }
  return { Retry: RETRIER, Catch: CATCHER[place.language], Choices: RULE[place.language] }[place.list] ?? [];
}
