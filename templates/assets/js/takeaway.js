// Texts of a page that a visitor takes along: on the clipboard or in a file.

// copy puts a text onto the clipboard and tells whether it worked. Without the
// clipboard's permission, the text is copied from an element that shows it, and
// stays selected there.
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (!shown) return false;
    getSelection().selectAllChildren(shown);
    return document.execCommand('copy');
  }
}

// download hands a text to the browser under a file name.
export function download(text, name, type = 'text/markdown') {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
