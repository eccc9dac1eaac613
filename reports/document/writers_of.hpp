// The formats of a result that has a page: those of documents, and JSON beside them.
#pragma once

#include "reports/document/render.hpp"
#include "reports/wording/wording.hpp"
#include "reports/writer.hpp"

#include <ostream>
#include <vector>

namespace assess::reports {

/// One writer a renderer, the first is the default; then JSON.
template <typename Result>
std::vector<ResultWriter<Result>> writers_of(Document (*page)(const Result&, const Wording&),
                                             void (*json)(const Result&, const WriterSettings&,
                                                          std::ostream&)) {
    std::vector<ResultWriter<Result>> all;
    for (const auto& [format, render] : renderers()) {
        all.push_back(
            {format, [page, print = render](const Result& result, const WriterSettings& settings,
                                            std::ostream& out) {
                 print(page(result, english()), settings, out);
             }});
    }
    all.push_back({"json", json});
    return all;
}

} // namespace assess::reports
