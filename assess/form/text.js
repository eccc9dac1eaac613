// Text rules that the page shares with model/text and questionnaires/engine/text_rules: spelling
// keys, white space at the ends, control characters, order by code point. No page, no storage.
"use strict";

const assessText = (() => {
  // U+00C0 to U+017F without accents, lowered; "-" for the two signs that are no letters.
  const plainLatin = (
    "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss " +
    "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y " +
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g " +
    "g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l " +
    "l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s " +
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s"
  ).split(" ").map((letters) => (letters === "-" ? "" : letters));

  function isMark(code) {
    return (code >= 0x80 && code < 0xc0 && code !== 0xaa && code !== 0xb5 && code !== 0xba) ||
      (code >= 0x0300 && code <= 0x036f) || (code >= 0x2000 && code <= 0x2bff) ||
      (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x3020) ||
      (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfeff || code === 0xfffd ||
      (code >= 0x1f000 && code <= 0x1faff);
  }

  /** Key under which spellings are the same: "W&B" and "wb"; "C++" is not "C". */
  function spellingKey(text) {
    let key = "";
    for (const character of text) {
      let code = character.codePointAt(0);
      if (code >= 0xff01 && code <= 0xff5e) {
        code = code - 0xff01 + 0x21; // full-width forms of ASCII
      }
      if (code < 0x80) {
        const one = String.fromCharCode(code);
        key += /[A-Za-z0-9+#]/.test(one) ? one.toLowerCase() : "";
      } else if (code >= 0xc0 && code < 0x180) {
        key += plainLatin[code - 0xc0];
      } else if (!isMark(code)) {
        key += character;
      }
    }
    return key;
  }

  const space = "[\\t-\\r \\u0085\\u00a0\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff]";
  const spaceAtEnds = new RegExp(`^${space}+|${space}+$`, "gu");

  /** As typed text is kept: line breaks as "\n", no white space at the ends. */
  function tidied(text) {
    return text.replace(/\r\n?/g, "\n").replace(spaceAtEnds, "");
  }

  /** Number of code points. */
  function characters(text) {
    return [...text].length;
  }

  /**
   * Why a typed text is refused: "broken" (half a character), "control", "empty", "too-long";
   * null where it fits. With `lines`, line breaks and tabs are allowed.
   */
  function faultOfTyped(text, longest, lines) {
    if (/\p{Surrogate}/u.test(text)) {
      return "broken";
    }
    const kept = tidied(text);
    // eslint-disable-next-line no-control-regex
    const control = lines ? /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/ : /[\u0000-\u001f\u007f-\u009f]/;
    if (control.test(kept)) {
      return "control";
    }
    if (kept === "") {
      return "empty";
    }
    return characters(kept) > longest ? "too-long" : null;
  }

  /** Order by code point, which is also that of the UTF-8 bytes; JavaScript's own is by UTF-16. */
  function compare(one, other) {
    const left = [...one];
    const right = [...other];
    for (let i = 0; i < Math.min(left.length, right.length); ++i) {
      if (left[i] !== right[i]) {
        return left[i].codePointAt(0) - right[i].codePointAt(0);
      }
    }
    return left.length - right.length;
  }

  /** A person's own word for a message: on one line, without controls, at most 80 characters. */
  function shown(text) {
    const kept = [...String(text)];
    const short = kept.slice(0, 80).join("") + (kept.length > 80 ? "..." : "");
    return short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
  }

  /** A word with {0}, {1}, ... replaced; what is put in may hold braces itself. */
  function filled(word, values) {
    return word.replace(/\{(\d+)\}/g, (mark, index) =>
      index < values.length ? String(values[index]) : mark);
  }

  return { spellingKey, tidied, characters, faultOfTyped, compare, shown, filled };
})();

if (typeof module !== "undefined") {
  module.exports = assessText;
}
