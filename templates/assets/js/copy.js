// Puts a text onto the clipboard.

// copy tells whether it worked. Without the clipboard's permission, the text is
// copied from an element that shows it, and stays selected there.
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
