// Finds tools by the beginning of a name, by another spelling, by a category, or nearly.
"use strict";

const assessToolSearch = (() => {
  const text = typeof require === "undefined" ? assessText : require("./text.js");

  /** Damerau-Levenshtein distance (optimal string alignment), given up above `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) {
      return most + 1;
    }
    let before = [];
    let above = Array.from({ length: other.length + 1 }, (_, j) => j);
    for (let i = 1; i <= one.length; ++i) {
      const row = [i];
      for (let j = 1; j <= other.length; ++j) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = above;
      above = row;
    }
    return above[other.length];
  }

  /** The tools that a question offers, ready to be searched. */
  function makeSearch(landscape, question) {
    const offered = landscape.tools.filter((tool) => question.categories.length === 0 ||
      tool.categories.some((id) => question.categories.includes(id)));
    const categoryName = new Map(landscape.categories.map(({ id, name }) => [id, name]));
    const entries = offered.map((tool) => ({
      tool,
      name: text.spellingKey(tool.name),
      words: tool.name.split(/[\s\-/.]+/).slice(1).map(text.spellingKey).filter((word) => word !== ""),
      others: [tool.id, ...tool.aliases].map(text.spellingKey),
      categories: tool.categories.map((id) => text.spellingKey(categoryName.get(id) ?? "")),
    })).sort((a, b) => text.compare(a.name, b.name) || text.compare(a.tool.id, b.tool.id));

    const starts = (key) => (one) => one.startsWith(key);
    function rank(entry, key) {
      if (entry.name === key || entry.others.includes(key)) {
        return 0;
      }
      if (entry.name.startsWith(key)) {
        return 1;
      }
      if (entry.others.some(starts(key)) || entry.words.some(starts(key))) {
        return 2;
      }
      if (entry.name.includes(key)) {
        return 3;
      }
      return key.length > 2 && entry.categories.some((name) => name.includes(key)) ? 4 : undefined;
    }

    /** {tools, total, near}: best first, at most `most`; `near`: only close to what was typed. */
    function find(typed, most) {
      const key = text.spellingKey(typed);
      if (key === "") {
        return { tools: [], total: 0, near: false };
      }
      const hits = entries.map((entry) => ({ entry, rank: rank(entry, key) }))
        .filter((hit) => hit.rank !== undefined).sort((a, b) => a.rank - b.rank);
      if (hits.length > 0) {
        return { tools: hits.slice(0, most).map((hit) => hit.entry.tool), total: hits.length,
          near: false };
      }
      const limit = Math.floor(key.length / 3);
      const near = limit === 0 || key.length > 64 ? [] : entries
        .map((entry) => ({ entry, far: Math.min(...[entry.name, ...entry.others].map((name) =>
          distance(key, name, limit))) }))
        .filter((hit) => hit.far <= limit).sort((a, b) => a.far - b.far);
      return { tools: near.slice(0, 3).map((hit) => hit.entry.tool), total: near.length, near: true };
    }

    const byCategory = landscape.categories
      .map(({ id, name }) => ({ id, name, tools: entries.map((entry) => entry.tool)
        .filter((tool) => tool.categories.includes(id)) }))
      .filter((group) => group.tools.length > 0 &&
        (question.categories.length === 0 || question.categories.includes(group.id)));
    return { find, byCategory, size: offered.length };
  }

  return { makeSearch, distance };
})();

if (typeof module !== "undefined") {
  module.exports = assessToolSearch;
}
