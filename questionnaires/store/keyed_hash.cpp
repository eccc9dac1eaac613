#include "questionnaires/store/keyed_hash.hpp"

#include "model/diagnostics/diagnostic.hpp"

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <span>

namespace assess::store {
namespace {

std::string as_hex(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

} // namespace

std::string random_key() {
    std::array<unsigned char, 32> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        throw Error("the system gives no random numbers for the store's key",
                    "Nothing was made. Try again.");
    }
    return as_hex(bytes);
}

std::string keyed_hash(std::string_view key, std::string_view message) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(message.data()), // NOLINT: OpenSSL's bytes
             message.size(), bytes.data(), &size) == nullptr) {
        throw Error("a pseudonym could not be hashed", "Nothing was stored. Try again.");
    }
    return as_hex(std::span(bytes).first(size));
}

} // namespace assess::store
