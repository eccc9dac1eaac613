// What is published of the field lists. The files are kept beside the sources; ./dev schemas
// writes them anew, and a test holds them against this.
#pragma once

#include <string>
#include <vector>

namespace assess::fields {

struct PublishedFile {
    std::string name; ///< from the top level of the sources
    std::string text;
};

/// The schema of each JSON document, and the columns of the tables.
std::vector<PublishedFile> published_files();

} // namespace assess::fields
