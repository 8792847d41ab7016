# SPDX-License-Identifier: GPL-3.0-or-later
# A room is a folder of sources that is one library, and says on one line which rooms and engines it stands on:
#
#     hereabouts_room(core/geometry ROOMS core/base ENGINES PkgConfig::geos)
#
# Its target is core_geometry. ENGINES stay private: their types cross no header but those of the room's own detail/ folder, which nobody else includes.
# What a room says here is also what the test `layers` holds its #include lines against.
function(hereabouts_room path)
    cmake_parse_arguments(room "QT" "" "ROOMS;ENGINES;PUBLIC_ENGINES" ${ARGN})
    string(REPLACE "/" "_" target ${path})
    set(folder ${PROJECT_SOURCE_DIR}/${path})
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h ${folder}/detail/*.cpp ${folder}/detail/*.h)
    set(units ${sources})
    list(FILTER units INCLUDE REGEX "\\.cpp$")
    string(REPLACE "/" "_" room_targets "${room_ROOMS}")
    if(units)
        add_library(${target} STATIC ${sources})
        target_link_libraries(${target} PUBLIC ${room_targets} ${room_PUBLIC_ENGINES} PRIVATE hereabouts_strict ${room_ENGINES})
        target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
        if(room_QT)
            set_target_properties(${target} PROPERTIES AUTOMOC ON)
        endif()
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE ${room_targets} ${room_PUBLIC_ENGINES})
        target_include_directories(${target} INTERFACE ${PROJECT_SOURCE_DIR})
    endif()
    set_property(GLOBAL APPEND PROPERTY HEREABOUTS_ROOMS "${path}")
    set_property(GLOBAL PROPERTY "HEREABOUTS_ROOM_${path}" "${room_ROOMS}")
endfunction()

# The tests of a room: every .cpp under tests/<path>, one executable test_<target>, one CTest entry a TEST_CASE.
# LABELS name what `ctest -L` picks: the layer always, and what is given.
function(hereabouts_tests path)
    cmake_parse_arguments(tests "" "" "ROOMS;ENGINES;LABELS" ${ARGN})
    string(REPLACE "/" "_" target ${path})
    string(REGEX MATCH "^[a-z]+" layer ${path})
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${path}/*.cpp)
    if(NOT sources)
        return()
    endif()
    string(REPLACE "/" "_" rooms "${tests_ROOMS}")
    add_executable(test_${target} ${sources})
    target_link_libraries(test_${target} PRIVATE ${rooms} ${tests_ENGINES} Catch2::Catch2WithMain hereabouts_strict)
    target_compile_definitions(test_${target} PRIVATE
        HEREABOUTS_REAL_DATA="${PROJECT_SOURCE_DIR}/../shared/real"
        HEREABOUTS_SAMPLES="${PROJECT_SOURCE_DIR}/data/samples")
    catch_discover_tests(test_${target} TEST_PREFIX "${path}: " PROPERTIES LABELS "${layer};${tests_LABELS}" DISCOVERY_MODE PRE_TEST)
endfunction()
