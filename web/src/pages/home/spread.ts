/** A label that wants to stand centred over `at` and is `width` wide; both in pixels. */
export interface Label {
  at: number;
  width: number;
}

/**
 * Where the labels' left edges go on a line of `room` pixels so that none collides: in the order
 * of their wishes, each as near to its own as the others and the ends allow, `gap` between them.
 * Labels that together need more room than there is overflow at the right end only.
 */
export function spread(labels: Label[], room: number, gap: number): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => labels[a]!.at - labels[b]!.at);
  const left: number[] = labels.map(({ at, width }) => at - width / 2);
  let free = 0;
  for (const index of order) {
    left[index] = Math.max(left[index]!, free);
    free = left[index]! + labels[index]!.width + gap;
  }
  let end = room;
  for (const index of [...order].reverse()) {
    left[index] = Math.max(0, Math.min(left[index]!, end - labels[index]!.width));
    end = left[index]! - gap;
  }
  return left;
}
