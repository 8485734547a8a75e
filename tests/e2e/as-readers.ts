/** How tests of safety start the browser: isolated as a reader's is. */
import config from '../../playwright.config.ts';

/** What Playwright adds for automation, and readers' browsers do not have. It leaves isolation as it is; a test of attacks.spec.ts holds that. */
const FOR_AUTOMATION_ONLY = ['--disable-ipc-flooding-protection', '--disable-hang-monitor', '--disable-popup-blocking'];

export const AS_READERS = { ...config.use?.launchOptions, ignoreDefaultArgs: FOR_AUTOMATION_ONLY };
