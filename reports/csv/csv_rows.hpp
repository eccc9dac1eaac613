// The tidy table in the making.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "model/statistics/quantity.hpp"
#include "reports/csv/csv_row.hpp"

#include <cstddef>
#include <optional>
#include <ostream>
#include <string_view>

namespace assess::reports {

inline double number(std::size_t count) {
    return static_cast<double>(count);
}

/// The table in the making: rows that share a section and their groups.
class Rows {
public:
    Rows(std::ostream& out, std::string_view section, std::string_view group = {},
         std::string_view other_group = {})
        : m_out(out), m_base{section, group, other_group, {}, {}, {}, {}, {}, {}, {}, {}} {}

    void add(std::string_view subject, std::string_view quantity, double value,
             std::optional<std::size_t> n = {}) {
        auto row = named(subject, quantity);
        row.value = value;
        row.n = n;
        write_row(m_out, row);
    }
    void text(std::string_view subject, std::string_view quantity, std::string_view words) {
        auto row = named(subject, quantity);
        row.text = words;
        write_row(m_out, row);
    }
    void missing(std::string_view subject, std::string_view quantity, std::string_view reason) {
        auto row = named(subject, quantity);
        row.reason = reason;
        write_row(m_out, row);
    }
    void add(std::string_view subject, std::string_view quantity, const Quantity<double>& value) {
        if (value) {
            add(subject, quantity, *value);
        } else {
            missing(subject, quantity, value.reason());
        }
    }
    void add(std::string_view subject, std::string_view quantity, const Estimate& estimate,
             std::string_view words = {}) {
        auto row = named(subject, quantity);
        row.value = estimate.value;
        row.lower = estimate.lower;
        row.upper = estimate.upper;
        row.n = estimate.n;
        row.text = words;
        if (!estimate.has_interval()) {
            row.reason = estimate.reason;
        }
        write_row(m_out, row);
    }

private:
    [[nodiscard]] CsvRow named(std::string_view subject, std::string_view quantity) const {
        auto row = m_base;
        row.subject = subject;
        row.quantity = quantity;
        return row;
    }

    std::ostream& m_out;
    CsvRow m_base;
};

/// What would close it; nothing where the report was not asked for it.
void write_closing_rows(const GapReport& report, std::ostream& out);

} // namespace assess::reports
