export function checkLayers(folder?: string): Promise<{ modules: string[]; violations: string[] }>;
