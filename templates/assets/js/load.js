// Reads a mentor's page from another one.
import { read } from './later.js';
import { byKey } from './values.js';

// load returns the address of a mentor's page, and the page, in which nothing runs; null
// where there is none. The address given has {mentor} where the name goes.
export async function load(address, slug) {
  const url = address.replace('{mentor}', slug);
  return [url, /^[a-z0-9-]+$/.test(slug) ? await read(url) : null];
}

// lines returns the values that a text holds, one in a line: name=value.
export function lines(text) {
  const given = byKey([]);
  for (const [, name, value] of text.matchAll(/^([^=\n]+)=(.*)$/gm)) (given[name] ??= []).push(value);
  return given;
}
