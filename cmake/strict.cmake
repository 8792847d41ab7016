# SPDX-License-Identifier: GPL-3.0-or-later
# One target carries every flag of our own code.
set(HEREABOUTS_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them: address,undefined or thread")

add_library(hereabouts_strict INTERFACE)
# A field left out of a designated initializer takes its default: that is what we mean by it.
target_compile_options(hereabouts_strict INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    -Wno-missing-field-initializers -Werror)
target_include_directories(hereabouts_strict INTERFACE ${PROJECT_SOURCE_DIR})
if(HEREABOUTS_SANITIZE)
    add_compile_options(-fsanitize=${HEREABOUTS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${HEREABOUTS_SANITIZE})
endif()
