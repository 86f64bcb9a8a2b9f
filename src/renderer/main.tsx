import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import './ui/theme.css';
import './ui/ui.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './features/shell/App.tsx';
import { listenToKeys } from './keys/keyboard.ts';
import { followBrowserHistory } from './state/address.ts';
import { queryClient } from './state/api.ts';
import { followEvents } from './state/events.ts';
import { followSettings } from './state/keptSettings.ts';
import { applySettings } from './state/settings.ts';

applySettings();
followBrowserHistory();
listenToKeys();
void followEvents();
await followSettings();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
