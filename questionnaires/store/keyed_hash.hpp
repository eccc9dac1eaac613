// Keyed hashes: how a confidential round keeps respondents apart without their pseudonyms.
#pragma once

#include <string>
#include <string_view>

namespace assess::store {

/// 32 random bytes as 64 hex digits, from the operating system by OpenSSL. Throws Error where
/// there are none.
std::string random_key();

/// HMAC-SHA256 (RFC 2104, FIPS 180-4) of the message with the key's characters, as 64 hex digits.
std::string keyed_hash(std::string_view key, std::string_view message);

} // namespace assess::store
