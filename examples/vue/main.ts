import 'okay-live-capture/define.js';
import { createApp } from 'vue';
import App from './app.vue';

createApp(App).mount('#app');
