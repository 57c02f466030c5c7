/** The fields of the inspector's form: which each type of state has, and how each is edited. */

/** Kinds of editing: `text`, `number`, `json`, `expression` (JSON or a text in braces), `resource`, `path`, and the lists. */
const TASK = {
  JSONPath: [['Resource', 'resource'], ['InputPath', 'path'], ['Parameters', 'json'], ['ResultSelector', 'json'], ['ResultPath', 'path'], ['OutputPath', 'path'], ['Assign', 'json'], ['TimeoutSeconds', 'number'], ['HeartbeatSeconds', 'number']],
  JSONata: [['Resource', 'resource'], ['Arguments', 'expression'], ['Output', 'expression'], ['Assign', 'json'], ['TimeoutSeconds', 'expression'], ['HeartbeatSeconds', 'expression']],
};
const FIELDS = {
  Task: TASK,
  Pass: { JSONPath: [['InputPath', 'path'], ['Parameters', 'json'], ['Result', 'json'], ['ResultPath', 'path'], ['OutputPath', 'path'], ['Assign', 'json']], JSONata: [['Output', 'expression'], ['Assign', 'json']] },
  Choice: { JSONPath: [['InputPath', 'path'], ['OutputPath', 'path'], ['Assign', 'json']], JSONata: [['Output', 'expression'], ['Assign', 'json']] },
  Wait: { JSONPath: [['Seconds', 'number'], ['SecondsPath', 'path'], ['Timestamp', 'text'], ['TimestampPath', 'path'], ['InputPath', 'path'], ['OutputPath', 'path']], JSONata: [['Seconds', 'expression'], ['Timestamp', 'text'], ['Output', 'expression'], ['Assign', 'json']] },
  Succeed: { JSONPath: [['InputPath', 'path'], ['OutputPath', 'path']], JSONata: [['Output', 'expression']] },
  Fail: { JSONPath: [['Error', 'text'], ['ErrorPath', 'path'], ['Cause', 'text'], ['CausePath', 'path']], JSONata: [['Error', 'text'], ['Cause', 'text']] },
  Parallel: { JSONPath: [['InputPath', 'path'], ['Parameters', 'json'], ['ResultSelector', 'json'], ['ResultPath', 'path'], ['OutputPath', 'path'], ['Assign', 'json']], JSONata: [['Arguments', 'expression'], ['Output', 'expression'], ['Assign', 'json']] },
  Map: { JSONPath: [['InputPath', 'path'], ['ItemsPath', 'path'], ['ItemSelector', 'json'], ['MaxConcurrency', 'number'], ['ToleratedFailureCount', 'number'], ['ResultSelector', 'json'], ['ResultPath', 'path'], ['OutputPath', 'path'], ['Assign', 'json']], JSONata: [['Items', 'expression'], ['ItemSelector', 'expression'], ['MaxConcurrency', 'expression'], ['ToleratedFailureCount', 'expression'], ['Output', 'expression'], ['Assign', 'json']] },
};

/** The fields of a state as `[{name, kind}]`. */
export const fieldsOf = (type, language) => (FIELDS[type]?.[language] ?? []).map(([name, kind]) => ({ name, kind }));

/** Types that take Retry and Catch. */
export const hasRetry = type => ['Task', 'Parallel', 'Map'].includes(type);

/** A value as the form shows it. */
export function shownValue(value, kind) {
  if (value === undefined) return '';
  if (value === null) return 'null';
  if (kind === 'json' || (kind === 'expression' && typeof value !== 'string')) return JSON.stringify(value, null, 2);
  return String(value);
}

/**
 * What was typed as a value; undefined takes the field away.
 *
 * @throws SyntaxError, for JSON that is none; RangeError, for what is no number
 */
export function readValue(text, kind) {
  const typed = text.trim();
  if (typed === '') return undefined;
  switch (kind) {
    case 'json': return JSON.parse(typed);
    case 'number': {
      const number = Number(typed);
      if (!Number.isFinite(number)) throw new RangeError(`${typed} is no number`);
      return number;
    }
    case 'expression':
      if (typed.startsWith('{%') || !/^[[{"\d-]|^(true|false|null)$/.test(typed)) return typed;
      return JSON.parse(typed);
    case 'path': return typed === 'null' ? null : typed;
    default: return text;
  }
}

/** Comparisons of a rule in JSONPath that the form offers. */
export const COMPARISONS = ['StringEquals', 'StringMatches', 'StringLessThan', 'StringGreaterThan', 'NumericEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals', 'BooleanEquals', 'TimestampEquals', 'TimestampLessThan', 'TimestampGreaterThan', 'IsPresent', 'IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp'];

/** What a comparison is with, from what was typed. */
export function comparedValue(comparison, text) {
  if (comparison.startsWith('Numeric')) return Number(text);
  if (comparison.startsWith('Boolean') || comparison.startsWith('Is')) return text.trim() !== 'false';
  return text;
}

/** A rule the form can show in a row: one comparison of one variable; others are edited as JSON. */
export function simpleRule(rule) {
  const comparison = Object.keys(rule).find(key => COMPARISONS.includes(key));
  return rule.Variable !== undefined && comparison ? { variable: rule.Variable, comparison, value: String(rule[comparison]) } : null;
}
