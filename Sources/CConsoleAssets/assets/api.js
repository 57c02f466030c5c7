// Requests to the endpoints of the console.
import { here } from './place.js';

const ROOT = '/_newel/console/';

/** A refusal: `error` is its code, `status` HTTP's, `field` and `line` where the fault lies, if known. */
export class APIError extends Error {
  constructor(status, body) {
    super(body.message || `HTTP ${status}`);
    Object.assign(this, body);
    this.status = status;
  }
}

/** The address of an endpoint in the page's account and region. */
export function endpoint(path, query = {}) {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...here(), ...query })) if (value !== null && value !== undefined && value !== '') all.set(name, value);
  return `${ROOT}${path}?${all}`;
}

async function ask(method, path, query, body) {
  let reply;
  try {
    reply = await fetch(endpoint(path, query), {
      method, headers: { 'X-Console': '1', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    throw new APIError(0, { error: 'Unreachable', message: cause.message });
  }
  if (!reply.ok) {
    const body = await reply.json().catch(() => ({}));
    if (reply.status === 401) dispatchEvent(new CustomEvent('newel-signin'));
    throw new APIError(reply.status, body);
  }
  return reply.headers.get('content-type')?.startsWith('application/json') ? reply.json() : reply.text();
}

/** Reads: `get('machines')`, `get('executions/m/e/payload', { event: 3, member: 'input' })`. */
export const get = (path, query) => ask('GET', path, query);
/** Writes. */
export const post = (path, body = {}) => ask('POST', path, {}, body);
/** Replaces. */
export const put = (path, body) => ask('PUT', path, {}, body);
/** Removes. */
export const remove = path => ask('DELETE', path, {});
/** Runs any AWS action as whoever is signed in: `action('sqs', 'PurgeQueue', { QueueUrl })`. */
export const action = (service, name, input = {}) => post(`actions/${service}/${name}`, input);
