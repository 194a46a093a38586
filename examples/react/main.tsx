import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TypedTag } from './typed-tag';
import { Capture } from './wrapped';

const query = new URLSearchParams(location.search);
const journeyId = query.get('journey') ?? '';

function App() {
  const [result, setResult] = useState('');
  const tell = (matched: boolean | null) => setResult(matched ? 'Same person' : 'Another person');
  return (
    <>
      {query.has('wrapped') ? (
        <Capture
          endpoint="/api/ekyc/okayface/v1-1"
          journeyId={journeyId}
          onOkayResult={({ verdict }) => tell(verdict.matched)}
          onOkayError={({ error }) => setResult(`${error.code}: ${error.message}`)}
        />
      ) : (
        <TypedTag
          journeyId={journeyId}
          onVerdict={({ matched }) => tell(matched)}
          onError={({ code, message }) => setResult(`${code}: ${message}`)}
        />
      )}
      <output>{result}</output>
    </>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
