// The pages one after the other: the start, a page for each section (and each tool of one that is
// asked for each tool), the review, and what to do with the file.
"use strict";

const assessPages = (() => {
  const { element, paragraphs, freshId, whenSteady } = assessDom;

  /** [{id, title, section, items}] of the items that are shown now. */
  function sectionPages(app) {
    const pages = [];
    for (const item of app.session.items) {
      const section = app.definition.sections[item.question.section];
      const mark = item.tool ? `@${assessItems.markOf(item.tool)}` : "";
      const id = `${section.id}${mark}`;
      if (pages.at(-1)?.id !== id) {
        pages.push({ id, section, tool: item.tool, items: [], title: item.tool
          ? assessItems.nameOf(app.landscape, item.tool) : app.text(section.title) });
      }
      pages.at(-1).items.push(item);
    }
    return pages;
  }

  const button = (className, text, onClick) => element(`button.${className}`,
    { type: "button", "on:click": onClick }, text);

  function notice(...children) {
    return element("div.notice", null, ...children);
  }

  function startPage(app, go) {
    const { definition } = app;
    const changes = app.changeTexts();
    const language = app.contentLanguage();
    return element("section.start", null,
      app.data.round ? element("p.kicker", null, app.data.round) : null,
      element("h1", { lang: language }, app.text(definition.title)),
      definition.minutes > 0
        ? element("p.lede", null, app.word("minutes", definition.minutes)) : null,
      element("div", { lang: language }, ...paragraphs(app.text(definition.about), "about")),
      element("p.private", null, app.word("stays-here")),
      app.broken ? notice(element("p", null, app.word("draft-broken"))) : null,
      changes.length > 0 ? notice(element("p", null, app.word("changed")),
        element("ul", null, ...changes.map((text) => element("li", null, text)))) : null,
      element("div.buttons", null,
        button("primary", app.word(app.resumed ? "go-on" : "start"), go.start)));
  }

  /** A question and what is wrong with its answer; no colon behind a question mark. */
  const joined = (question, fault) => (/[.?!:]$/.test(question) ? `${question} ${fault}`
    : `${question}: ${fault}`);

  function errorSummary(app, problems, goTo) {
    const title = freshId("problems");
    return element("div.notice.summary", { role: "group", "aria-labelledby": title },
      element("h2", { id: title }, app.word(problems.length === 1 ? "problem-one" : "problems",
        problems.length)),
      element("ul", null, ...problems.map(({ item, refusal }) => element("li", null,
        element("button.link", { type: "button", "on:click": () => goTo(item) },
          joined(app.text(item.question.text), app.word(refusal.reason, ...refusal.about)))))));
  }

  function reviewPage(app, pages, go) {
    const nameOf = (page) => (page.tool
      ? `${app.text(page.section.title)}: ${page.title}` : page.title);
    const part = (page) => element("section.part", null,
      element("div.part-head", null, element("h2", { lang: app.contentLanguage() }, nameOf(page)),
        element("button.plain", { type: "button", "aria-label": app.word("change-part", nameOf(page)),
          "on:click": () => go.page(page.id) }, app.word("change"))),
      element("dl", null, ...page.items.map((item) => {
        const wrong = app.problemOf(item);
        const open = !app.session.answers.has(item.key) || app.session.answers.get(item.key).missing;
        return element(wrong ? "div.wrong" : "div", null,
          element("dt", { lang: app.contentLanguage() }, app.text(item.question.text)),
          element(open ? "dd.open" : "dd", null, wrong ? app.refusalText(wrong)
            : app.answerText(item)));
      })));
    return element("section.review", null,
      element("h1", null, app.word("review-title")),
      element("p.lede", null, app.word("review-lede")),
      ...pages.map(part),
      codePart(app),
      element("div.buttons", null,
        button("secondary", app.word("back"), go.back),
        button("primary", app.word("save"), go.save)));
  }

  function codePart(app) {
    const error = element("p.error", { id: freshId("error"), hidden: true });
    const hint = element("p.help", { id: freshId("hint") }, app.word("code-help"));
    const field = element("input.field.short", { id: freshId("code"), type: "text", name: "code",
      autocomplete: "off", autocapitalize: "none", spellcheck: "false",
      "aria-describedby": `${hint.id} ${error.id}`, "on:change": () => {
        const refusal = app.setCode(field.value);
        whenSteady(() => {
          error.hidden = !refusal;
          error.textContent = refusal ? app.refusalText(refusal) : "";
          field.setAttribute("aria-invalid", refusal ? "true" : "false");
          field.closest(".question").classList.toggle("wrong", Boolean(refusal));
        });
      } });
    field.value = app.session.respondent;
    return element("section.question.code", null,
      element("h2", null, element("label", { for: field.id }, app.word("code-label"))),
      hint, error, field);
  }

  function download(app) {
    const address = URL.createObjectURL(new Blob([app.savedText], { type: "application/json" }));
    const link = element("a", { href: address, download: app.fileName() });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  function savedPage(app, go) {
    const area = element("textarea.field.file", { readonly: true, rows: "8", spellcheck: "false",
      "aria-label": app.word("file-text") });
    area.value = app.savedText;
    const copied = element("p.hint", { role: "status" });
    const copy = async () => {
      area.select();
      let done = false;
      try {
        await navigator.clipboard.writeText(area.value);
        done = true;
      } catch {
        done = document.execCommand("copy"); // where the page is no secure context
      }
      copied.textContent = app.word(done ? "copied" : "copy-yourself");
    };
    return element("section.saved", null,
      element("h1", null, app.word("saved-title")),
      element("p.lede", null, app.word("saved-lede")),
      element("ol.steps", null,
        element("li", null, app.word("saved-find"), " ", element("code", null, app.fileName())),
        element("li", null, app.word("saved-send")),
        element("li", null, app.word("saved-keep", app.session.respondent))),
      element("div.buttons", null,
        button("primary", app.word("save-again"), () => download(app)),
        button("secondary", app.word("change-answers"), go.review)),
      element("details.fallback", null,
        element("summary", null, app.word("no-file")),
        element("p", null, app.word("no-file-help")), area,
        element("div.buttons", null, button("secondary", app.word("copy"), copy)), copied));
  }

  return { sectionPages, startPage, reviewPage, savedPage, errorSummary, download, button };
})();
