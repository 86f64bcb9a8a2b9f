/**
 * The bridge of the desktop window: one message port to the main process, and nothing else. The page may send strings
 * (calls of the contract) and be told strings; it never sees the port, a channel's name or ipcRenderer.
 */
import { contextBridge, ipcRenderer } from 'electron';

const { port1: here, port2: there } = new MessageChannel();
ipcRenderer.postMessage('songsong:connect', null, [there]);

contextBridge.exposeInMainWorld('songsong', {
  send: (message: unknown) => {
    if (typeof message === 'string') here.postMessage(message);
  },
  onMessage: (take: (message: string) => void) => {
    here.onmessage = (event) => take(event.data);
  },
});
