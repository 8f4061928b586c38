// What a page keeps apart until somebody begins to use it.

// read returns another file of the portal as a document, in which nothing runs; null where
// there is none.
export function read(url) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.overrideMimeType('text/html; charset=utf-8');
    request.responseType = 'document';
    request.onload = () => done(request.status === 200 ? request.response : null);
    request.onerror = () => done(null);
    request.send();
  });
}

// later adds to the page what its form says later, where that is kept apart. Lists and
// sections take the places that stand there empty.
export async function later({ dataset }) {
  if (!dataset.later) return;
  const parts = await read(dataset.later);
  if (!parts) throw new Error(dataset.later);
  for (const part of parts.querySelectorAll('datalist, section')) document.getElementById(part.id).replaceWith(part);
  document.body.append(...parts.querySelectorAll('template'));
}
