// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/district.h"

#include <cstdio>
#include <exception>

/// rata-coast-builder FOLDER: writes the sample district's files there. The same bytes every time.
int main(int count, char** words)
{
    if (count != 2) {
        std::fputs("Usage: rata-coast-builder FOLDER\n", stderr);
        return 2;
    }
    try {
        hereabouts::sample::writeDistrict(words[1]);
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "%s\n", trouble.what());
        return 1;
    }
    return 0;
}
