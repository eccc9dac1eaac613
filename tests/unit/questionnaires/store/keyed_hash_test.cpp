#include "questionnaires/store/keyed_hash.hpp"

#include <gtest/gtest.h>

#include <set>

namespace assess::store {
namespace {

// RFC 4231, test cases 1, 2 and 6.
TEST(KeyedHash, GivesThePublishedValues) {
    EXPECT_EQ(keyed_hash(std::string(20, '\x0b'), "Hi There"),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(keyed_hash("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(keyed_hash(std::string(131, '\xaa'),
                         "Test Using Larger Than Block-Size Key - Hash Key First"),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(KeyedHash, TakesAnEmptyMessage) {
    // By Python's hmac and hashlib.
    EXPECT_EQ(keyed_hash("", ""),
              "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(KeyedHash, KeysAreNeverTheSame) {
    std::set<std::string> keys;
    for (int i = 0; i < 100; ++i) {
        const auto key = random_key();
        EXPECT_EQ(key.size(), 64U);
        EXPECT_EQ(key.find_first_not_of("0123456789abcdef"), std::string::npos);
        keys.insert(key);
    }
    EXPECT_EQ(keys.size(), 100U);
}

} // namespace
} // namespace assess::store
