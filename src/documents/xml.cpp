#include "documents/xml.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

#include <expat.h>

#include "base/limits.h"

namespace jalur::documents {

namespace {

constexpr char namespace_mark = '|';
constexpr std::size_t slice_bytes = 256u << 10;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(namespace_mark) + 1);  // npos + 1 is 0
}

class Reading {
 public:
  explicit Reading(XmlSink& sink)
      : sink_(sink), parser_(XML_ParserCreateNS(nullptr, namespace_mark)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_document_type);
  }

  XmlOutcome run(std::string_view bytes) {
    std::size_t fed = 0;
    do {
      const std::string_view slice = bytes.substr(fed, slice_bytes);
      fed += slice.size();
      const int last = fed == bytes.size() ? XML_TRUE : XML_FALSE;
      if (XML_Parse(parser_.get(), slice.data(), static_cast<int>(slice.size()), last) !=
          XML_STATUS_OK) {
        break;
      }
      if (waiting(fed) > limits::xml_token_bytes) return XmlOutcome::tag_too_long;
      if (last == XML_TRUE) return XmlOutcome::whole;
    } while (true);
    if (thrown_) std::rethrow_exception(thrown_);
    return stopped_for_;
  }

 private:
  // Bytes that expat holds back because a tag has not ended. It reads them anew with every slice,
  // which is what makes an endless tag expensive.
  std::size_t waiting(std::size_t fed) const {
    const XML_Index at = XML_GetCurrentByteIndex(parser_.get());
    return at < 0 ? 0 : fed - std::min(fed, static_cast<std::size_t>(at));
  }

  void stop(XmlOutcome why) {
    stopped_for_ = why;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  // Exceptions must not pass through the frames of a C library.
  template <class Call>
  void guarded(Call call) {
    if (thrown_ || stopped_for_ != XmlOutcome::malformed) return;
    try {
      call();
      if (!sink_.wants_more()) stop(XmlOutcome::refused);
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  static Reading& of(void* user) { return *static_cast<Reading*>(user); }

  static void XMLCALL on_open(void* user, const char* name, const char** attributes) {
    Reading& self = of(user);
    if (++self.depth_ > limits::xml_depth) return self.stop(XmlOutcome::too_deep);
    self.guarded([&] { self.sink_.open(local_name(name), XmlAttributes(attributes)); });
  }
  static void XMLCALL on_close(void* user, const char* name) {
    Reading& self = of(user);
    --self.depth_;
    self.guarded([&] { self.sink_.close(local_name(name)); });
  }
  static void XMLCALL on_text(void* user, const char* text, int length) {
    Reading& self = of(user);
    self.guarded([&] { self.sink_.text({text, static_cast<std::size_t>(length)}); });
  }
  static void XMLCALL on_document_type(void* user, const char*, const char*, const char*, int) {
    of(user).stop(XmlOutcome::document_type);
  }

  XmlSink& sink_;
  Parser parser_;
  int depth_ = 0;
  XmlOutcome stopped_for_ = XmlOutcome::malformed;  // what it is when expat itself stops
  std::exception_ptr thrown_;
};

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(*pair) == name) return pair[1];
  }
  return std::nullopt;
}

XmlOutcome parse_xml(std::string_view bytes, XmlSink& sink) { return Reading(sink).run(bytes); }

}  // namespace jalur::documents
