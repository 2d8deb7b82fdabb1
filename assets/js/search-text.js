/* Text as the index has it: the rules of edition/search/fold.py, and keys to compare words by. */
recordSearch.text = (function () {
  "use strict";

  const LAO = /[\u0e80-\u0eff]+/g;
  const JOINER = "\u2060";
  const ENDING = /(?:at(?:ions?|ing|ed|es?|ors?)|ments?|ions?|ing|ies|ed|es|ers?|s|y|e)$/;
  let syllable = null;

  function syllables(run) {
    syllable ??= new RegExp(recordSearch.data.lao, "g");
    return run.match(syllable).join(" ");
  }

  function fold(text) {
    return text
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim()
      .replace(/đ/g, "\u1e0f")
      .replace(/Đ/g, "\u1e0e")
      .replace(/([\u0e80-\u0eff]) (?=[\u0e80-\u0eff])/g, `$1 ${JOINER} `)
      .replace(LAO, syllables);
  }

  /* Marks of where words found begin and end, U+E000 and U+E001, may stand between the letters. */
  function unfold(text) {
    return text
      .replace(/([\u0e80-\u0eff]\ue001?) (?=\ue000?[\u0e80-\u0eff])/g, "$1")
      .replace(/ \u2060 /g, " ")
      .replace(/\u2060/g, "")
      .replace(/\u1e0f/g, "đ")
      .replace(/\u1e0e/g, "Đ")
      .replace(/\ue001\ue000/g, "");
  }

  /* The key of a text, words joined by spaces: without case, accents and punctuation. Lao keeps all its signs. */
  function bare(text) {
    return text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/[đð]/g, "d")
      .replace(/['’ʼ]/g, "")
      .normalize("NFC")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim();
  }

  function stem(word) {
    return word.length > 4 ? word.replace(ENDING, "") : word;
  }

  /* Whether a word of a page is what was asked for: the word itself, a form of it, or, for the word that is still
     being typed, a longer one. Both are keys. */
  function alike(found, asked, unfinished) {
    if (found === asked || (unfinished && found.startsWith(asked))) return true;
    const begin = stem(asked);
    return begin.length > 3 && found.startsWith(begin) && stem(found) === begin;
  }

  /* How many letters must be changed, left out, put in or swapped to make one key of the other; at most `most` + 1. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return Math.min(last[b.length], most + 1);
  }

  return { fold, unfold, bare, stem, alike, distance };
})();
