import { FaceLandmarker } from '@mediapipe/tasks-vision';
import { EYE_OPENINGS, FACE_OVAL } from '../../../src/core/landmarks.js';
import { INNER_LIPS } from './bare.js';
import type { Shot } from './shot.js';
import { newCanvas } from './stage.js';

/** Angles by which a head is turned further than in its photograph; signs as in `HeadPose`. */
export interface Turn {
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
}

/**
 * Rings around the mesh, so that hair, ears and neck turn along: share of the oval's radius, how far behind the oval's
 * points (in face heights), and whether the ring turns with the head or stays as background.
 */
const RINGS = [
  { radius: 1.25, behind: 0.18, turns: 1 },
  { radius: 1.7, behind: 0.3, turns: 0.6 },
  { radius: 4.5, behind: 0, turns: 0 },
] as const;

const HOLES = [EYE_OPENINGS.left, EYE_OPENINGS.right, INNER_LIPS];

/** Distance of the camera in face heights: a selfie at half a metre. */
const CAMERA_DISTANCE = 3;

/** Turns the head of a shot by rendering its mesh with the photo as texture. */
export function turnHead(shot: Shot, turn: Turn): void {
  const { canvas, context } = shot;
  const scene = meshOf(shot, turn);
  const rendered = render(canvas, scene);
  context.drawImage(rendered, 0, 0);
}

interface MeshScene {
  /** x, y, z in pixels, x, y of the photo in pixels: five numbers a vertex. */
  readonly vertices: Float32Array;
  readonly triangles: Uint16Array;
}

function meshOf(shot: Shot, turn: Turn): MeshScene {
  const { mesh, faceHeightPx } = shot;
  const count = 468;
  const centre = middleOf(mesh, FACE_OVAL);
  const rotate = rotation(turn);
  const vertices = new Float32Array(5 * (count + RINGS.length * FACE_OVAL.length + HOLES.length));
  const put = (vertex: number, x: number, y: number, z: number, turns: number) => {
    const [rx, ry, rz] = rotate(x - centre.x, y - centre.y, z - centre.z);
    const perspective = (depth: number) =>
      (CAMERA_DISTANCE * faceHeightPx) / (CAMERA_DISTANCE * faceHeightPx + depth);
    const [size, flat] = [perspective(rz), perspective(z - centre.z)];
    const turned = { x: centre.x + rx * (size / flat), y: centre.y + ry * (size / flat) };
    vertices.set(
      [x + turns * (turned.x - x), y + turns * (turned.y - y), turns === 0 ? 3 * faceHeightPx : rz, x, y],
      5 * vertex,
    );
  };
  for (let index = 0; index < count; index += 1) {
    put(index, mesh[3 * index] ?? 0, mesh[3 * index + 1] ?? 0, mesh[3 * index + 2] ?? 0, 1);
  }
  const triangles: number[] = [];
  const edges = FaceLandmarker.FACE_LANDMARKS_TESSELATION;
  for (let edge = 0; edge + 2 < edges.length; edge += 3) {
    triangles.push(edges[edge]?.start ?? 0, edges[edge + 1]?.start ?? 0, edges[edge + 2]?.start ?? 0);
  }
  // The mesh has holes where eyes and mouth are open.
  HOLES.forEach((outline, hole) => {
    const middle = middleOf(mesh, outline);
    const vertex = count + RINGS.length * FACE_OVAL.length + hole;
    put(vertex, middle.x, middle.y, middle.z, 1);
    outline.forEach((index, place) =>
      triangles.push(vertex, index, outline[(place + 1) % outline.length] ?? index),
    );
  });
  RINGS.forEach(({ radius, behind, turns }, ring) => {
    FACE_OVAL.forEach((index, place) => {
      const [x, y, z] = [mesh[3 * index] ?? 0, mesh[3 * index + 1] ?? 0, mesh[3 * index + 2] ?? 0];
      const vertex = count + ring * FACE_OVAL.length + place;
      put(
        vertex,
        centre.x + radius * (x - centre.x),
        centre.y + radius * (y - centre.y),
        z + behind * faceHeightPx,
        turns,
      );
      const nextPlace = (place + 1) % FACE_OVAL.length;
      const inner = (at: number) =>
        ring === 0 ? (FACE_OVAL[at] ?? 0) : count + (ring - 1) * FACE_OVAL.length + at;
      const outer = (at: number) => count + ring * FACE_OVAL.length + at;
      triangles.push(
        inner(place),
        outer(place),
        outer(nextPlace),
        inner(place),
        outer(nextPlace),
        inner(nextPlace),
      );
    });
  });
  return { vertices, triangles: Uint16Array.from(triangles) };
}

