import 'okay-live-capture/define.js';
import { mount } from 'svelte';
import App from './app.svelte';

mount(App, { target: document.body });
