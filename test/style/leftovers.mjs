/** A test that leaves a server or a timer running must turn the run red, not keep it waiting for ever. */
export default function leaveNothingRunning() {
  const endRun = () => {
    console.error('A test left something running: `npm test -- <file> --detectOpenHandles` tells what.');
    process.exit(1);
  };
  setTimeout(endRun, 5000).unref();
}
