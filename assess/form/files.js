// Answer files ("assess/answers/1") and drafts ("assess/draft/1"): made, checked, made to fit a
// changed questionnaire. The same rules as questionnaires/answer_files and engine/fit_draft.cpp.
"use strict";

const assessFiles = (() => {
  const text = typeof require === "undefined" ? assessText : require("./text.js");
  const items = typeof require === "undefined" ? assessItems : require("./items.js");
  const engine = typeof require === "undefined" ? assessEngine : require("./engine.js");

  const isObject = items.isMissing; // an object that is no list

  /** JSON without white space, keys by code point: what digests are taken of. */
  function canonicalJson(value) {
    if (Array.isArray(value)) {
      return `[${value.map(canonicalJson).join(",")}]`;
    }
    if (isObject(value)) {
      const keys = Object.keys(value).sort(text.compare);
      return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(",")}}`;
    }
    return JSON.stringify(value);
  }

  /** FNV-1a with 64 bits over the UTF-8 bytes: "fnv1a64:" and 16 hex digits. */
  function digestOf(string) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(string)) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
    return `fnv1a64:${hash.toString(16).padStart(16, "0")}`;
  }

  /** An object without a prototype, so that no key means anything but itself. */
  function toObject(answers) {
    const object = Object.create(null);
    for (const key of [...answers.keys()].sort(text.compare)) {
      object[key] = answers.get(key);
    }
    return object;
  }

  const questionnaireOf = ({ id, version, digest }) => ({ id, version, digest });

  /** The text of the file that a member sends back. */
  function answerFile(session) {
    const file = {
      format: "assess/answers/1",
      questionnaire: questionnaireOf(session.definition),
      landscape: { edition: session.landscape.edition, digest: session.landscape.digest },
      respondent: session.respondent,
      language: session.language,
      answers: toObject(session.result()),
    };
    file.checksum = digestOf(canonicalJson(file));
    return `${JSON.stringify(file, null, 2)}\n`;
  }

  /** What is needed to go on later, ready for JSON.stringify. */
  function draftOf(session) {
    return {
      format: "assess/draft/1",
      questionnaire: questionnaireOf(session.definition),
      respondent: session.respondent,
      language: session.language,
      at: session.at,
      questions: session.definition.questions.map((question) => question.id),
      answers: toObject(session.answers),
    };
  }

  /** Whether parsed JSON is a draft in form; what its answers say is fitDraft()'s to judge. */
  function isDraft(json) {
    return isObject(json) && json.format === "assess/draft/1" && isObject(json.questionnaire) &&
      typeof json.questionnaire.id === "string" && Number.isInteger(json.questionnaire.version) &&
      typeof json.questionnaire.digest === "string" && typeof json.language === "string" &&
      typeof json.at === "string" && typeof json.respondent === "string" && isObject(json.answers) &&
      (json.questions === undefined || Array.isArray(json.questions));
  }

  /** Answers under the landscape's own ids where it knows by now what was typed. */
  function asAsked(definition, landscape, answers) {
    const asked = new Map();
    const fromNames = new Map();
    for (const key of Object.keys(answers).sort(text.compare)) {
      const item = items.itemOfKey(definition, landscape, key);
      let answer = answers[key];
      if (item && item.question.kind === "tools" && Array.isArray(answer)) {
        answer = takeKnown(landscape, answer);
      }
      (item && item.key !== key ? fromNames : asked).set(item?.key ?? key, answer);
    }
    fromNames.forEach((answer, key) => asked.has(key) || asked.set(key, answer));
    return asked;
  }

  function takeKnown(landscape, tools) {
    const taken = [];
    for (const tool of tools) {
      const known = typeof tool?.name === "string" ? landscape.find(tool.name) : undefined;
      if (!known) {
        taken.push(tool);
      } else if (![...tools, ...taken].some((other) => other?.tool === known.id)) {
        taken.push({ tool: known.id, depth: tool.depth });
      }
    }
    return taken;
  }

  const nameOfPart = (part) => (typeof part === "string" ? part
    : text.shown(part?.tool ?? part?.name ?? "?"));
  const isToolList = (list) => list.some(isObject);

  /** Of a list the parts that fit by themselves, each once, and the names of the others. */
  function keepParts(landscape, question, list) {
    if (list.length > 0 && isToolList(list) !== (question.kind === "tools")) {
      return { list, dropped: [] };
    }
    const seen = new Set();
    const kept = [];
    const dropped = [];
    for (const part of list) {
      if (engine.checkAnswer(landscape, question, [part])) {
        dropped.push(nameOfPart(part));
      } else if (!seen.has(nameOfPart(part))) {
        seen.add(nameOfPart(part));
        kept.push(part);
      }
    }
    return { list: kept, dropped };
  }

  /**
   * Makes a draft fit the definition. Returns the draft for a Session (answers as a Map) and
   * `changes`: {word: a key of engine.json, values: what is put in}, in the order to say them; a
   * value can itself be a refusal.
   */
  function fitDraft(definition, landscape, json) {
    const language = items.nearestLanguage(definition, json.language);
    const changes = [];
    const say = (word, ...values) => changes.push({ word, values });
    const { version, digest } = json.questionnaire;
    const changed = digest !== definition.digest || version !== definition.version;
    if (changed) {
      say(version === definition.version ? "draft-changed" : "draft-other-version", version,
        definition.version);
    }
    if (changed) {
      newQuestions(definition, json.questions ?? []).forEach((question) =>
        say("draft-new-question", items.textIn(definition, question.text, language)));
    }
    const gone = new Map();
    const answers = new Map();
    for (const [key, given] of asAsked(definition, landscape, json.answers)) {
      const item = items.itemOfKey(definition, landscape, key);
      if (!item) {
        const id = key.split("@", 1)[0];
        gone.set(id, (gone.get(id) ?? 0) + 1);
        continue;
      }
      const local = items.textIn(definition, item.question.text, language);
      const isList = Array.isArray(given) && ["tools", "multiple"].includes(item.question.kind);
      const { list, dropped } = isList
        ? keepParts(landscape, item.question, given) : { list: given, dropped: [] };
      const refusal = engine.checkAnswer(landscape, item.question, list);
      if (refusal) {
        say("draft-answer-dropped", local, refusal);
        continue;
      }
      if (dropped.length > 0) {
        say("draft-parts-dropped", local, dropped.join(", "));
      }
      if (dropped.length === 0 || list.length > 0) {
        answers.set(item.key, engine.asKept(item.question, list));
      }
    }
    for (const id of [...gone.keys()].sort(text.compare)) {
      const question = definition.byId.get(id);
      say(question ? "draft-tool-gone" : "draft-question-gone",
        question ? items.textIn(definition, question.text, language) : text.shown(id), gone.get(id));
    }
    return { changes, draft: { language, respondent: json.respondent, at: json.at, digest, answers } };
  }

  /** Questions that a draft did not know; none where it does not say what it knew. */
  function newQuestions(definition, known) {
    return known.length === 0 ? []
      : definition.questions.filter((question) => !known.includes(question.id));
  }

  return { canonicalJson, digestOf, answerFile, draftOf, isDraft, fitDraft };
})();

if (typeof module !== "undefined") {
  module.exports = assessFiles;
}
