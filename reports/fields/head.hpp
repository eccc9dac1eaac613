// What a document begins with.
#pragma once

#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"

#include <string>

namespace assess::fields {

/// Format, program, answer, and what the answers came from and were read with. `report` and
/// `answer` read them from a T.
template <typename T, typename Report, typename Answer>
void add_head(FieldList<T>& fields, const std::string& format, Report report,
              const std::string& means, Answer answer) {
    fields.add("format", "Name and version of this format.", Constant{format}, report);
    fields.include(head_fields(), report, {"program"});
    fields.add("answer", means, Text(), answer);
    fields.include(head_fields(), report,
                   {"landscape", "seed", "grouping", "policy", "privacy", "answers"});
}

} // namespace assess::fields
