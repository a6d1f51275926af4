# Puts files into the program. Each argument is FOLDER=GLOB; tools/embed.mjs writes one assembler
# file that takes the bytes in and one table of their names. Header: src/embedded.h.
function(jalur_embed target)
  set(out ${CMAKE_BINARY_DIR}/${target})
  add_custom_target(${target}_files
    COMMAND node ${CMAKE_SOURCE_DIR}/tools/embed.mjs ${out} ${ARGN}
    BYPRODUCTS ${out}.S ${out}.cpp
    COMMENT "Collecting the files that go into the program" VERBATIM)
  set_source_files_properties(${out}.S ${out}.cpp PROPERTIES GENERATED TRUE)
  add_library(${target} STATIC ${out}.S ${out}.cpp)
  add_dependencies(${target} ${target}_files)
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  set_property(SOURCE ${out}.S PROPERTY OBJECT_DEPENDS ${out}.stamp)
endfunction()
