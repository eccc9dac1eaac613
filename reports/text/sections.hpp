// The sections of the text report, in their order.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/text/text_page.hpp"

namespace assess::reports {

void write_head(TextPage& page, const GapReport& report);
/// Who, from where, on which landscape: the line under the answer.
void write_facts(TextPage& page, const GapReport& report);
void write_where_we_stand(TextPage& page, const GapReport& report);
void write_findings(TextPage& page, const GapReport& report);
void write_diagonals(TextPage& page, const GapReport& report);
void write_contributions(TextPage& page, const GapReport& report);
void write_overlap(TextPage& page, const GapReport& report);
/// Only where the answers have them.
void write_lifecycle(TextPage& page, const GapReport& report);
void write_scores(TextPage& page, const GapReport& report);
/// Only where the report was asked for it.
void write_closing(TextPage& page, const GapReport& report);
void write_method(TextPage& page, const GapReport& report);

} // namespace assess::reports
