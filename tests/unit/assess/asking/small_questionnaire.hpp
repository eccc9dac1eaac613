// A questionnaire with every kind of question, and what is needed to ask it.
#pragma once

#include "assess/asking/interview.hpp"
#include "model/landscape/load.hpp"
#include "questionnaires/definitions/load.hpp"

#include <algorithm>
#include <string>

namespace assess::asking {

inline constexpr const char* small_questionnaire = R"({
"format": "assess/questionnaire/1", "id": "small", "version": 1, "purpose": "team",
"languages": ["en", "de"], "minutes": 3, "title": {"en": "Small", "de": "Klein"},
"about": {"en": "For tests.", "de": "Zum Testen."},
"scales": {"agree": [{"en": "Not at all", "de": "Gar nicht"}, {"en": "Little", "de": "Kaum"},
  {"en": "Partly", "de": "Teils"}, {"en": "Mostly", "de": "Meist"}, {"en": "Fully", "de": "Ganz"}]},
"sections": [
 {"id": "you", "title": {"en": "You", "de": "Du"}, "questions": [
  {"id": "role", "kind": "single", "records": "role", "required": true,
   "text": {"en": "What do you do?", "de": "Was machst du?"},
   "choices": [{"id": "researcher", "text": {"en": "Research", "de": "Forschung"}},
    {"id": "engineer", "text": {"en": "Engineering", "de": "Entwicklung"}},
    {"id": "other", "text": {"en": "Something else", "de": "Etwas anderes"}}]},
  {"id": "years", "kind": "number", "least": 0, "most": 50, "whole": true,
   "text": {"en": "How many years?", "de": "Wie viele Jahre?"}},
  {"id": "comment", "kind": "text", "longest": 40, "records": "comment",
   "text": {"en": "Anything else?", "de": "Noch etwas?"}}]},
 {"id": "use", "title": {"en": "Tools", "de": "Werkzeuge"}, "questions": [
  {"id": "tools", "kind": "tools", "records": "usage", "required": true, "depth": true,
   "other_tools": true, "text": {"en": "Which tools?", "de": "Welche Werkzeuge?"}},
  {"id": "stages", "kind": "multiple", "records": "stages", "dont_know": true,
   "text": {"en": "Which stages?", "de": "Welche Schritte?"},
   "choices": [{"id": "model-training", "text": {"en": "Model training", "de": "Training"}},
    {"id": "model-evaluation", "text": {"en": "Model evaluation", "de": "Bewertung"}},
    {"id": "deployment", "text": {"en": "Deployment", "de": "Betrieb"}},
    {"id": "monitoring", "text": {"en": "Monitoring", "de": "Wache"}}]}]},
 {"id": "each", "title": {"en": "Each tool", "de": "Jedes Werkzeug"},
  "for_each": {"question": "tools", "most": 3}, "questions": [
  {"id": "gives", "kind": "scale", "records": "tool-gives", "dont_know": true,
   "not_applicable": true, "text": {"en": "It gives what I need.", "de": "Es gibt, was ich brauche."},
   "steps": "agree"}]}
]})";

/// All that an interview refers to, in one place.
struct SmallWorld {
    explicit SmallWorld(const std::string& language = "en")
        : words(language),
          definition(parse_definition(small_questionnaire, "small.json", landscape)) {}
    SmallWorld(const SmallWorld&) = delete;
    SmallWorld& operator=(const SmallWorld&) = delete;

    Landscape landscape = built_in_landscape("2021");
    Words words;
    Definition definition;
    Context context{definition, landscape, words};

    /// An item outside the section for each tool.
    [[nodiscard]] Item item(const std::string& id) const {
        return {id, definition.find_question(id).value(), std::nullopt};
    }
    [[nodiscard]] const Question& question(const std::string& id) const {
        return definition.questions[definition.find_question(id).value()];
    }
};

} // namespace assess::asking
