// One question on the page: a group with its name, help, controls and what is wrong.
"use strict";

const assessQuestions = (() => {
  const { element, freshId } = assessDom;
  const missings = [["dont_know", "dont-know"], ["not_applicable", "not-applicable"]];

  function extras(question) {
    return missings.filter(([field]) => question[field]).map(([, id]) => id);
  }

  function optionText(app, text, help) {
    return element("span.name", { lang: app.contentLanguage() }, text,
      help ? element("span.help", null, help) : null);
  }

  /** Radio buttons: of a single choice, of a scale, with "don't know" apart. */
  function drawRadios(app, item, options) {
    const { question } = item;
    const name = freshId("choice");
    const clear = question.required ? null : element("button.plain.clear", { type: "button",
      "on:click": () => {
        group.querySelectorAll("input").forEach((radio) => { radio.checked = false; });
        app.give(item, "");
        clear.hidden = true;
        group.querySelector("input").focus();
      } }, app.word("clear"));
    const given = app.rawOf(item);
    const radio = (value, checked, label, className) => element(`label.option${className}`, null,
      element("input", { type: "radio", name, checked, "on:change": () => {
        app.give(item, value);
        if (clear) {
          clear.hidden = false;
        }
      } }), label);
    const main = options.map(({ value, text, help, step }) => radio(value, given === value,
      step ? element("span.step", { lang: app.contentLanguage() },
        element("span.number", { "aria-hidden": "true" }, String(step)), text)
        : optionText(app, text, help), ""));
    const others = extras(question).map((id) => radio({ missing: id }, given?.missing === id,
      element("span.name", null, app.word(id)), ".extra"));
    if (clear) {
      clear.hidden = given === undefined || given?.missing === "skipped";
    }
    const group = element("div.radios", null,
      element(question.kind === "scale" ? "div.scale" : "div.options", null, ...main),
      others.length > 0 || clear ? element("div.extras", null, ...others, clear) : null);
    return { node: group, focusTarget: () => group.querySelector("input") };
  }

  /** Check boxes; "none of these" and "don't know" stand alone. */
  function drawBoxes(app, item) {
    const { question } = item;
    const given = app.rawOf(item);
    const box = (checked, label, className, onTick) => {
      const input = element("input", { type: "checkbox", checked, "on:change": onTick });
      return { input, node: element(`label.option${className}`, null, input, label) };
    };
    const choices = question.choices.map((choice) => ({ choice,
      ...box(Array.isArray(given) && given.includes(choice.id),
        optionText(app, app.text(choice.text), app.text(choice.help)), "", () => tell(null)) }));
    const alone = [["none", null, "none-of-these"],
      ...extras(question).map((id) => [id, { missing: id }, id])].map(([id, raw, word]) => ({ raw,
      ...box(raw === null ? given === null : given?.missing === id,
        element("span.name", null, app.word(word)), ".extra", () => tell(id)), id }));
    function tell(ticked) {
      const sole = alone.find((one) => one.id === ticked);
      if (sole?.input.checked) {
        [...choices, ...alone].forEach((one) => { one.input.checked = one === sole; });
        app.give(item, sole.raw);
        return;
      }
      if (ticked === null) {
        alone.forEach((one) => { one.input.checked = false; });
      }
      app.give(item, choices.filter((one) => one.input.checked).map((one) => one.choice.id));
    }
    const node = element("div.boxes", null, element("div.options", null,
      ...choices.map((one) => one.node)), element("div.extras", null, ...alone.map((one) => one.node)));
    return { node, focusTarget: () => node.querySelector("input") };
  }

  /** A line or a box to type in; "don't know" beside it empties it. */
  function drawField(app, item, ids) {
    const { question } = item;
    const given = app.rawOf(item);
    const oneLine = ["team", "tool-name", "tool-homepage"].includes(question.records);
    const long = question.kind === "text" && question.longest > 120 && !oneLine;
    const field = element(long ? "textarea.field" : "input.field", {
      type: long ? null : "text", rows: long ? "4" : null, autocomplete: "off",
      inputmode: question.kind === "number" ? (question.whole ? "numeric" : "decimal") : null,
      "aria-labelledby": ids.legend, "aria-describedby": ids.described, "aria-required":
        question.required ? "true" : null,
      "on:input": () => tell(true), "on:change": () => tell(false) });
    field.value = typeof given === "object" || given === undefined ? "" : String(given);
    if (question.kind === "number") {
      field.classList.add("short");
    }
    const boxes = extras(question).map((id) => {
      const box = element("input", { type: "checkbox", checked: given?.missing === id,
        "on:change": () => {
          boxes.forEach((other) => { other.box.checked = other.box === box && box.checked; });
          field.value = "";
          app.give(item, box.checked ? { missing: id } : "");
        } });
      return { box, node: element("label.option.extra", null, box,
        element("span.name", null, app.word(id))) };
    });
    const count = element("p.hint", { "aria-hidden": "true" });
    function tell(typing) {
      if (field.value !== "") {
        boxes.forEach(({ box }) => { box.checked = false; });
      }
      const ticked = boxes.some(({ box }) => box.checked);
      showCount();
      if (!ticked) {
        app.give(item, field.value, typing);
      }
    }
    function showCount() {
      const left = question.longest - assessText.characters(assessText.tidied(field.value));
      count.hidden = question.kind !== "text" || left > question.longest / 4;
      count.textContent = left < 0 ? app.word("too-many", -left) : app.word("left", left);
    }
    showCount();
    const hint = question.kind === "number"
      ? element("p.hint", null, app.word("number-range", question.least, question.most)) : count;
    const node = element("div.typed", null, field, hint, boxes.length > 0
      ? element("div.extras", null, ...boxes.map(({ node: one }) => one)) : null);
    return { node, focusTarget: () => field, field };
  }

  function drawControls(app, item, ids) {
    const { question } = item;
    switch (question.kind) {
      case "single":
        return drawRadios(app, item, question.choices.map((choice) => ({ value: choice.id,
          text: app.text(choice.text), help: app.text(choice.help) })));
      case "scale":
        return drawRadios(app, item, question.steps.map((step, i) => ({ value: i + 1, step: i + 1,
          text: app.text(step) })));
      case "multiple": return drawBoxes(app, item);
      case "tools": {
        const picker = new assessToolPicker.ToolPicker(app, item);
        return { node: picker.node, focusTarget: () => picker.focusTarget(),
          show: (refusal) => picker.markOpen(refusal?.reason === "needs-depth") };
      }
      default: return drawField(app, item, ids);
    }
  }

  /** {key, node, show(refusal or null), focusTarget()}. */
  function draw(app, item) {
    const { question } = item;
    const ids = { legend: freshId("legend"), help: freshId("help"), error: freshId("error") };
    const help = app.text(question.help);
    ids.described = `${help ? `${ids.help} ` : ""}${ids.error}`;
    const error = element("p.error", { id: ids.error, hidden: true });
    const controls = drawControls(app, item, ids);
    const node = element("fieldset.question", { "aria-describedby": ids.described },
      element("legend", { id: ids.legend },
        element("span.text", { lang: app.contentLanguage() }, app.text(question.text)),
        element("span.need", null, app.word(question.required ? "required" : "optional"))),
      help ? element("p.help", { id: ids.help, lang: app.contentLanguage() }, help) : null,
      error, controls.node);
    const show = (refusal) => {
      node.classList.toggle("wrong", refusal !== null);
      error.hidden = refusal === null;
      error.textContent = refusal ? app.refusalText(refusal) : "";
      controls.field?.setAttribute("aria-invalid", refusal ? "true" : "false");
      controls.show?.(refusal);
    };
    return { key: item.key, node, show, focusTarget: controls.focusTarget };
  }

  return { draw };
})();
