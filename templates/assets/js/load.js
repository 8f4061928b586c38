// Reads a mentor's page from another one.
import { byKey } from './values.js';

// load gives the address of a mentor's page, and the page, in which nothing runs; null
// where there is none. The address given has {mentor} where the name goes.
export function load(address, slug) {
  const url = address.replace('{mentor}', slug);
  if (!/^[a-z0-9-]+$/.test(slug)) return Promise.resolve([url, null]);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.onload = () => done([url, request.status === 200 ? request.response : null]);
    request.onerror = () => done([url, null]);
    request.send();
  });
}

// lines gives the values that a text holds, one in a line: name=value.
export function lines(text) {
  const given = byKey([]);
  for (const [, name, value] of text.matchAll(/^([^=\n]+)=(.*)$/gm)) (given[name] ??= []).push(value);
  return given;
}
