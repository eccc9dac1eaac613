// The landscape: categories, lifecycle stages and tools with their places on the plane,
// in one edition. A plain value; load.hpp reads it from JSON.
#pragma once

#include "model/landscape/plane.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace assess {

/// Index of a tool in Landscape::tools.
using ToolIndex = std::uint32_t;

/// Technology-radar ring of a category, from "build on it" to "do not bother for now".
enum class Ring : std::uint8_t { Adopt, Trial, Assess, Hold };

struct Category {
    std::string id;
    std::string name;
    Quadrant quadrant{};
    Ring ring{};
    std::string gives; ///< what a tool of this category gives, one clause
};

/// One of the stages of the ML lifecycle; the stages form two interlocking loops.
struct Stage {
    std::string id;
    std::string name;
    std::string loop;              ///< "software", "model" or "both"
    std::vector<std::size_t> next; ///< indices into Landscape::stages
};

enum class ToolStatus : std::uint8_t { Active, Renamed, Acquired, Retired };

struct Status {
    ToolStatus kind = ToolStatus::Active;
    std::optional<int> year; ///< when it was renamed, acquired or retired
    std::string note;        ///< what happened, one sentence; the new name or the owner
};

/// Where a tool stands, and why it stands there.
struct Placement {
    Point point;
    double tolerance = 0;  ///< standard deviation of x and of y, on the plane's scale
    std::string source;    ///< "article" for measured positions, "rubric" for rated ones, ...
    std::string rationale; ///< one or two sentences a reader can disagree with
};

/// The facts of a tool that the placement rubric reads (rubric.hpp).
struct RubricFacts {
    std::string artifact; ///< what the tool helps to produce: an id of the rubric's scale
    std::vector<std::string> covers; ///< ids of the lifecycle processes it covers
};

struct Tool {
    std::string id; ///< lower-case letters, digits and hyphens; stable between editions
    std::string name;
    std::vector<std::string> aliases;
    std::vector<std::size_t> categories; ///< indices into Landscape::categories
    std::optional<Placement> placement;  ///< nothing: the tool is known but unplaced
    std::vector<Diagonal> on;            ///< the diagonals whose rungs it is one of
    std::vector<std::size_t> stages;     ///< indices into Landscape::stages
    std::optional<RubricFacts> rubric;
    Status status;
    std::string homepage;
    bool from_answers = false; ///< kept from the answers with --unknown keep; in no edition
};

struct Landscape {
    std::string edition;
    std::string title;
    std::string source; ///< where the facts come from
    std::string digest; ///< of the content as used, overlay included: "fnv1a64:" and 16 hex digits
    std::vector<Category> categories;
    std::vector<Stage> stages;
    std::vector<Tool> tools; ///< sorted by id; tools from the answers come last

    /// Tool by id, name or alias; capitals, spaces, punctuation and accents of no matter.
    [[nodiscard]] std::optional<ToolIndex> find(std::string_view spelling) const;
    [[nodiscard]] std::optional<std::size_t> find_category(std::string_view id) const;
    [[nodiscard]] std::optional<std::size_t> find_stage(std::string_view id) const;
    /// Names nearest to a spelling that find() does not know, best first; at most `most`.
    [[nodiscard]] std::vector<std::string> closest(std::string_view spelling,
                                                   std::size_t most = 3) const;
    /// Adds a tool without a place on the plane, or returns the one of that spelling. Its id is
    /// made from the spelling. Throws std::invalid_argument for a blank one.
    ToolIndex add_unplaced(std::string_view spelling);
    /// Must be called after tools were added or renamed by hand.
    void index_spellings();

private:
    std::unordered_map<std::string, ToolIndex> m_by_spelling; ///< only looked up, never iterated
    std::unordered_set<std::string> m_ids;                    ///< likewise
    /// The spelling keys of the edition's own tools, each tool's together: what is suggested.
    std::vector<std::pair<std::string, ToolIndex>> m_spellings;
};

std::string_view id_of(Ring ring);
std::string_view id_of(ToolStatus status);

} // namespace assess
