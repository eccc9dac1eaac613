#include "reports/text/write_text.hpp"

#include "reports/text/sections.hpp"

namespace assess {

void write_text(const GapReport& report, const WriterSettings& settings, std::ostream& out) {
    reports::TextPage page(out, settings);
    reports::write_head(page, report);
    reports::write_where_we_stand(page, report);
    reports::write_findings(page, report);
    reports::write_diagonals(page, report);
    reports::write_contributions(page, report);
    reports::write_overlap(page, report);
    reports::write_lifecycle(page, report);
    reports::write_scores(page, report);
    reports::write_closing(page, report);
    reports::write_method(page, report);
}

} // namespace assess
