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
    string(SUBSTRING ${name} 1 -1 rest)
    set(name ${first}${rest})
    string(REPLACE "/" "_" target ${path})
    qt_add_qml_module(${target} URI Hereabouts.${name} VERSION 1.0 NO_PLUGIN OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml/Hereabouts/${name}
        DEPENDENCIES QtQuick QtQml.Models QtPositioning)
    # The registrations that Qt writes name our headers without their folder.
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/${path})
endfunction()

# The screens: every .qml of app/qml as the module Hereabouts, in the room that makes the engine.
function(hereabouts_screens path)
    string(REPLACE "/" "_" target ${path})
    file(GLOB screens CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/app/qml/*.qml)
    foreach(screen IN LISTS screens)
        get_filename_component(name ${screen} NAME)
        set_source_files_properties(${screen} PROPERTIES QT_RESOURCE_ALIAS ${name})
    endforeach()
    set_source_files_properties(qml/Look.qml PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    qt_add_qml_module(${target} URI Hereabouts VERSION 1.0 NO_PLUGIN NO_CACHEGEN OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml/Hereabouts
        IMPORT_PATH ${CMAKE_BINARY_DIR}/qml DEPENDENCIES QtQuick QtQuick.Controls.Basic QtLocation Hereabouts.Place Hereabouts.Map Hereabouts.Draw Hereabouts.Registers Hereabouts.Record Hereabouts.Hearing
        QML_FILES ${screens})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/${path})
endfunction()
