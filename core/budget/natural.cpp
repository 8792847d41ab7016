// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/natural.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace hereabouts::core {

namespace {
__extension__ using Wide = unsigned __int128;
}

void Natural::trim()
{
    while (!m_limbs.empty() && m_limbs.back() == 0) m_limbs.pop_back();
}

Natural& Natural::operator+=(const Natural& other) { return addProduct(other, 1); }

Natural& Natural::operator-=(const Natural& other)
{
    assert(other <= *this);
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < m_limbs.size() && (i < other.m_limbs.size() || borrow != 0); ++i) {
        const Wide taken = static_cast<Wide>(i < other.m_limbs.size() ? other.m_limbs[i] : 0) + borrow;
        borrow = taken > m_limbs[i] ? 1 : 0;
        m_limbs[i] -= static_cast<std::uint64_t>(taken);
    }
    trim();
    return *this;
}

Natural& Natural::operator*=(std::uint64_t factor)
{
    std::uint64_t carry = 0;
    for (std::uint64_t& limb : m_limbs) {
        const Wide product = static_cast<Wide>(limb) * factor + carry;
        limb = static_cast<std::uint64_t>(product);
        carry = static_cast<std::uint64_t>(product >> 64);
    }
    if (carry != 0) m_limbs.push_back(carry);
    trim();
    return *this;
}

Natural& Natural::addProduct(const Natural& other, std::uint64_t factor)
{
    assert(&other != this);
    if (m_limbs.size() < other.m_limbs.size()) m_limbs.resize(other.m_limbs.size(), 0);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < other.m_limbs.size() || (carry != 0 && i < m_limbs.size()); ++i) {
        const std::uint64_t limb = i < other.m_limbs.size() ? other.m_limbs[i] : 0;
        const Wide sum = static_cast<Wide>(limb) * factor + m_limbs[i] + carry;
        m_limbs[i] = static_cast<std::uint64_t>(sum);
        carry = static_cast<std::uint64_t>(sum >> 64);
    }
    if (carry != 0) m_limbs.push_back(carry);
    trim();
    return *this;
}

std::uint64_t Natural::divideBy(std::uint64_t divisor)
{
    Wide rest = 0;
    for (std::size_t i = m_limbs.size(); i-- > 0;) {
        rest = (rest << 64) | m_limbs[i];
        m_limbs[i] = static_cast<std::uint64_t>(rest / divisor);
        rest %= divisor;
    }
    trim();
    return static_cast<std::uint64_t>(rest);
}

std::uint64_t Natural::remainderOf(std::uint64_t divisor) const
{
    Wide rest = 0;
    for (std::size_t i = m_limbs.size(); i-- > 0;) rest = ((rest << 64) | m_limbs[i]) % divisor;
    return static_cast<std::uint64_t>(rest);
}

std::strong_ordering operator<=>(const Natural& a, const Natural& b)
{
    if (a.m_limbs.size() != b.m_limbs.size()) return a.m_limbs.size() <=> b.m_limbs.size();
    for (std::size_t i = a.m_limbs.size(); i-- > 0;) {
        if (a.m_limbs[i] != b.m_limbs[i]) return a.m_limbs[i] <=> b.m_limbs[i];
    }
    return std::strong_ordering::equal;
}

double Natural::leading(long& exponent) const
{
    double value = 0;
    const std::size_t used = std::min<std::size_t>(m_limbs.size(), 3);
    for (std::size_t i = 0; i < used; ++i) value = value * 0x1p64 + static_cast<double>(m_limbs[m_limbs.size() - 1 - i]);
    exponent = 64L * static_cast<long>(m_limbs.size() - used);
    return value;
}

double ratio(const Natural& a, const Natural& b)
{
    long up = 0;
    long down = 0;
    const double over = a.leading(up);
    const double under = b.leading(down);
    return std::ldexp(over / under, static_cast<int>(std::clamp(up - down, -4000L, 4000L)));
}

} // namespace hereabouts::core
