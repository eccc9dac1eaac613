// Who is the same person in two assessments.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/facts/message.hpp"
#include "model/statistics/partly_paired.hpp"

#include <string_view>
#include <vector>

namespace assess {

struct PeopleLinks {
    bool linked = false;
    Message reason;                ///< why not, completes "not linked, because"; else empty
    std::vector<SamePerson> pairs; ///< indices of respondents, rising on the first side
    std::vector<Message> warnings;
};

/// Links by id, which must be the same to the letter, as in every file of answers. An id that is
/// given more than once in one of the two links nobody. Never links confidential answers. The
/// names are those of the two assessments, for reasons and warnings.
PeopleLinks link_people(const Answers& before, const Answers& after, std::string_view name_before,
                        std::string_view name_after);

} // namespace assess
