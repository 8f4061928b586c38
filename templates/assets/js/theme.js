// Loaded before the first paint, so that a chosen theme never flashes. Where
// nothing can be remembered it sets nothing, and no control appears.
try {
  document.documentElement.dataset.theme = localStorage['ithaca-theme'] || 'system';
} catch {}
