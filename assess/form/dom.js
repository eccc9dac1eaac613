// Small tools for building the page. Text only ever becomes text: nothing here parses HTML.
"use strict";

const assessDom = (() => {
  /**
   * An element: element("p.note", {id: "x"}, "text", node, ...). Attributes that are false, null
   * or undefined are left out; functions become listeners ("on:click").
   */
  function element(selector, attributes, ...children) {
    const [tag, ...classes] = selector.split(".");
    const node = document.createElement(tag);
    if (classes.length > 0) {
      node.className = classes.join(" ");
    }
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (name.startsWith("on:")) {
        node.addEventListener(name.slice(3), value);
      } else if (value === true) {
        node.setAttribute(name, "");
      } else if (value !== false && value !== null && value !== undefined) {
        node.setAttribute(name, value);
      }
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  }

  /** Paragraphs of a text, split at empty lines. */
  function paragraphs(text, className) {
    return text.split(/\n{2,}/).map((part) => element(`p.${className}`, null, part));
  }

  /** Makes `parent` hold these nodes in this order; those that stay are not moved. */
  function setChildren(parent, nodes) {
    const wanted = new Set(nodes);
    [...parent.childNodes].filter((node) => !wanted.has(node)).forEach((node) => node.remove());
    nodes.forEach((node, i) => {
      if (parent.childNodes[i] !== node) {
        parent.insertBefore(node, parent.childNodes[i] ?? null);
      }
    });
  }

  let pressed = false;
  const release = () => { pressed = false; };
  document.addEventListener("pointerdown", () => { pressed = true; }, true);
  document.addEventListener("pointerup", release, true);
  document.addEventListener("pointercancel", release, true);

  /**
   * Does something that moves what is below it: at once, or where a button is being pressed just
   * now, after that; else the button would slip away from under the finger.
   */
  function whenSteady(change) {
    if (pressed) {
      document.addEventListener("pointerup", () => setTimeout(change), { once: true });
    } else {
      change();
    }
  }

  let count = 0;
  /** An id that no other element has. */
  function freshId(what) {
    count += 1;
    return `${what}-${count}`;
  }

  /** Moves the focus to something that is no control, such as a heading. */
  function focusOn(node) {
    if (!node.matches("a, button, input, select, textarea, [tabindex]")) {
      node.setAttribute("tabindex", "-1");
    }
    if (node.matches("h1")) {
      node.focus({ preventScroll: true }); // a new page is shown from its top
    } else {
      node.focus();
      node.scrollIntoView({ block: "center" });
    }
  }

  return { element, paragraphs, setChildren, freshId, focusOn, whenSteady };
})();
