/** Why no code is read: the page got no camera, or what reads the picture could not be fetched. */
export type CameraProblem = 'refused' | 'no-reader';

type Reader = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** How often a picture is looked at, and how wide it is looked at: more costs time and finds no more. */
const EVERY = 150;
const WIDEST = 960;

/** Whether a page may ask for a camera here at all: browsers give one on secure addresses only. */
export const hasCamera = (): boolean =>
  window.isSecureContext &&
  typeof (navigator as Partial<Navigator>).mediaDevices?.getUserMedia === 'function';

/** The browser's own reader; null where it has none for these codes. */
async function ownReader(): Promise<Reader | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    if (!BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes('qr_code'))
      return null;
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  } catch {
    return null;
  }
}

/** A reader of this site's own, fetched where the browser has none. */
async function fetchedReader(): Promise<Reader> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, WIDEST / Math.max(video.videoWidth, 1));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (!context || canvas.width === 0) return Promise.resolve(null);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return Promise.resolve(decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)));
    } catch {
      // No code in this picture.
      return Promise.resolve(null);
    }
  };
}

/**
 * Shows what a camera sees and calls back with each code it reads, the same one once in a row. The
 * picture is looked at here and goes nowhere.
 *
 * @returns how to stop, which gives the camera back; or why there is nothing to stop.
 */
export async function readCamera(
  video: HTMLVideoElement,
  hear: (text: string) => void,
): Promise<{ stop: () => void } | { problem: CameraProblem }> {
  let read: Reader;
  try {
    read = (await ownReader()) ?? (await fetchedReader());
  } catch {
    return { problem: 'no-reader' };
  }
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 } },
    });
    video.srcObject = stream;
    await video.play();
  } catch {
    return { problem: 'refused' };
  }
  let isOn = true;
  let last = '';
  const look = async () => {
    if (!isOn) return;
    const text = await read(video).catch(() => null);
    if (isOn && text !== null && text !== last) hear((last = text));
    window.setTimeout(() => void look(), EVERY);
  };
  void look();
  return {
    stop: () => {
      isOn = false;
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}
