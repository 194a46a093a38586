import { bootstrapApplication } from '@angular/platform-browser';
import 'okay-live-capture/define.js';
import { App } from './app';

bootstrapApplication(App).catch((error: unknown) => console.error(error));
