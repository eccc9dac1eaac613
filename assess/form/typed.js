// From what a person has typed or ticked to an answer, or to the reason why it is none yet.
// No page: the controls hand over plain values.
"use strict";

const assessTyped = (() => {
  const items = typeof require === "undefined" ? assessItems : require("./items.js");
  const engine = typeof require === "undefined" ? assessEngine : require("./engine.js");

  /** A number as people write it, with a comma or a point; undefined where it is none. */
  function readNumber(text) {
    const plain = text.replace(/[\s\u00a0]/g, "").replace(",", ".").replace(/^\u2212/, "-");
    return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
  }

  /**
   * `raw`: a string (text, number, single), a step, a list of choices or of tools (a tool without
   * a depth yet has ""), or {missing}. Returns {answer}, {refusal}, or {} for nothing at all.
   */
  function judge(landscape, question, raw) {
    const nothing = raw === "" || (typeof raw === "string" && raw.trim() === "") ||
      (Array.isArray(raw) && raw.length === 0);
    if (nothing) {
      return {};
    }
    let answer = raw;
    if (question.kind === "number" && typeof raw === "string") {
      answer = readNumber(raw);
      if (answer === undefined) {
        return { refusal: { reason: "number-broken", about: [] } };
      }
    }
    if (question.kind === "tools" && Array.isArray(raw)) {
      const open = raw.filter((tool) => tool.depth === "");
      if (open.length > 0) {
        return { refusal: { reason: "needs-depth",
          about: [open.map((tool) => items.nameOf(landscape, tool)).join(", ")] } };
      }
    }
    const refusal = engine.checkAnswer(landscape, question, answer);
    return refusal ? { refusal } : { answer };
  }

  /** Whether something kept from another visit has the form of what is typed to this question. */
  function isTyped(question, raw) {
    if (question.kind === "tools") {
      return Array.isArray(raw) && raw.length <= 1000 && raw.every((tool) =>
        items.isMissing(tool) && (typeof tool.tool === "string") !== (typeof tool.name === "string") &&
        (tool.depth === "" || engine.depths.includes(tool.depth)));
    }
    if (question.kind === "multiple") {
      return Array.isArray(raw) && raw.length === 0;
    }
    return ["text", "number"].includes(question.kind) && typeof raw === "string" && raw.length <= 40000;
  }

  return { judge, isTyped, readNumber };
})();

if (typeof module !== "undefined") {
  module.exports = assessTyped;
}
