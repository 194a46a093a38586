import { Capture } from './capture';

export default function Page() {
  return <Capture />;
}
