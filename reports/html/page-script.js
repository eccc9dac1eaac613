"use strict";
(() => {
  const tip = document.getElementById("tip");
  const hideTip = () => { tip.hidden = true; };
  const showTip = (mark) => {
    tip.textContent = mark.getAttribute("aria-label");
    tip.hidden = false;
    const at = mark.getBoundingClientRect();
    const own = tip.getBoundingClientRect();
    const left = at.left + at.width / 2 - own.width / 2;
    const above = at.top - own.height - 8;
    tip.style.left = Math.max(8, Math.min(left, document.documentElement.clientWidth - own.width - 8)) + "px";
    tip.style.top = (above < 8 ? at.bottom + 8 : above) + "px";
  };
  // The findings that fold are open where there is room, and on paper.
  const folds = [...document.querySelectorAll("details.card, details.fold")];
  const openAll = () => { for (const fold of folds) fold.open = true; };
  if (matchMedia("(min-width: 761px)").matches) openAll();
  addEventListener("beforeprint", openAll);
  // One stop a figure for the Tab key; the arrow keys go from mark to mark.
  for (const figure of document.querySelectorAll("svg.fig")) {
    const marks = [...figure.querySelectorAll(".mark")];
    if (!marks.length) continue;
    figure.setAttribute("role", "group");
    marks.forEach((mark, index) => {
      const title = mark.querySelector("title");
      mark.setAttribute("aria-label", title ? title.textContent : mark.dataset.tool || "");
      if (title) title.remove();
      mark.setAttribute("role", "img");
      mark.setAttribute("tabindex", index === 0 ? "0" : "-1");
      mark.addEventListener("pointerenter", () => showTip(mark));
      mark.addEventListener("pointerleave", hideTip);
      mark.addEventListener("focus", () => showTip(mark));
      mark.addEventListener("blur", hideTip);
    });
    figure.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const here = marks.indexOf(document.activeElement);
      let next = -1;
      if (step && here >= 0) next = (here + step + marks.length) % marks.length;
      if (event.key === "Home") next = 0;
      if (event.key === "End") next = marks.length - 1;
      if (next < 0) return;
      event.preventDefault();
      marks.forEach((mark, index) => mark.setAttribute("tabindex", index === next ? "0" : "-1"));
      marks[next].focus();
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
  // The focus itself scrolls a mark into view: its details go along instead of away.
  addEventListener("scroll", () => {
    const mark = document.activeElement && document.activeElement.closest(".mark");
    if (mark && !tip.hidden) showTip(mark); else hideTip();
  }, { passive: true });

  const controls = document.querySelector(".controls");
  if (controls) {
    controls.hidden = false;
    controls.addEventListener("submit", (event) => event.preventDefault());
    for (const box of controls.querySelectorAll("[data-layer-switch]")) {
      const apply = () => document.body.classList.toggle("no-" + box.dataset.layerSwitch, !box.checked);
      box.addEventListener("change", apply);
      apply();
    }
    const filter = controls.querySelector("[data-tool-filter]");
    const found = controls.querySelector(".found");
    const named = [...document.querySelectorAll("[data-tool]")].filter((each) => each.dataset.tool);
    const applyFilter = () => {
      const wanted = filter.value.trim().toLowerCase();
      const names = new Set();
      for (const each of named) {
        const hit = !wanted || each.dataset.tool.toLowerCase().includes(wanted);
        each.classList.toggle("dim", !hit);
        if (hit && wanted && each.closest("svg")) names.add(each.dataset.tool);
      }
      const many = found.dataset.many.replace("#", names.size);
      found.textContent = !wanted ? "" : names.size === 1 ? found.dataset.one : many;
    };
    filter.addEventListener("input", applyFilter);
    applyFilter();
  }

  if (matchMedia("(max-width: 760px)").matches) {
    for (const fold of document.querySelectorAll("details.fold")) {
      if (document.querySelector("#findings > .cards .card")) fold.open = false;
    }
  }
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details.fold")) each.open = true;
  });
})();
