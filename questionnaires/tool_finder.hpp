// Finds the tools that answers name, and keeps unknown ones where that is wanted, in a way that
// does not depend on the order of the answers.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

class ToolFinder {
public:
    /// `landscape` must outlive the finder.
    explicit ToolFinder(Landscape& landscape);

    [[nodiscard]] const Landscape& landscape() const { return *m_landscape; }
    [[nodiscard]] std::optional<ToolIndex> find(std::string_view spelling) const;
    /// The tool, added without a place where the landscape does not have it. Nothing where the
    /// spelling has no letter or digit.
    std::optional<ToolIndex> find_or_keep(std::string_view spelling);
    /// "Did you mean 'Docker'? ", or where to look.
    [[nodiscard]] std::string suggestion(std::string_view spelling) const;

    /// To be called once, with all answers: gives the kept tools their order by name, and warns
    /// of them. Score items and scores may be out of order afterwards.
    void settle(Answers& answers);

private:
    /// `people`: how many people gave each kept tool.
    void warn_of_kept(const std::vector<std::size_t>& people, Answers& answers) const;

    Landscape* m_landscape;
    std::size_t m_own_tools; ///< of the landscape as it came
};

} // namespace assess
