/** In unit tests nothing may reach for Electron: modules of the main process take what they need as arguments. */
throw new Error('a unit test imported electron');

export {};
