// Reads XML that may be hostile, part by part of a workbook.
//
// Expat parses; this file stops it: no document type (so no entities of the file's own), bounded
// depth, bounded tags. Names come without their namespace, because programs differ in prefixes and
// the strict dialect has other addresses, while the local names are the same.
#pragma once

#include <optional>
#include <string_view>

namespace jalur::documents {

class XmlAttributes {
 public:
  // As expat gives them: name, value, name, value, ..., nullptr.
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view at(std::string_view name) const { return find(name).value_or(""); }

 private:
  const char* const* pairs_;
};

// Takes the parts as they come. Text may come in several pieces.
class XmlSink {
 public:
  virtual ~XmlSink() = default;
  virtual void open(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void close(std::string_view element) = 0;
  virtual void text(std::string_view piece) = 0;
  // False ends the reading with XmlOutcome::refused.
  virtual bool wants_more() const { return true; }
};

enum class XmlOutcome { whole, malformed, document_type, too_deep, tag_too_long, refused };

// After anything but `whole` the sink holds a part of the content only. What the sink throws
// reaches the caller.
XmlOutcome parse_xml(std::string_view bytes, XmlSink& sink);

}  // namespace jalur::documents
