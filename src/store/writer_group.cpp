#include "store/writer_group.h"

#include <algorithm>

namespace jalur::store {

bool WriterGroup::take_turn(Turn& turn, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  Place place;
  place.turn = &turn;
  waiting_.push_back(&place);
  if (!led_) {
    led_ = true;
    place.state = State::leads;
  }
  const auto moved_on = [&] { return place.state != State::waiting; };
  if (!place.changed.wait_for(lock, patience, moved_on)) {
    waiting_.erase(std::find(waiting_.begin(), waiting_.end(), &place));
    return false;
  }
  if (place.state == State::leads) lead(lock);
  place.changed.wait(lock, [&] { return place.state == State::done; });
  return true;
}

// The leader stands first among those who wait, so its own work is always in the group.
void WriterGroup::lead(std::unique_lock<std::mutex>& lock) {
  const std::vector<Place*> group = gather();
  std::vector<Turn*> turns;
  for (const Place* place : group) turns.push_back(place->turn);
  lock.unlock();
  lead_(turns);
  lock.lock();
  for (Place* place : group) {
    place->state = State::done;
    place->changed.notify_one();
  }
  hand_over();
}

std::vector<WriterGroup::Place*> WriterGroup::gather() {
  const auto count = static_cast<std::ptrdiff_t>(std::min(most_, waiting_.size()));
  std::vector<Place*> group(waiting_.begin(), waiting_.begin() + count);
  waiting_.erase(waiting_.begin(), waiting_.begin() + count);
  for (Place* place : group) place->state = State::taken;
  return group;
}

void WriterGroup::hand_over() {
  led_ = !waiting_.empty();
  if (!led_) return;
  waiting_.front()->state = State::leads;
  waiting_.front()->changed.notify_one();
}

}  // namespace jalur::store
