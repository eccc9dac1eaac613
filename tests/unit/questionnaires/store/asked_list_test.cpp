#include "model/diagnostics/diagnostic.hpp"
#include "questionnaires/store/asked_list.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class AskedList : public TemporaryFolder {
protected:
    /// Every problem of a list, one a line.
    std::string problems_of(std::string_view text) {
        try {
            read_asked_list(write("asked.csv", text));
        } catch (const InputError& error) {
            std::string all;
            for (const auto& problem : error.diagnostics()) {
                all += to_string(problem) + "\n";
            }
            return all;
        }
        return {};
    }
};

TEST_F(AskedList, ReadsPeopleWithTheirRoles) {
    const auto asked = read_asked_list(
        write("asked.csv", "Role;Respondent;notes\ndata scientist; wren ;x\n;;\nSRE;tern;\n"));
    EXPECT_THAT(asked, ElementsAre(AskedPerson{"wren", Role::Researcher},
                                   AskedPerson{"tern", Role::Engineer}));
}

TEST_F(AskedList, SaysEverythingThatIsWrongAtOnce) {
    const auto problems = problems_of("respondent,role\n,engineer\nwren,gardener\nwren,engineer\n"
                                      "tern\n");
    EXPECT_THAT(problems, HasSubstr("asked.csv:2 (respondent): "));
    EXPECT_THAT(problems, HasSubstr("asked.csv:3 (role): the role 'gardener' is not known"));
    EXPECT_THAT(problems, HasSubstr("asked.csv:4 (respondent): 'wren' is on line 3 already"));
    EXPECT_THAT(problems, HasSubstr("asked.csv:5: the row has 1 fields where the header has 2"));
}

TEST_F(AskedList, RefusesWhatIsNoList) {
    EXPECT_THAT(problems_of(""), HasSubstr("the file is empty"));
    EXPECT_THAT(problems_of("respondent,role\n"), HasSubstr("there is nobody on the list"));
    EXPECT_THAT(problems_of("name,role\na,engineer\n"), HasSubstr("no column 'respondent'"));
    EXPECT_THAT(problems_of("respondent,role,role\na,engineer,x\n"), HasSubstr("2 columns 'role'"));
    EXPECT_THROW(read_asked_list(path("missing.csv")), InputError);
}

} // namespace
} // namespace assess
