#include "tests/support/json_schema.hpp"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <stdexcept>

namespace assess {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

struct JsonSchema::Parsed {
    valijson::Schema schema;
};

JsonSchema::JsonSchema(const std::filesystem::path& file) : m_parsed(std::make_unique<Parsed>()) {
    std::ifstream stream(std::filesystem::path(ASSESS_SOURCE_DIR) / file);
    if (!stream) {
        throw std::runtime_error("cannot read " + file.string());
    }
    const auto text = nlohmann::json::parse(stream);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(Adapter(text), m_parsed->schema);
}

JsonSchema::~JsonSchema() = default;

std::string JsonSchema::objections(const nlohmann::json& document) const {
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(m_parsed->schema, Adapter(document), &results)) {
        return {};
    }
    std::string all;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const auto& step : error.context) {
            all += step;
        }
        all += ": " + error.description + "\n";
    }
    return all.empty() ? "invalid\n" : all;
}

} // namespace assess
