#include "reports/document/writers_of.hpp"
#include "reports/pages/trend_page.hpp"
#include "reports/trend/trend_writer.hpp"

namespace assess {

std::span<const ResultWriter<Trend>> trend_writers() {
    static const auto all = reports::writers_of(reports::trend_page, write_trend_json);
    return all;
}

} // namespace assess
