// A published JSON Schema, and what it has against a document. Keeps the validator, which takes
// long to compile, in one source file.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace assess {

class JsonSchema {
public:
    /// `file` is named from the top level of the sources. Throws std::runtime_error.
    explicit JsonSchema(const std::filesystem::path& file);
    ~JsonSchema();
    JsonSchema(const JsonSchema&) = delete;
    JsonSchema& operator=(const JsonSchema&) = delete;

    /// What is wrong with the document, one line a problem; empty where it is valid.
    [[nodiscard]] std::string objections(const nlohmann::json& document) const;

private:
    struct Parsed;
    std::unique_ptr<Parsed> m_parsed;
};

} // namespace assess
