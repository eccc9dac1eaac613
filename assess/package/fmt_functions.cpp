// The functions of fmt that are no templates. Debian has no static library of fmt, so the portable
// program compiles them from fmt's own header; the linker names what should be missing here.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {
template auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template auto decimal_point_impl(locale_ref) -> char;
} // namespace detail
FMT_END_NAMESPACE