function middleOf(mesh: Float32Array, outline: readonly number[]): { x: number; y: number; z: number } {
  const sum = { x: 0, y: 0, z: 0 };
  for (const index of outline) {
    sum.x += (mesh[3 * index] ?? 0) / outline.length;
    sum.y += (mesh[3 * index + 1] ?? 0) / outline.length;
    sum.z += (mesh[3 * index + 2] ?? 0) / outline.length;
  }
  return sum;
}

/** x to the right, y down, z away from the camera; a nose that points to the right has a positive yaw. */
function rotation({ yawDeg, pitchDeg, rollDeg }: Turn) {
  const [yaw, pitch, roll] = [yawDeg, pitchDeg, rollDeg].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  return (x: number, y: number, z: number): [number, number, number] => {
    const [x1, y1] = [x * Math.cos(roll) - y * Math.sin(roll), x * Math.sin(roll) + y * Math.cos(roll)];
    const [y2, z2] = [y1 * Math.cos(pitch) - z * Math.sin(pitch), y1 * Math.sin(pitch) + z * Math.cos(pitch)];
    return [x1 * Math.cos(yaw) - z2 * Math.sin(yaw), y2, x1 * Math.sin(yaw) + z2 * Math.cos(yaw)];
  };
}

const VERTEX = `attribute vec3 place; attribute vec2 texel; uniform vec2 size; varying vec2 at;
void main() { at = texel / size; gl_Position = vec4(2.0 * place.x / size.x - 1.0, 1.0 - 2.0 * place.y / size.y,
  place.z / 8000.0, 1.0); }`;
const FRAGMENT = `precision mediump float; varying vec2 at; uniform sampler2D photo;
void main() { gl_FragColor = texture2D(photo, at); }`;

let stage: { canvas: HTMLCanvasElement; gl: WebGLRenderingContext; program: WebGLProgram } | null = null;

function render(photo: HTMLCanvasElement, { vertices, triangles }: MeshScene): HTMLCanvasElement {
  stage ??= openStage();
  const { canvas, gl, program } = stage;
  canvas.width = photo.width;
  canvas.height = photo.height;
  gl.viewport(0, 0, canvas.width, canvas.height);
  gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, triangles, gl.STREAM_DRAW);
  const place = gl.getAttribLocation(program, 'place');
  const texel = gl.getAttribLocation(program, 'texel');
  gl.enableVertexAttribArray(place);
  gl.enableVertexAttribArray(texel);
  gl.vertexAttribPointer(place, 3, gl.FLOAT, false, 20, 0);
  gl.vertexAttribPointer(texel, 2, gl.FLOAT, false, 20, 12);
  gl.uniform2f(gl.getUniformLocation(program, 'size'), canvas.width, canvas.height);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, photo);
  gl.drawElements(gl.TRIANGLES, triangles.length, gl.UNSIGNED_SHORT, 0);
  return canvas;
}

function openStage() {
  const canvas = newCanvas({ width: 1, height: 1 });
  const gl = canvas.getContext('webgl', { preserveDrawingBuffer: true });
  const program = gl?.createProgram();
  if (!gl || !program) throw new Error('This browser has no WebGL.');
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('This browser made no shader.');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  gl.enable(gl.DEPTH_TEST);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  for (const [name, value] of [
    [gl.TEXTURE_MIN_FILTER, gl.LINEAR],
    [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
    [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
    [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
  ] as const) {
    gl.texParameteri(gl.TEXTURE_2D, name, value);
  }
  return { canvas, gl, program };
}
