import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';

// jsdom knows dialogs, but not how to open them.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};

afterEach(() => {
  cleanup();
  localStorage.clear();
});
