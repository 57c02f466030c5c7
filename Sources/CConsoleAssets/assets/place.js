// The account and region a page shows: every address carries them.

const place = { region: '', account: '' };

/** Account and region. */
export const here = () => ({ ...place });

/** Takes them from the address, and what is missing there from the server. */
export function setPlace(query, fallback) {
  place.region = query.get('region') || fallback.region;
  place.account = query.get('account') || fallback.account;
}

/** An address with account and region: `to('/queues')`, `to('/search', { q: 'a' })`. */
export function to(path, query = {}) {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') all.set(name, value);
  if (place.region) all.set('region', place.region);
  if (place.account) all.set('account', place.account);
  return `${path}?${all}`;
}

/** The page of an execution. */
export const runPath = (machine, name) => `/executions/${encodeURIComponent(machine)}/${encodeURIComponent(name)}`;

/** How a stream names an execution. */
export const runID = (machine, name) => `${encodeURIComponent(machine)}/${encodeURIComponent(name)}`;
