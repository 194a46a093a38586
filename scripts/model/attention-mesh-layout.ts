import topology from './attention-mesh-topology.json' with { type: 'json' };

/** A network output's place among the joined floats. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** The outputs of `face_landmark_with_attention.tflite`, in the order in which they are joined. */
export const OUTPUT_SPANS = {
  output_mesh_identity: { start: 0, length: 1404 },
  output_lips: { start: 1404, length: 160 },
  output_left_eye: { start: 1564, length: 142 },
  output_right_eye: { start: 1706, length: 142 },
  output_left_iris: { start: 1848, length: 10 },
  output_right_iris: { start: 1858, length: 10 },
  conv_faceflag: { start: 1868, length: 1 },
} as const satisfies Record<string, Span>;

export type OutputName = keyof typeof OUTPUT_SPANS;

/** A constant joined after the outputs: the network's input side in pixels. */
export const UNIT = { index: 1869, value: 192 } as const;
export const JOINED_LENGTH = 1870;

const MESH_LANDMARKS = 468;
const UPPER_LID = { left: 159, right: 386 } as const;

/**
 * Which of the joined floats is x, y and z of each of the 478 landmarks.
 *
 * Lips and eyes take x and y from their refined outputs. Iris points have no z of their own and take that of
 * the eye's upper lid, but for two: the task scales every z alike, so with the presence logit in z of landmark
 * 469 and the unit in z of landmark 470 a page can read `logit = 192 · z469 / z470`.
 */
export function landmarkIndices(): number[] {
  const indices = Array.from({ length: MESH_LANDMARKS * 3 }, (_, i) => i);
  for (const part of ['output_lips', 'output_left_eye', 'output_right_eye'] as const) {
    topology[part].forEach((landmark, row) => {
      const [x, y] = point(OUTPUT_SPANS[part], row);
      indices[landmark * 3] = x;
      indices[landmark * 3 + 1] = y;
    });
  }
  const leftZ = depthOf(UPPER_LID.left);
  const rightZ = depthOf(UPPER_LID.right);
  const leftDepths = [leftZ, OUTPUT_SPANS.conv_faceflag.start, UNIT.index, leftZ, leftZ];
  const rightDepths = [rightZ, rightZ, rightZ, rightZ, rightZ];
  leftDepths.forEach((z, row) => indices.push(...point(OUTPUT_SPANS.output_left_iris, row), z));
  rightDepths.forEach((z, row) => indices.push(...point(OUTPUT_SPANS.output_right_iris, row), z));
  return indices;
}

function point({ start }: Span, row: number): [x: number, y: number] {
  return [start + 2 * row, start + 2 * row + 1];
}

function depthOf(meshLandmark: number): number {
  return meshLandmark * 3 + 2;
}
