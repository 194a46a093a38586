import 'okay-live-capture/define.js';

const capture = document.querySelector('okay-live-capture');
const output = document.querySelector('output');

capture.journeyId = new URLSearchParams(location.search).get('journey');
capture.addEventListener('okay-result', ({ verdict }) => {
  output.textContent = verdict.matched ? 'Same person' : 'Another person';
});
capture.addEventListener('okay-error', ({ error }) => {
  output.textContent = `${error.code}: ${error.message}`;
});
