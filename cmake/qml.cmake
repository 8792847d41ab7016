# SPDX-License-Identifier: GPL-3.0-or-later
# Types of a room that QML knows: hereabouts_qml_types(app/map) makes the module Hereabouts.Map of its QML_ELEMENTs. Static: whoever makes an engine calls
# qml_register_types_Hereabouts_Map() once.
# moc reads headers alone: no need to wait for the libraries below.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
qt_policy(SET QTP0001 NEW)
qt_policy(SET QTP0004 NEW)

function(hereabouts_qml_types path)
    get_filename_component(name ${path} NAME)
    string(SUBSTRING ${name} 0 1 first)
    string(TOUPPER ${first} first)
    string(REGEX REPLACE "^." "${first}" name ${name})
    string(REPLACE "/" "_" target ${path})
    qt_add_qml_module(${target} URI Hereabouts.${name} VERSION 1.0 NO_PLUGIN OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml/Hereabouts/${name}
        DEPENDENCIES QtQuick QtQml.Models QtPositioning)
    # The registrations that Qt writes name our headers without their folder.
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/${path})
endfunction()
