# Puts files into the program. Each argument is FOLDER=GLOB, the glob ending in *.ext, ** or a plain
# name; tools/embed.mjs writes one assembler file that takes the bytes in and one table of their names.
# Header: src/embedded.h.
function(jalur_embed target)
  set(out ${CMAKE_BINARY_DIR}/${target})
  set(inputs)
  foreach(group ${ARGN})
    string(REGEX REPLACE "^[^=]*=" "" glob ${group})
    if(glob MATCHES "/\\*\\*$")
      string(REGEX REPLACE "\\*\\*$" "*" glob ${glob})
      file(GLOB_RECURSE found CONFIGURE_DEPENDS ${glob})
    else()
      file(GLOB found CONFIGURE_DEPENDS ${glob})
    endif()
    list(APPEND inputs ${found})
  endforeach()
  add_custom_command(
    OUTPUT ${out}.S ${out}.cpp
    COMMAND node ${CMAKE_SOURCE_DIR}/tools/embed.mjs ${out} ${ARGN}
    DEPENDS ${inputs} ${CMAKE_SOURCE_DIR}/tools/embed.mjs
    COMMENT "Collecting the files that go into the program" VERBATIM)
  add_library(${target} STATIC ${out}.S ${out}.cpp)
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  set_property(SOURCE ${out}.S PROPERTY OBJECT_DEPENDS "${inputs}")
endfunction()
