# A room is a folder of src/: a static library of its *.cpp, and a test program of its *_test.cpp,
# which runs in the root of the repository.
set(JALUR_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    -Wcast-qual -Wconversion -Wsign-conversion -Wnull-dereference -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees null dereferences inside the coroutine frames of optimised library code.
  list(REMOVE_ITEM JALUR_WARNINGS -Wnull-dereference)
endif()

if(JALUR_SANITIZE)
  # vptr wants type information that SOCI's shared library does not export.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined -fno-sanitize=vptr)
endif()

if(JALUR_TESTS)
  enable_testing()
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  include(GoogleTest)
endif()

function(jalur_room name)
  cmake_parse_arguments(ROOM "" "" "ROOMS;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(TRANSFORM ROOM_ROOMS PREPEND jalur_)

  set(usage PRIVATE)
  if(sources)
    add_library(jalur_${name} STATIC ${sources})
    target_compile_options(jalur_${name} PRIVATE ${JALUR_WARNINGS})
    set(usage PUBLIC)
  else()
    add_library(jalur_${name} INTERFACE)
    set(usage INTERFACE)
  endif()
  target_include_directories(jalur_${name} ${usage} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(jalur_${name} ${usage} ${ROOM_ROOMS} ${ROOM_LIBRARIES})

  if(JALUR_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE jalur_${name} GTest::gmock GTest::gtest_main rapidcheck)
    target_compile_definitions(${name}_test PRIVATE JALUR_SOURCE_DIR=".")
    target_compile_options(${name}_test PRIVATE ${JALUR_WARNINGS})
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}: DISCOVERY_TIMEOUT 60
                         WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()
