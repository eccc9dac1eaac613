// The engine: what is wrong with an answer, and the session that asks. The rules, their order and
// the reasons of refusals are those of questionnaires/engine/README.md; tests/support/
// engine_cases.json holds runs that both engines reproduce. No page, no storage, no clock.
"use strict";

const assessEngine = (() => {
  const text = typeof require === "undefined" ? assessText : require("./text.js");
  const items = typeof require === "undefined" ? assessItems : require("./items.js");

  const depths = ["daily", "weekly", "monthly", "rarely", "uses", "evaluating", "wanted",
    "stopped", "never", "dont-know", "not-applicable"];
  const mostTyped = 50;
  const longestName = 100;
  const longestRespondent = 64;
  const fine = null;
  const no = (reason, ...about) => ({ reason, about: about.map(text.shown) });

  function checkMissing(question, answer) {
    switch (answer.missing) {
      case "dont-know": return question.dont_know ? fine : no("no-dont-know");
      case "not-applicable": return question.not_applicable ? fine : no("no-not-applicable");
      case "skipped": return question.required ? no("needs-answer") : fine;
      default: return no("wrong-kind");
    }
  }

  function checkChoices(question, answer) {
    const seen = new Set();
    for (const choice of answer) {
      if (!question.choices.some((one) => one.id === choice)) {
        return no("no-such-choice", choice);
      }
      if (seen.has(choice)) {
        return no("choice-twice", choice);
      }
      seen.add(choice);
    }
    return fine;
  }

  const isOffered = (question, tool) => question.categories.length === 0 ||
    tool.categories.some((category) => question.categories.includes(category));

  function checkTyped(landscape, question, name) {
    if (!question.other_tools) {
      return no("names-not-offered", name);
    }
    const fault = text.faultOfTyped(name, longestName, false);
    if (fault) {
      return no(`name-${fault}`, text.characters(text.tidied(name)), longestName);
    }
    if (text.spellingKey(name) === "") {
      return no("name-empty");
    }
    const known = landscape.find(name);
    if (!known) {
      return fine;
    }
    return isOffered(question, known) ? no("name-known", name, known.name)
      : no("tool-not-offered", known.name);
  }

  function checkKnown(landscape, question, id) {
    const tool = landscape.byId.get(id);
    if (!tool) {
      return no("no-such-tool", id);
    }
    return isOffered(question, tool) ? fine : no("tool-not-offered", tool.name);
  }

  function checkTools(landscape, question, answer) {
    const seen = new Set();
    let typed = 0;
    for (const tool of answer) {
      const known = tool.tool !== undefined;
      const refusal = known ? checkKnown(landscape, question, tool.tool)
        : checkTyped(landscape, question, tool.name);
      if (refusal) {
        return refusal;
      }
      const mark = known ? tool.tool : `name:${text.spellingKey(tool.name)}`;
      const name = items.nameOf(landscape, tool);
      if (seen.has(mark)) {
        return no("tool-twice", name);
      }
      seen.add(mark);
      if (!question.depth && tool.depth !== "uses") {
        return no("depth-not-asked", name);
      }
      if (!known && ++typed > mostTyped) {
        return no("too-many-names", mostTyped);
      }
    }
    return fine;
  }

  function checkNumber(question, number) {
    if (!Number.isFinite(number)) {
      return no("number-broken");
    }
    if (number < question.least) {
      return no("number-too-small", question.least);
    }
    if (number > question.most) {
      return no("number-too-large", question.most);
    }
    if (question.whole && !Number.isInteger(number)) {
      return no("number-not-whole");
    }
    // Away from zero at the half, as in C++.
    const thousandth = Math.sign(number) * Math.round(Math.abs(number) * 1000) / 1000;
    return thousandth === number ? fine : no("number-too-fine");
  }

  const isTool = (one) => typeof one === "object" && one !== null && !Array.isArray(one) &&
    (typeof one.tool === "string") !== (typeof one.name === "string") && depths.includes(one.depth);

  /** What is wrong with an answer: {reason, about}, the key of its words and what is put in. */
  function checkAnswer(landscape, question, answer) {
    if (items.isMissing(answer)) {
      return checkMissing(question, answer);
    }
    const kinds = {
      single: () => typeof answer === "string",
      multiple: () => Array.isArray(answer) && answer.every((one) => typeof one === "string"),
      tools: () => Array.isArray(answer) && answer.every(isTool),
      scale: () => typeof answer === "number",
      number: () => typeof answer === "number",
      text: () => typeof answer === "string",
    };
    if (!kinds[question.kind]()) {
      return no("wrong-kind");
    }
    switch (question.kind) {
      case "single": return checkChoices(question, [answer]);
      case "multiple": return checkChoices(question, answer);
      case "tools": return checkTools(landscape, question, answer);
      case "scale": return [1, 2, 3, 4, 5].includes(answer) ? fine : no("no-such-step");
      case "number": return checkNumber(question, answer);
      default: {
        const fault = text.faultOfTyped(answer, question.longest, true);
        return fault
          ? no(`text-${fault}`, text.characters(text.tidied(answer)), question.longest) : fine;
      }
    }
  }

  /** What is wrong with a code name; null where it fits. */
  function checkRespondent(name) {
    const fault = text.faultOfTyped(name, longestRespondent, false);
    return fault ? no(`respondent-${fault}`, longestRespondent) : fine;
  }

  /** An answer that fits, in the form in which it is kept. */
  function asKept(question, answer) {
    if (items.isMissing(answer)) {
      return { missing: answer.missing };
    }
    switch (question.kind) {
      case "multiple":
        return question.choices.map((one) => one.id).filter((id) => answer.includes(id));
      case "tools":
        return answer
          .map((one) => (one.tool === undefined
            ? { name: text.tidied(one.name), depth: one.depth } : { tool: one.tool, depth: one.depth }))
          .sort((a, b) => (a.tool === undefined) - (b.tool === undefined) ||
            text.compare(a.tool ?? a.name, b.tool ?? b.name));
      case "text": return text.tidied(answer);
      case "number": return answer + 0;
      default: return answer;
    }
  }

  /** One person's way through a questionnaire. A draft must be one that fitDraft() has fitted. */
  class Session {
    constructor(definition, landscape, draft) {
      this.definition = definition;
      this.landscape = landscape;
      this.language = items.nearestLanguage(definition, draft?.language ?? "");
      this.respondent = draft?.respondent ?? "";
      this.answers = new Map(draft?.answers ?? []);
      this.items = items.shownItems(definition, landscape, this.answers);
      this.at = this.items[0]?.key ?? "";
      if (draft) {
        this.at = draft.at;
        const sameEnd = draft.at === "" && draft.digest === definition.digest;
        if (!sameEnd && this.find(draft.at) === undefined) {
          this.at = this.items.find((item) => !this.answers.has(item.key))?.key ?? "";
        }
      }
    }

    find(key) {
      return this.items.find((item) => item.key === key);
    }

    refuse(key, reason) {
      return { key, reason, about: [] };
    }

    answer(key, answer) {
      const item = this.find(key);
      if (!item) {
        return this.refuse(key, "not-shown");
      }
      const refusal = checkAnswer(this.landscape, item.question, answer);
      if (refusal) {
        return { key, ...refusal };
      }
      this.answers.set(key, asKept(item.question, answer));
      this.items = items.shownItems(this.definition, this.landscape, this.answers);
      if (this.at !== "" && !this.find(this.at)) {
        this.at = key;
      }
      return null;
    }

    next() {
      const index = this.items.findIndex((item) => item.key === this.at);
      if (index < 0) {
        return null;
      }
      const item = this.items[index];
      if (!this.answers.has(item.key)) {
        if (item.question.required) {
          return this.refuse(item.key, "needs-answer");
        }
        this.answers.set(item.key, { missing: "skipped" });
      }
      this.at = this.items[index + 1]?.key ?? "";
      return null;
    }

    back() {
      const index = this.items.findIndex((item) => item.key === this.at);
      this.at = this.items[Math.max(0, (index < 0 ? this.items.length : index) - 1)]?.key ?? "";
    }

    jump(key) {
      if (!this.find(key)) {
        return this.refuse(key, "not-shown");
      }
      this.at = key;
      return null;
    }

    toEnd() {
      this.at = "";
    }

    missing() {
      return this.items.filter((item) => item.question.required && !this.answers.has(item.key))
        .map((item) => this.refuse(item.key, "needs-answer"));
    }

    done() {
      return this.items.filter((item) => this.answers.has(item.key)).length;
    }

    /** Answers to the items shown, "skipped" where there is none, as a Map by key. */
    result() {
      return new Map(this.items.map((item) =>
        [item.key, this.answers.get(item.key) ?? { missing: "skipped" }]));
    }
  }

  return { Session, checkAnswer, checkRespondent, asKept, depths };
})();

if (typeof module !== "undefined") {
  module.exports = assessEngine;
}
