// What the page knows: the session, what is typed and no answer yet, the words, and the draft.
// Pages draw themselves from it and tell it what happens.
"use strict";

const assessApp = (() => {
  const { textIn, nearestLanguage } = assessItems;

  class App {
    /** `data` is what assess form has put into the page. */
    constructor(data) {
      this.data = data;
      this.definition = assessItems.compile(data.questionnaire, data.digest);
      this.landscape = assessItems.readLandscape(data.landscape);
      this.drafts = new assessDrafts.Drafts(data.questionnaire.id);
      this.typed = new Map(); // by key: {raw, refusal}
      this.savedText = null;
      this.onChange = () => {};
      this.open();
    }

    open() {
      const { draft, typed, broken } = this.drafts.load();
      this.broken = broken ?? false;
      this.changes = [];
      this.resumed = false;
      if (draft && draft.questionnaire.id === this.definition.id) {
        const fitted = assessFiles.fitDraft(this.definition, this.landscape, draft);
        this.changes = fitted.changes;
        this.session = new assessEngine.Session(this.definition, this.landscape, fitted.draft);
        this.restoreTyped(typed);
        this.resumed = this.session.answers.size > 0 || this.typed.size > 0;
      } else {
        this.session = new assessEngine.Session(this.definition, this.landscape);
        this.session.language = this.firstLanguage();
      }
      if (assessEngine.checkRespondent(this.session.respondent)) {
        this.session.respondent = this.drafts.code();
      }
    }

    /** The one that assess form was told; else the reader's own; else the definition's first. */
    firstLanguage() {
      const wanted = this.data.language ? [this.data.language] : navigator.languages ?? [];
      for (const tag of wanted) {
        const near = nearestLanguage(this.definition, tag);
        if (tag === near || tag.startsWith(`${near}-`)) {
          return near;
        }
      }
      return this.definition.languages[0];
    }

    restoreTyped(typed) {
      for (const [key, raw] of Object.entries(typed ?? {})) {
        const item = assessItems.itemOfKey(this.definition, this.landscape, key);
        if (item && item.key === key && assessTyped.isTyped(item.question, raw)) {
          this.typed.set(key, { raw, refusal: this.judge(item, raw).refusal });
        }
      }
    }

    judge(item, raw) {
      const verdict = raw === null ? { answer: [] }
        : assessTyped.judge(this.landscape, item.question, raw);
      const isNothing = !verdict.answer && !verdict.refusal && verdict.answer !== 0;
      return isNothing && item.question.required
        ? { refusal: { reason: "needs-answer", about: [] }, nothing: true }
        : { ...verdict, nothing: isNothing };
    }

    /**
     * What a control holds now. What is no answer yet is kept as typed, and blocks going on; the
     * session keeps only answers. `quietly`: somebody is still typing.
     */
    give(item, raw, quietly = false) {
      const { key } = item;
      const { answer, refusal, nothing } = this.judge(item, raw);
      const before = this.session.answers.get(key);
      this.typed.delete(key);
      if (refusal && (before !== undefined || !nothing)) {
        this.typed.set(key, { raw, refusal });
      } else if (nothing && before !== undefined && before.missing !== "skipped") {
        this.session.answer(key, { missing: "skipped" });
      } else if (!nothing) {
        this.session.answer(key, answer);
      }
      this.savedText = null;
      this.keep();
      this.onChange(key, this.typed.get(key)?.refusal ?? null, quietly);
    }

    /** What the controls of an item show: what is typed; null for "none of these"; an answer. */
    rawOf(item) {
      if (this.typed.has(item.key)) {
        return this.typed.get(item.key).raw;
      }
      const answer = this.session.answers.get(item.key);
      return Array.isArray(answer) && answer.length === 0 ? null : answer;
    }

    /** What stands in the way of an item, or null. */
    problemOf(item) {
      const typed = this.typed.get(item.key);
      if (typed) {
        return typed.refusal;
      }
      const open = item.question.required && !this.session.answers.has(item.key);
      return open ? { reason: "needs-answer", about: [] } : null;
    }

    /** Goes past these items as the engine does: what is optional and open becomes "skipped". */
    pass(items) {
      for (const item of items) {
        if (!this.session.jump(item.key)) {
          this.session.next();
        }
      }
      this.keep();
    }

    keep() {
      const typed = Object.fromEntries([...this.typed].map(([key, { raw }]) => [key, raw]));
      const kept = this.drafts.save(assessFiles.draftOf(this.session), typed);
      this.onKept?.(kept);
    }

    setLanguage(language) {
      this.session.language = language;
      this.keep();
    }

    setCode(code) {
      const refusal = assessEngine.checkRespondent(code);
      if (!refusal) {
        this.session.respondent = assessText.tidied(code);
        this.drafts.keepCode(this.session.respondent);
        this.savedText = null;
        this.keep();
      }
      return refusal;
    }

    startOver() {
      const { language } = this.session;
      this.drafts.forget();
      this.typed.clear();
      this.savedText = null;
      this.open();
      this.session.language = language;
    }

    /** Makes the text of the answer file. Call it only where nothing is missing or half typed. */
    makeFile() {
      this.session.toEnd();
      this.drafts.keepCode(this.session.respondent);
      this.keep();
      this.savedText = assessFiles.answerFile(this.session);
      return this.savedText;
    }

    /** A name that every file system takes. */
    fileName() {
      const plain = this.session.respondent.replace(/[^\p{L}\p{N}._-]/gu, "-").replace(/^[.-]+/, "");
      return `answers-${[...plain].slice(0, 64).join("") || "somebody"}.json`;
    }

    /** The language of the page's own words: the session's, or English. */
    wordLanguage() {
      const { language } = this.session;
      const all = this.data.words.next;
      return [language, language.split("-")[0], "en"].find((tag) => all[tag] !== undefined);
    }

    /** For the questionnaire's texts, where the page's own words are in another language. */
    contentLanguage() {
      return this.session.language === this.wordLanguage() ? null : this.session.language;
    }

    word(key, ...values) {
      const word = this.data.words[key];
      if (!word) {
        throw new Error(`no word "${key}"`);
      }
      return assessText.filled(word[this.wordLanguage()], values);
    }

    text(local) {
      return textIn(this.definition, local, this.session.language);
    }

    refusalText(refusal) {
      return `${this.word(refusal.reason, ...refusal.about)}. ` +
        this.word(`${refusal.reason}-hint`, ...refusal.about);
    }

    /** What changed since the draft was saved, as sentences. */
    changeTexts() {
      return this.changes.map(({ word, values }) => this.word(word, ...values.map((value) =>
        (typeof value === "object" ? this.word(value.reason, ...value.about) : value))));
    }

    /** The page's answers in words, for the review. */
    answerText(item) {
      const { question } = item;
      const answer = this.session.answers.get(item.key);
      if (this.typed.has(item.key) || answer === undefined) {
        return this.word("open");
      }
      if (assessItems.isMissing(answer)) {
        return this.word(answer.missing);
      }
      const choiceText = (id) => this.text(question.choices.find((one) => one.id === id).text);
      switch (question.kind) {
        case "single": return choiceText(answer);
        case "scale": return `${answer} · ${this.text(question.steps[answer - 1])}`;
        case "multiple": return answer.map(choiceText).join(", ") || this.word("none-of-these");
        case "tools": return answer.map((tool) => this.toolText(question, tool)).join(", ") ||
          this.word("tools-none");
        case "number": return answer.toLocaleString(this.session.language, { maximumFractionDigits: 3 });
        default: return answer;
      }
    }

    toolText(question, tool) {
      const name = assessItems.nameOf(this.landscape, tool);
      return question.depth ? `${name} (${this.word(`depth-${tool.depth}`)})` : name;
    }

    announce(text) {
      clearTimeout(this.soon);
      this.live.textContent = text;
    }

    /** Once the typing pauses: a screen reader shall not read each letter's count. */
    announceSoon(text) {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => { this.live.textContent = text; }, 700);
    }
  }

  return { App };
})();
