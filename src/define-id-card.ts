/** Registers `<okay-id-card>` at once, for pages that use it alone. */
import { isServer } from 'lit';
import { defineIdCard } from './id-card/define-id-card.js';

if (!isServer) defineIdCard();
