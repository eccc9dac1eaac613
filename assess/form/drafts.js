// What the browser keeps between visits: the draft, what is typed and no answer yet, and the code
// name for the next round. Works without storage too, and then says so.
"use strict";

const assessDrafts = (() => {
  const birds = ["avocet", "bittern", "bunting", "curlew", "dipper", "dunlin", "eider", "falcon",
    "finch", "gannet", "godwit", "grebe", "heron", "hoopoe", "ibis", "jackdaw", "kestrel", "kite",
    "lark", "linnet", "martin", "merlin", "oriole", "osprey", "pipit", "plover", "robin", "siskin",
    "starling", "swift", "tern", "wren"];
  const codeKey = "assess/respondent";

  /** A bird and four digits, such as wren-4821. */
  function randomCode() {
    const [bird, number] = crypto.getRandomValues(new Uint32Array(2));
    return `${birds[bird % birds.length]}-${1000 + (number % 9000)}`;
  }

  /** The draft of one questionnaire in this browser. */
  class Drafts {
    constructor(questionnaire) {
      this.draftKey = `assess/draft/${questionnaire}`;
      this.typedKey = `assess/typed/${questionnaire}`;
      this.works = this.tryStorage(() => {
        localStorage.setItem("assess/probe", "1");
        localStorage.removeItem("assess/probe");
        return true;
      }) ?? false;
    }

    /** Storage can be forbidden, full or gone at any moment; undefined then. */
    tryStorage(use) {
      try {
        return use(window.localStorage);
      } catch {
        return undefined;
      }
    }

    /** {draft, typed}, or {broken: true}, or {} where there is none. */
    load() {
      const stored = this.tryStorage((storage) => storage.getItem(this.draftKey));
      if (stored === null || stored === undefined) {
        return {};
      }
      try {
        const draft = JSON.parse(stored);
        return assessFiles.isDraft(draft) ? { draft, typed: this.loadTyped() } : this.setAside(stored);
      } catch {
        return this.setAside(stored);
      }
    }

    loadTyped() {
      try {
        const typed = JSON.parse(this.tryStorage((storage) => storage.getItem(this.typedKey)) ?? "{}");
        return assessItems.isMissing(typed) ? typed : {};
      } catch {
        return {};
      }
    }

    /** A draft that cannot be read is not thrown away: somebody may still rescue it by hand. */
    setAside(stored) {
      this.tryStorage((storage) => storage.setItem(`${this.draftKey}/broken`, stored));
      return { broken: true };
    }

    /** False where it could not be kept. */
    save(draft, typed) {
      this.works = this.tryStorage((storage) => {
        storage.setItem(this.draftKey, JSON.stringify(draft));
        storage.setItem(this.typedKey, JSON.stringify(typed));
        return true;
      }) ?? false;
      return this.works;
    }

    forget() {
      this.tryStorage((storage) => {
        [this.draftKey, this.typedKey, `${this.draftKey}/broken`].forEach((key) =>
          storage.removeItem(key));
      });
    }

    /** The code name of an earlier round, else a new one. */
    code() {
      const kept = this.tryStorage((storage) => storage.getItem(codeKey)) ?? "";
      return assessEngine.checkRespondent(kept) ? randomCode() : kept;
    }

    keepCode(code) {
      this.tryStorage((storage) => storage.setItem(codeKey, code));
    }
  }

  return { Drafts, randomCode };
})();
