#include "assess/asking/keys.hpp"
#include "model/text/text.hpp"

#include <gmock/gmock.h>

#include <random>

namespace assess::asking {
namespace {

using testing::ElementsAre;

std::vector<Key> keys_of(std::string_view bytes, bool settle = true) {
    KeyDecoder decoder;
    std::vector<Key> keys;
    decoder.feed(bytes, keys);
    if (settle) {
        decoder.settle(keys);
    }
    return keys;
}

Key text(std::string character) {
    return {KeyKind::Text, std::move(character)};
}
Key of(KeyKind kind) {
    return {kind, ""};
}

TEST(Keys, LettersOfAnyLengthAreOneKeyEach) {
    EXPECT_THAT(keys_of("a\u00e4\u20ac\U0001F600"),
                ElementsAre(text("a"), text("\u00e4"), text("\u20ac"), text("\U0001F600")));
}

TEST(Keys, ControlBytesHaveNames) {
    EXPECT_THAT(keys_of("\r\n\t\x7f\x08\x03\x1a"),
                ElementsAre(of(KeyKind::Enter), of(KeyKind::Enter), of(KeyKind::Tab),
                            of(KeyKind::Backspace), of(KeyKind::Backspace),
                            Key{KeyKind::Control, "c"}, Key{KeyKind::Control, "z"}));
}

TEST(Keys, SequencesOfXtermTheLinuxConsoleAndRxvt) {
    EXPECT_THAT(keys_of("\x1b[A\x1bOB\x1b[1;5C\x1b[D\x1b[H\x1bOF\x1b[1~\x1b[8~\x1b[3~\x1b[5~\x1b[6~"
                        "\x1b[Z\x1bOP\x1b[11~\x1b[[A"),
                ElementsAre(of(KeyKind::Up), of(KeyKind::Down), of(KeyKind::Right),
                            of(KeyKind::Left), of(KeyKind::Home), of(KeyKind::End),
                            of(KeyKind::Home), of(KeyKind::End), of(KeyKind::Delete),
                            of(KeyKind::PageUp), of(KeyKind::PageDown), of(KeyKind::BackTab),
                            of(KeyKind::Help), of(KeyKind::Help), of(KeyKind::Help)));
}

TEST(Keys, EscapeAloneIsAKeyOnlyWhenNothingFollows) {
    KeyDecoder decoder;
    std::vector<Key> keys;
    decoder.feed("\x1b", keys);
    EXPECT_TRUE(keys.empty());
    EXPECT_TRUE(decoder.waiting());
    decoder.feed("[", keys);
    decoder.feed("A", keys);
    EXPECT_THAT(keys, ElementsAre(of(KeyKind::Up)));
    EXPECT_FALSE(decoder.waiting());
    EXPECT_THAT(keys_of("\x1b"), ElementsAre(of(KeyKind::Escape)));
    EXPECT_THAT(keys_of("\x1b\x1b"), ElementsAre(of(KeyKind::Escape), of(KeyKind::Escape)));
    EXPECT_THAT(keys_of("\x1b\r"), ElementsAre(of(KeyKind::Escape), of(KeyKind::Enter)));
}

TEST(Keys, CtrlCIsHeardInsideWhateverHasBegun) {
    const Key interrupt{KeyKind::Control, "c"};
    EXPECT_THAT(keys_of("\x1b[12\x03"), ElementsAre(interrupt));
    EXPECT_EQ(keys_of("\xe2\x82\x03").back(), interrupt);
    EXPECT_THAT(keys_of("\x1b[200~never ended\x03"),
                ElementsAre(Key{KeyKind::Paste, "never ended"}, interrupt));
}

TEST(Keys, BytesThatAreNoUtf8BecomeTheReplacementCharacter) {
    const auto lost = text("\uFFFD");
    EXPECT_THAT(keys_of("\xff\x80"), ElementsAre(lost, lost));
    EXPECT_THAT(keys_of("\xc3(x"), ElementsAre(lost, text("("), text("x"))); // cut short
    EXPECT_THAT(keys_of("\xed\xa0\x80"), ElementsAre(lost));                 // a surrogate
    EXPECT_THAT(keys_of("\xe2\x82"), ElementsAre(lost));                     // cut off at the end
    EXPECT_THAT(keys_of("\xc2\x9b"), ElementsAre(of(KeyKind::Unknown)));     // a C1 control
}

TEST(Keys, APasteIsOneKeyOnOneLineWithoutControlCharacters) {
    EXPECT_THAT(keys_of("\x1b[200~one\r\ntwo\tthree\x1b[31m\x07 f\u00fcr\x1b[201~x"),
                ElementsAre(Key{KeyKind::Paste, "one two three[31m f\u00fcr"}, text("x")));
}

TEST(Keys, OfAPasteNoMoreIsKeptThanItsLimit) {
    const auto keys =
        keys_of("\x1b[200~" + std::string(KeyDecoder::longest_paste * 3, 'x') + "\x1b[201~y");
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_EQ(keys[0].text.size(), KeyDecoder::longest_paste);
    EXPECT_EQ(keys[1], text("y"));
}

TEST(Keys, AnEndlessSequenceIsGivenUp) {
    const auto keys = keys_of("\x1b[" + std::string(1000, '1') + "A");
    EXPECT_LE(keys.size(), 1000U);
    EXPECT_EQ(keys.back(), text("A"));
}

TEST(Keys, AnyBytesInAnyPiecesGiveTheSameKeysAndValidText) {
    constexpr unsigned seed = 20211;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const std::string spice = "\x1b[O200~201;5ABPZ\xc3\xe2\x82\xac\x03\r";
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        for (std::size_t i = 0, n = random() % 60; i < n; ++i) {
            bytes += random() % 2 == 0 ? spice[random() % spice.size()]
                                       : static_cast<char>(random() % 256);
        }
        const auto whole = keys_of(bytes);
        KeyDecoder decoder;
        std::vector<Key> pieces;
        for (const char byte : bytes) {
            decoder.feed({&byte, 1}, pieces);
        }
        decoder.settle(pieces);
        ASSERT_EQ(pieces, whole);
        for (const auto& key : whole) {
            ASSERT_FALSE(first_invalid_utf8(key.text)) << printable(bytes);
        }
    }
}

} // namespace
} // namespace assess::asking
