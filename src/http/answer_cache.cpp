#include "http/answer_cache.h"

namespace jalur::http {

std::shared_ptr<const KeptAnswer> AnswerCache::find(Language language, std::string_view target) {
  const std::scoped_lock lock(mutex_);
  auto& index = by_language_[language == Language::indonesian ? 0 : 1];
  const auto found = index.find(target);
  if (found == index.end()) return nullptr;
  uses_.splice(uses_.begin(), uses_, found->second);
  return found->second->answer;
}

void AnswerCache::put(Language language, std::string_view target, KeptAnswer answer) {
  constexpr std::size_t of_an_entry = 200;  // list and map nodes, about
  const auto bytes = answer.prepared.bytes() + target.size() + of_an_entry;
  if (bytes > most_bytes_) return;
  auto kept = std::make_shared<const KeptAnswer>(std::move(answer));
  const std::scoped_lock lock(mutex_);
  auto& index = by_language_[language == Language::indonesian ? 0 : 1];
  if (const auto before = index.find(target); before != index.end()) drop(before->second);
  while (bytes_ + bytes > most_bytes_) drop(std::prev(uses_.end()));
  uses_.push_front({std::move(kept), bytes, &index, {}});
  uses_.front().place = index.emplace(std::string(target), uses_.begin()).first;
  bytes_ += bytes;
}

std::size_t AnswerCache::bytes() const {
  const std::scoped_lock lock(mutex_);
  return bytes_;
}

void AnswerCache::drop(Uses::iterator entry) {
  bytes_ -= entry->bytes;
  entry->index->erase(entry->place);
  uses_.erase(entry);
}

}  // namespace jalur::http
