// Definitions, landscapes and which questions are shown: the rules of questionnaires/engine
// (README.md there). Pure functions: no page, no storage, no clock.
"use strict";

const assessItems = (() => {
  const text = typeof require === "undefined" ? assessText : require("./text.js");

  const inUse = ["daily", "uses", "weekly", "monthly", "rarely"]; // the deepest first
  const usualForEach = 8;
  const usualLongest = 500;

  /** A definition's JSON as the engine wants it: one list of questions, defaults filled in. */
  function compile(json, digest) {
    const questions = [];
    const sections = json.sections.map((section, index) => {
      const first = questions.length;
      for (const question of section.questions) {
        questions.push({
          ...question, section: index,
          steps: typeof question.steps === "string" ? json.scales[question.steps] : question.steps,
          longest: question.longest ?? usualLongest,
          whole: question.whole ?? true,
          categories: question.categories ?? [],
        });
      }
      return { ...section, first, count: questions.length - first,
        forEach: section.for_each && { question: section.for_each.question,
          most: section.for_each.most ?? usualForEach } };
    });
    return { id: json.id, version: json.version, digest, languages: json.languages,
      title: json.title, about: json.about, minutes: json.minutes ?? 0, sections, questions,
      byId: new Map(questions.map((question) => [question.id, question])) };
  }

  /**
   * The landscape by id and by spelling. `data`: {edition, digest, categories: [[id, name]],
   * tools: [[id, name, [alias], [category index], retired 0 or 1]]}.
   */
  function readLandscape(data) {
    const tools = data.tools.map(([id, name, aliases, categories, retired]) => ({ id, name, aliases,
      retired: retired === 1, categories: categories.map((index) => data.categories[index][0]) }));
    const bySpelling = new Map();
    for (const tool of tools) {
      for (const spelling of [tool.id, tool.name, ...tool.aliases]) {
        const key = text.spellingKey(spelling);
        if (key !== "" && !bySpelling.has(key)) {
          bySpelling.set(key, tool);
        }
      }
    }
    return { edition: data.edition, digest: data.digest, tools,
      categories: data.categories.map(([id, name]) => ({ id, name })),
      byId: new Map(tools.map((tool) => [tool.id, tool])),
      find: (spelling) => bySpelling.get(text.spellingKey(spelling)) };
  }

  /** A text of the definition in a language, else in its first one. */
  function textIn(definition, local, language) {
    if (local === undefined || typeof local === "string") {
      return local ?? "";
    }
    return local[language] ?? local[definition.languages[0]] ?? "";
  }

  /** The definition's language nearest to the one wanted: "de" to "de-AT"; else its first. */
  function nearestLanguage(definition, wanted) {
    for (let tag = wanted; tag !== ""; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
      if (definition.languages.includes(tag)) {
        return tag;
      }
    }
    return definition.languages[0];
  }

  const isInUse = (depth) => inUse.includes(depth);
  const isMissing = (answer) =>
    typeof answer === "object" && answer !== null && !Array.isArray(answer);

  function isAnAnswer(question, answer) {
    if (question.kind === "multiple") {
      return Array.isArray(answer) && answer.length > 0;
    }
    if (question.kind === "tools") {
      return Array.isArray(answer) && answer.some((tool) => isInUse(tool.depth));
    }
    return !isMissing(answer);
  }

  function has(question, answer, values) {
    if (!Array.isArray(answer)) {
      return false;
    }
    return question.kind === "tools"
      ? answer.some((tool) => isInUse(tool.depth) && values.includes(tool.tool))
      : answer.some((choice) => values.includes(choice));
  }

  /** `shown` maps a question's id to the answer to its item that is shown. */
  function holds(definition, condition, shown) {
    if (condition.all) {
      return condition.all.every((part) => holds(definition, part, shown));
    }
    if (condition.any) {
      return condition.any.some((part) => holds(definition, part, shown));
    }
    if (condition.not) {
      return !holds(definition, condition.not, shown);
    }
    const answer = shown.get(condition.question);
    if (answer === undefined) {
      return false;
    }
    const question = definition.byId.get(condition.question);
    if (condition.is) {
      return typeof answer === "string" && condition.is.includes(answer);
    }
    if (condition.has) {
      return has(question, answer, condition.has);
    }
    if (condition.at_least !== undefined) {
      return typeof answer === "number" && answer >= condition.at_least;
    }
    if (condition.at_most !== undefined) {
      return typeof answer === "number" && answer <= condition.at_most;
    }
    return isAnAnswer(question, answer) === condition.answered;
  }

  /** The name of an answer's tool as it is shown. */
  function nameOf(landscape, tool) {
    return tool.name ?? landscape.byId.get(tool.tool)?.name ?? tool.tool;
  }

  const markOf = (tool) => (tool.tool === undefined ? `name:${tool.name}` : tool.tool);

  function toolsInUse(landscape, answer, most) {
    if (!Array.isArray(answer)) {
      return [];
    }
    const seen = new Set();
    return answer
      .filter((tool) => isInUse(tool.depth) &&
        (tool.tool === undefined || landscape.byId.has(tool.tool)))
      .map((tool) => ({ tool, depth: inUse.indexOf(tool.depth), name: nameOf(landscape, tool) }))
      .map((one) => ({ ...one, key: text.spellingKey(one.name) }))
      .sort((a, b) => a.depth - b.depth || text.compare(a.key, b.key) ||
        text.compare(a.name, b.name) ||
        text.compare(a.tool.tool ?? a.tool.name, b.tool.tool ?? b.tool.name))
      .map((one) => one.tool)
      .filter((tool) => !seen.has(markOf(tool)) && seen.add(markOf(tool)))
      .slice(0, most);
  }

  /** The items that are shown for these answers (a Map by key), in order. */
  function shownItems(definition, landscape, answers) {
    const items = [];
    const shown = new Map();
    const showSection = (section, tool) => {
      for (const question of definition.questions.slice(section.first, section.first + section.count)) {
        if (question.shown_if && !holds(definition, question.shown_if, shown)) {
          continue;
        }
        const key = tool ? `${question.id}@${markOf(tool)}` : question.id;
        if (answers.has(key)) {
          shown.set(question.id, answers.get(key));
        }
        items.push({ key, question, tool });
      }
    };
    for (const section of definition.sections) {
      if (section.shown_if && !holds(definition, section.shown_if, shown)) {
        continue;
      }
      if (!section.forEach) {
        showSection(section);
        continue;
      }
      const list = shown.get(section.forEach.question);
      for (const tool of toolsInUse(landscape, list, section.forEach.most)) {
        section.questions.forEach((question) => shown.delete(question.id));
        showSection(section, tool);
      }
    }
    return items;
  }

  /** The item that a key names, whether it is shown or not; undefined where there is none. */
  function itemOfKey(definition, landscape, key) {
    const at = key.indexOf("@");
    const question = definition.byId.get(at < 0 ? key : key.slice(0, at));
    if (!question || (definition.sections[question.section].forEach !== undefined) !== (at >= 0)) {
      return undefined;
    }
    if (at < 0) {
      return { key, question };
    }
    const part = key.slice(at + 1);
    let tool = landscape.byId.has(part) ? { tool: part } : undefined;
    if (part.startsWith("name:") && part.length > "name:".length) {
      const name = part.slice("name:".length);
      const known = landscape.find(name);
      tool = known ? { tool: known.id } : { name };
    }
    return tool && { key: `${question.id}@${markOf(tool)}`, question, tool };
  }

  return { compile, readLandscape, textIn, nearestLanguage, isMissing, nameOf, markOf, shownItems,
    itemOfKey };
})();

if (typeof module !== "undefined") {
  module.exports = assessItems;
}
