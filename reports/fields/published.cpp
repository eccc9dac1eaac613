#include "reports/fields/published.hpp"

#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"
#include "reports/json/json_text.hpp"
#include "reports/tables/tables.hpp"

namespace assess::fields {
namespace {

/// In JSON Schema, draft-07.
template <typename T>
PublishedFile schema_file(std::string name, const std::string& what, const FieldList<T>& list) {
    auto definitions = Json::object();
    const auto fields = list.schema(definitions);
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "assess " + what},
                {"description",
                 "Every quantity that is not available is null, with the reason beside it under "
                 "the same name and \"_reason\". Where it is available, its reason is null."}};
    schema.update(fields);
    schema["definitions"] = std::move(definitions);
    return {std::move(name), reports::json_text(schema)};
}

} // namespace

std::vector<PublishedFile> published_files() {
    return {schema_file("reports/json/gap-report.schema.json", "gap report", gap_report_fields()),
            schema_file("reports/what_if/what-if.schema.json", "what-if", what_if_fields()),
            schema_file("reports/what_if/recommendation.schema.json", "recommendation",
                        recommendation_document_fields()),
            schema_file("reports/trend/trend.schema.json", "trend", trend_fields()),
            {"reports/tables/columns.md", columns_page()}};
}

} // namespace assess::fields
