#include "reports/what_if/what_if_writers.hpp"

#include "reports/document/writers_of.hpp"
#include "reports/pages/recommendation_page.hpp"
#include "reports/pages/what_if_page.hpp"

namespace assess {

std::span<const ResultWriter<WhatIf>> what_if_writers() {
    static const auto all = reports::writers_of(reports::what_if_page, write_what_if_json);
    return all;
}

std::span<const Writer> recommendation_writers() {
    static const auto all =
        reports::writers_of(reports::recommendation_page, write_recommendation_json);
    return all;
}

} // namespace assess
