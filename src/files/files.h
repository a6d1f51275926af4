// The Files port on a folder of this machine:
//   uploads/<id>                    what is being sent
//   evidence/ab/<hash>              what is kept, by its content; never written to again
//   evidence/ab/<hash>.txt, .3.jpg  text layer and page pictures, made from it, made again if lost
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/files.h"
#include "base/error.h"

namespace jalur::files {

struct FilesSettings {
  std::filesystem::path folder;  // the data folder; exists
  std::string clamd;             // path of its socket, or HOST:PORT; empty: nothing is scanned
};

// Makes the folders. One process at a time may take uploads on a folder; others may read.
// Errors: invalid_input (`clamd` is no address), unavailable (a folder cannot be made).
Expected<std::unique_ptr<app::Files>> open_files(const FilesSettings& settings);

}  // namespace jalur::files
