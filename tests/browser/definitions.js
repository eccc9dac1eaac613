// Questionnaires and overlays that try to break out of the page.
"use strict";

module.exports.hostile = {
  format: "assess/questionnaire/1", id: "kinds", version: 1, purpose: "team", languages: ["en"],
  title: "<script>alert(1)</script>",
  about: "</script><script>alert(1)</script> \u2028 <!-- <img src=x onerror=alert(1)> {{title}} {0}",
  minutes: 1,
  sections: [{
    id: "one", title: "<h1>One</h1>", about: "<a href=\"javascript:alert(1)\">here</a>",
    questions: [
      { id: "many", kind: "number", text: "How <i>many</i>?", least: 0, most: 10, whole: false,
        help: "<!--<script>" },
      { id: "why", kind: "text", text: "Why so many?", shown_if: { question: "many", at_least: 2 } },
      { id: "parts", kind: "multiple", text: "<b>Parts</b>", choices: [
        { id: "a", text: "<a onclick=alert(1)>" }, { id: "b", text: "{0} & {{b}}" },
        { id: "constructor", text: "__proto__" }] },
      { id: "tools", kind: "tools", text: "\"><svg onload=alert(1)>", other_tools: true },
    ],
  }],
};

module.exports.overlay = {
  format: "assess/landscape/1", edition: "ours", categories: [],
  tools: [{ id: "evil", name: "<script>alert(1)</script>", aliases: ["</script>x"],
    categories: ["notebook"], status: "active" }],
};
