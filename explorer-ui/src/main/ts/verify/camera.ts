/** What browsers that read codes offer (Shape Detection API); no library stands in for it. */
interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}

type DetectorClass = new (options: { formats: string[] }) => Detector;

/** The browser's reader of QR codes, if it has one. */
export function detector(): Detector | undefined {
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass };
  return BarcodeDetector && new BarcodeDetector({ formats: ["qr_code"] });
}

/** Looks for a code until one is found or the signal says stop; an error if there is no camera. */
export async function scan(
  reader: Detector,
  video: HTMLVideoElement,
  stop: AbortSignal,
): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
  });
  try {
    video.srcObject = stream;
    await video.play();
    while (!stop.aborted) {
      const [code] = await reader.detect(video);
      if (code !== undefined) {
        return code.rawValue;
      }
      await new Promise(requestAnimationFrame);
    }
    return undefined;
  } finally {
    video.srcObject = null;
    for (const track of stream.getTracks()) {
      track.stop();
    }
  }
}
