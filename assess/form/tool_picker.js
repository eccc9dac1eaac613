// The question for tools: a search over a list of check boxes, all tools by category, and the
// tools chosen, each with how often it is used.
"use strict";

const assessToolPicker = (() => {
  const { element, freshId, setChildren } = assessDom;
  const { markOf } = assessItems;
  const offeredDepths = ["daily", "weekly", "monthly", "rarely", "uses", "evaluating", "wanted",
    "stopped"];
  const mostHits = 12;

  class ToolPicker {
    constructor(app, item) {
      this.app = app;
      this.item = item;
      this.question = item.question;
      this.search = assessToolSearch.makeSearch(app.session.landscape, item.question);
      const raw = app.rawOf(item);
      this.chosen = new Map((Array.isArray(raw) ? raw : []).map((one) => [markOf(one), { ...one }]));
      this.none = raw === null;
      this.rows = new Map(); // of results and categories, by the node of the row
      this.node = element("div.picker", null, this.drawSearch(), this.drawChosen(),
        this.drawNone(), this.drawBrowse());
      this.sync();
    }

    word(...key) {
      return this.app.word(...key);
    }

    nameOf(one) {
      return assessItems.nameOf(this.app.session.landscape, one);
    }

    drawSearch() {
      const results = freshId("results");
      const hint = freshId("hint");
      this.input = element("input.field", { id: freshId("search"), type: "search",
        autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search",
        "aria-controls": results, "aria-describedby": hint,
        "on:input": () => this.showHits(true),
        "on:keydown": (event) => this.onSearchKey(event) });
      this.results = element("ul.tools", { id: results, "aria-label": this.word("results") });
      this.found = element("p.found", null);
      return element("div.search", null,
        element("label.label", { for: this.input.id }, this.word("search-label")),
        this.input, element("p.hint", { id: hint }, this.word("search-hint")),
        this.found, this.results);
    }

    onSearchKey(event) {
      if (event.key !== "Enter" || event.isComposing) {
        return;
      }
      event.preventDefault();
      const first = this.results.querySelector("input[type=checkbox]");
      if (!first) {
        this.results.querySelector("button")?.click();
        return;
      }
      if (this.guessing) { // a guess is for the person to take
        first.focus();
        return;
      }
      if (!first.checked) {
        first.click();
      }
      (this.question.depth ? first.closest("li").querySelector("select") : first).focus();
    }

    showHits(say) {
      const typed = this.input.value.trim();
      const { tools, total, near } = this.search.find(typed, mostHits);
      this.rows.forEach((_, row) => this.results.contains(row) && this.rows.delete(row));
      const rows = tools.map((tool) => this.drawRow({ tool: tool.id }));
      this.guessing = near;
      const exact = this.app.session.landscape.find(typed);
      if (typed !== "" && this.question.other_tools && !exact &&
          assessText.spellingKey(typed) !== "") {
        rows.push(element("li", null, element("button.plain.add", { type: "button",
          "on:click": () => this.addTyped(typed) }, this.word("add-typed", typed))));
      }
      setChildren(this.results, rows);
      this.found.textContent = typed === "" ? "" : this.countWords(tools.length, total, near);
      if (say && typed !== "") {
        this.app.announceSoon(this.found.textContent);
      }
    }

    countWords(shown, total, near) {
      if (shown === 0) {
        return this.word("found-none");
      }
      if (near) {
        return this.word("found-near");
      }
      return total > shown ? this.word("found-first", shown, total)
        : this.word(total === 1 ? "found-one" : "found-some", total);
    }

    addTyped(typed) {
      const name = assessText.tidied(typed);
      const refusal = assessEngine.checkAnswer(this.app.session.landscape, this.question,
        [{ name, depth: "uses" }]);
      if (refusal) {
        this.found.textContent = this.app.refusalText(refusal);
        this.app.announce(this.found.textContent);
        return;
      }
      const twin = [...this.chosen.values()].find((one) => one.name !== undefined &&
        assessText.spellingKey(one.name) === assessText.spellingKey(name));
      const one = twin ?? { name, depth: this.question.depth ? "" : "uses" };
      this.choose(one, true);
      this.input.value = "";
      this.showHits(false);
      (this.list.querySelector(`[data-mark="${CSS.escape(markOf(one))}"] select`) ?? this.input).focus();
    }

    /** One tool that can be ticked; ticked, it asks how often. */
    drawRow(one) {
      const mark = markOf(one);
      const tool = this.app.session.landscape.byId.get(one.tool);
      const box = element("input", { type: "checkbox", "on:change": () =>
        this.choose({ ...one, depth: this.question.depth ? "" : "uses" }, box.checked) });
      const kind = tool.retired ? this.word("retired") : this.categoryNames(tool);
      const row = element("li.tool", null, element("label.option", null, box,
        element("span.name", null, tool.name, kind ? element("span.kind", null, kind) : null)));
      const select = this.question.depth ? this.drawDepth(mark, tool.name) : null;
      if (select) {
        row.append(select);
      }
      const sync = () => {
        box.checked = this.chosen.has(mark);
        if (select) {
          select.hidden = !box.checked;
          select.value = this.chosen.get(mark)?.depth ?? "";
        }
      };
      sync();
      this.rows.set(row, sync);
      return row;
    }

    categoryNames(tool) {
      const names = new Map(this.app.session.landscape.categories.map(({ id, name }) => [id, name]));
      return names.get(tool.categories[0]) ?? "";
    }

    drawDepth(mark, name) {
      const given = this.chosen.get(mark)?.depth ?? "";
      const depths = given === "" || offeredDepths.includes(given)
        ? offeredDepths : [...offeredDepths, given];
      const select = element("select.depth", { "aria-label": this.word("depth-of", name),
        "on:change": () => this.setDepth(mark, select.value) },
      element("option", { value: "", disabled: true }, this.word("depth-choose")),
      ...depths.map((depth) => element("option", { value: depth }, this.word(`depth-${depth}`))));
      select.value = given;
      return select;
    }

    setDepth(mark, depth) {
      const one = this.chosen.get(mark);
      if (one) {
        one.depth = depth;
        this.changed(false);
      }
    }

    choose(one, isChosen) {
      const mark = markOf(one);
      const name = this.nameOf(one);
      if (isChosen && !this.chosen.has(mark)) {
        this.chosen.set(mark, one);
        this.none = false;
      } else if (!isChosen) {
        this.chosen.delete(mark);
      }
      this.changed(true);
      this.app.announce(this.word(isChosen ? "tool-added" : "tool-removed", name, this.chosen.size));
    }

    changed(redraw) {
      this.app.give(this.item, this.none ? null : [...this.chosen.values()].map((one) => ({ ...one })));
      if (redraw) {
        this.syncChosen();
      }
      this.sync();
    }

    drawChosen() {
      this.title = element("h2.chosen-title", null);
      this.list = element("ul.chosen", null);
      this.empty = element("p.hint", null, this.word("chosen-none"));
      const part = element("div.yours", null, this.title, this.empty, this.list);
      this.syncChosen();
      return part;
    }

    syncChosen() {
      this.title.textContent = this.word("chosen-title", this.chosen.size);
      this.empty.hidden = this.chosen.size > 0;
      const old = new Map([...this.list.children].map((row) => [row.dataset.mark, row]));
      setChildren(this.list, [...this.chosen].map(([mark, one]) =>
        old.get(mark) ?? this.drawChosenRow(mark, one)));
    }

    drawChosenRow(mark, one) {
      const name = this.nameOf(one);
      return element("li.tool", { "data-mark": mark }, element("span.name", null, name),
        this.question.depth ? this.drawDepth(mark, name) : null,
        element("button.plain.remove", { type: "button",
          "aria-label": this.word("remove-tool", name),
          "on:click": () => this.remove(mark, one) }, this.word("remove")));
    }

    remove(mark, one) {
      const row = this.list.querySelector(`[data-mark="${CSS.escape(mark)}"]`);
      const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
      this.choose(one, false);
      (neighbour?.querySelector("button") ?? this.input).focus();
    }

    drawNone() {
      this.noneBox = element("input", { type: "checkbox", "on:change": () => {
        this.none = this.noneBox.checked;
        if (this.none) {
          this.chosen.clear();
        }
        this.changed(true);
      } });
      return element("label.option.none", null, this.noneBox,
        element("span.name", null, this.word("tools-none")));
    }

    drawBrowse() {
      const groups = this.search.byCategory.map((group) => {
        const list = element("ul.tools", null);
        return element("details.category", { "on:toggle": () => {
          if (list.childElementCount === 0) {
            list.append(...group.tools.map((tool) => this.drawRow({ tool: tool.id })));
          }
        } }, element("summary", null, group.name, " ",
          element("span.count", null, String(group.tools.length))), list);
      });
      return element("details.browse", null,
        element("summary", null, this.word("browse", this.search.size)), ...groups);
    }

    sync() {
      this.rows.forEach((sync) => sync());
      this.noneBox.checked = this.none;
      this.list.querySelectorAll("li").forEach((row) => {
        const select = row.querySelector("select");
        if (select) {
          select.value = this.chosen.get(row.dataset.mark)?.depth ?? "";
        }
      });
      this.markOpen(this.marking);
    }

    /** Shows, or no longer shows, at which tools the depth is missing. */
    markOpen(marking) {
      this.marking = marking;
      this.node?.querySelectorAll("select.depth").forEach((select) => {
        const open = marking === true && select.value === "";
        select.toggleAttribute("data-open", open);
        select.setAttribute("aria-invalid", open ? "true" : "false");
      });
    }

    focusTarget() {
      return [...this.list.querySelectorAll("select")].find((select) => select.value === "") ??
        this.input;
    }
  }

  return { ToolPicker };
})();
