// What people paste, without what nobody sees: control characters, marks that
// turn the direction of a text, halves of characters. The portal's own check
// refuses them, and YAML readers take some of them for the end of a line.

const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u115f\u1160\u17b4\u17b5\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\u{1d173}-\u{1d17a}\u{e0001}\p{Cs}]/gu;
const joiners = /(^|[\u0000-\u024f])[\u200b-\u200d]+/g;

// clean gives a text with plain line ends and only characters that show, or
// that join letters in scripts which need it.
export function clean(text) {
  return text
    .replace(breaks, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .replace(joiners, '$1');
}

// letters are those that Unicode does not take apart, as people write them who
// do not have them on their keyboards.
const letters = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' };

// slug gives a file's name for a person's: "Þórgerður Hlín" is
// "thorgerdur-hlin". It is "" for a name without Latin letters or digits.
export function slug(text) {
  return text
    .toLowerCase()
    .replace(/[øłđħıßæœþð]/g, (c) => letters[c])
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
