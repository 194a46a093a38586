import { render } from 'preact';
import { useState } from 'preact/hooks';
import { Capture } from './capture';

const journeyId = new URLSearchParams(location.search).get('journey') ?? '';

function App() {
  const [result, setResult] = useState('');
  return (
    <>
      <Capture
        journeyId={journeyId}
        onVerdict={({ matched }) => setResult(matched ? 'Same person' : 'Another person')}
        onError={({ code, message }) => setResult(`${code}: ${message}`)}
      />
      <output>{result}</output>
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<App />, root);
