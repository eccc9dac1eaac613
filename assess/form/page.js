// The page itself: its frame, moving between pages, and where the focus goes.
"use strict";

(() => {
  const { element, setChildren, focusOn, whenSteady } = assessDom;
  const { sectionPages, button } = assessPages;

  class Page {
    constructor(app) {
      this.app = app;
      this.at = "start"; // "start", a section page's id, "review", "saved"
      this.questions = [];
      app.onChange = (key, refusal, quietly) => this.onAnswer(key, refusal, quietly);
      app.onKept = () => this.showKept();
      this.drawFrame();
      this.draw(false);
      window.addEventListener("popstate", (event) => {
        if (typeof event.state?.at === "string") {
          this.show(event.state.at, true);
        }
      });
      history.replaceState({ at: this.at }, "");
    }

    drawFrame() {
      this.live = element("div.hidden-but-read", { "aria-live": "polite" });
      this.app.live = this.live;
      this.top = element("header.top", null);
      this.nav = element("nav.parts", null);
      this.main = element("main", { id: "main" });
      this.bottom = element("footer.bottom", null);
      this.dialog = element("dialog", { "aria-labelledby": "over-title" });
      this.skip = element("a.skip", { href: "#main", "on:click": (event) => {
        event.preventDefault();
        focusOn(this.main.querySelector("h1"));
      } });
      document.getElementById("app").append(this.skip, this.top,
        element("div.frame", null, this.nav, this.main), this.bottom, this.dialog);
    }

    pages() {
      return sectionPages(this.app);
    }

    /** Draws everything anew: another page, another language. */
    draw(moveFocus) {
      const { app } = this;
      document.documentElement.lang = app.wordLanguage();
      this.skip.textContent = app.word("skip-to-main");
      this.drawTop();
      this.drawBottom();
      this.drawPage();
      this.drawParts();
      const heading = this.main.querySelector("h1");
      const title = app.text(app.definition.title);
      document.title = heading.textContent === title ? title : `${heading.textContent} · ${title}`;
      document.body.dataset.at = ["start", "review", "saved"].includes(this.at) ? this.at : "section";
      if (moveFocus) {
        window.scrollTo(0, 0);
        focusOn(heading);
      }
    }

    drawTop() {
      const { app } = this;
      const name = (tag) => new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
      const languages = app.definition.languages.length < 2 ? null
        : element("div.languages", { role: "group", "aria-label": app.word("language") },
          ...app.definition.languages.map((tag) => element("button.plain", { type: "button",
            lang: tag, "data-language": tag,
            "aria-pressed": tag === app.session.language ? "true" : "false",
            "on:click": () => this.setLanguage(tag) }, name(tag))));
      setChildren(this.top, [element("span.brand", null, "assess"),
        ...(languages ? [languages] : [])]);
    }

    setLanguage(tag) {
      this.app.setLanguage(tag);
      this.draw(false);
      this.top.querySelector(`[data-language="${CSS.escape(tag)}"]`)?.focus();
    }

    drawBottom() {
      const { app } = this;
      this.kept = element("p.kept", null);
      setChildren(this.bottom, [this.kept,
        button("plain", app.word("start-over"), () => this.askToStartOver()), this.live]);
      this.showKept();
    }

    showKept() {
      const { app } = this;
      this.kept.textContent = app.word(app.drafts.works ? "draft-kept" : "draft-not-kept");
      this.kept.classList.toggle("trouble", !app.drafts.works);
    }

    askToStartOver() {
      const { app } = this;
      const answer = (over) => () => {
        this.dialog.close();
        if (over) {
          app.startOver();
          this.show("start");
        }
      };
      setChildren(this.dialog, [element("h2", { id: "over-title" }, app.word("over-title")),
        element("p", null, app.word("over-text")),
        element("div.buttons", null, button("secondary", app.word("over-no"), answer(false)),
          button("primary", app.word("over-yes"), answer(true)))]);
      this.dialog.showModal();
    }

    /** The list of parts, beside the page or folded above it. */
    drawParts() {
      const { app } = this;
      const pages = this.pages();
      const open = this.nav.querySelector("button.fold")?.getAttribute("aria-expanded") === "true";
      this.nav.setAttribute("aria-label", app.word("parts"));
      this.nav.hidden = this.at === "start" || this.at === "saved";
      const list = element("ol", { id: "parts" }, ...pages.map((page) => this.drawPart(page)),
        this.drawPart({ id: "review", title: app.word("review"), items: [] }));
      const fold = button("plain.fold", app.word("all-parts"), () => {
        const isOpen = this.nav.classList.toggle("open");
        fold.setAttribute("aria-expanded", isOpen ? "true" : "false");
      });
      fold.setAttribute("aria-expanded", open ? "true" : "false");
      fold.setAttribute("aria-controls", "parts");
      this.nav.classList.toggle("open", open);
      const done = app.session.done();
      const all = app.session.items.length;
      const label = app.word("progress", done, all);
      setChildren(this.nav, [element("div.progress", null,
        element("progress", { max: Math.max(1, all), value: done, "aria-label": label }),
        element("span", null, label)), fold, list]);
    }

    drawPart(page) {
      const { app } = this;
      const wrong = page.items.some((item) => app.typed.has(item.key));
      const done = page.items.length > 0 && !wrong &&
        page.items.every((item) => app.session.answers.has(item.key));
      const state = wrong ? "part-wrong" : done ? "part-done" : null;
      return element(`li${page.tool ? ".tool-part" : ""}`, null,
        element("button.plain", { type: "button",
          "aria-current": page.id === this.at ? "page" : null, "on:click": () => {
            this.nav.classList.remove("open");
            this.nav.querySelector("button.fold").setAttribute("aria-expanded", "false");
            this.show(page.id);
          } }, element("span.mark", { "aria-hidden": "true" }, wrong ? "!" : done ? "✓" : ""),
        element("span.part-name", null, page.title),
        state ? element("span.hidden-but-read", null, ` (${app.word(state)})`) : null));
    }

    drawPage() {
      const { app } = this;
      this.questions = [];
      const go = {
        start: () => this.start(), review: () => this.show("review"), save: () => this.save(),
        page: (id) => this.show(id), back: () => this.back(),
      };
      const page = this.pages().find((one) => one.id === this.at);
      if (this.at === "review") {
        setChildren(this.main, [assessPages.reviewPage(app, this.pages(), go)]);
      } else if (this.at === "saved" && app.savedText !== null) {
        setChildren(this.main, [assessPages.savedPage(app, go)]);
      } else if (page) {
        this.drawSection(page);
      } else {
        this.at = "start";
        setChildren(this.main, [assessPages.startPage(app, go)]);
      }
    }

    drawSection(page) {
      const { app } = this;
      const pages = this.pages();
      const place = pages.findIndex((one) => one.id === page.id);
      const about = app.text(page.section.about);
      const firstOfTools = !page.tool || pages[place - 1]?.section !== page.section;
      this.problems = element("div", null);
      this.list = element("div.questions", null);
      this.drawQuestions(page);
      const last = place === pages.length - 1;
      setChildren(this.main, [element("section", null,
        element("p.kicker", null, page.tool ? `${app.text(page.section.title)} · ` : null,
          app.word("part-of", place + 1, pages.length)),
        element("h1", { lang: page.tool ? null : app.contentLanguage() }, page.title),
        about && firstOfTools ? element("p.lede", { lang: app.contentLanguage() }, about) : null,
        this.problems, this.list,
        element("div.buttons", null,
          button("secondary", app.word("back"), () => this.back()),
          button("primary", app.word(last ? "to-review" : "next"), () => this.next())))]);
    }

    drawQuestions(page) {
      const old = new Map(this.questions.map((one) => [one.key, one]));
      this.questions = page.items.map((item) => {
        const question = old.get(item.key) ?? assessQuestions.draw(this.app, item);
        if (!old.has(item.key) && this.app.typed.has(item.key)) {
          question.show(this.app.typed.get(item.key).refusal);
        }
        return question;
      });
      setChildren(this.list, this.questions.map((one) => one.node));
    }

    /** An answer can show or hide questions, here and on other pages. */
    onAnswer(key, refusal, quietly) {
      const page = this.pages().find((one) => one.id === this.at);
      if (!page) {
        return;
      }
      const question = this.questions.find((one) => one.key === key);
      const isWrong = question?.node.classList.contains("wrong");
      const unfinished = refusal?.reason === "needs-depth" && !isWrong;
      if (question && (!quietly || isWrong) && !unfinished) {
        whenSteady(() => question.show(this.app.typed.get(key)?.refusal ?? null));
      }
      this.drawQuestions(page);
      this.drawParts();
      if (!page.items.some((item) => this.app.problemOf(item))) {
        setChildren(this.problems, []);
      }
    }

    start() {
      const pages = this.pages();
      const { at } = this.app.session;
      const page = pages.find((one) => one.items.some((item) => item.key === at));
      this.app.resumed = true;
      this.show(page ? page.id : this.app.session.answers.size > 0 ? "review" : pages[0]?.id ?? "review");
    }

    back() {
      const pages = this.pages();
      const place = this.at === "review" ? pages.length : pages.findIndex((one) => one.id === this.at);
      this.show(place > 0 ? pages[place - 1].id : "start");
    }

    next() {
      const page = this.pages().find((one) => one.id === this.at);
      if (this.showProblems(page.items)) {
        return;
      }
      this.app.pass(page.items);
      const pages = this.pages();
      const place = pages.findIndex((one) => one.id === this.at);
      this.show(pages[place + 1]?.id ?? "review");
    }

    /** Says what stands in the way, at the top and beside each question; true where there is any. */
    showProblems(items) {
      const { app } = this;
      const problems = items.map((item) => ({ item, refusal: app.problemOf(item) }))
        .filter((one) => one.refusal !== null);
      this.questions.forEach((question) =>
        question.show(problems.find((one) => one.item.key === question.key)?.refusal ?? null));
      const toQuestion = (item) => focusOn(this.questions
        .find((one) => one.key === item.key).focusTarget());
      setChildren(this.problems, problems.length > 0
        ? [assessPages.errorSummary(app, problems, toQuestion)] : []);
      if (problems.length > 0) {
        app.announce(this.problems.querySelector("h2").textContent);
        toQuestion(problems[0].item);
      }
      return problems.length > 0;
    }

    save() {
      const { app } = this;
      const code = this.main.querySelector("input[name=code]");
      if (app.setCode(code.value)) {
        focusOn(code);
        return;
      }
      const page = this.pages().find((one) => one.items.some((item) => app.problemOf(item)));
      if (page) {
        this.show(page.id);
        this.showProblems(page.items);
        return;
      }
      app.makeFile();
      assessPages.download(app);
      this.show("saved");
    }

    show(id, fromHistory = false) {
      this.at = id;
      this.draw(true);
      const item = this.pages().find((one) => one.id === this.at)?.items[0];
      if (item) {
        this.app.session.jump(item.key);
        this.app.keep();
      }
      if (!fromHistory) {
        history.pushState({ at: this.at }, "");
      }
    }
  }

  const data = JSON.parse(document.getElementById("data").textContent);
  new Page(new assessApp.App(data));
})();
