import { FaceLandmarker } from '@mediapipe/tasks-vision';
import { EYE_OPENINGS, FACE_OVAL } from '../../../src/core/landmarks.js';
import { INNER_LIPS } from './bare.js';
import type { Shot } from './shot.js';
import { newCanvas } from './stage.js';

/** x to the right, y down, z away from the camera, in pixels of the frame. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Where a point of the head goes; `centre` is the middle of its oval. */
export type Move = (from: Place, centre: Place) => Place;

/**
 * Rings around the mesh, so that hair, ears and neck move along: share of the oval's radius, how far behind the oval's
 * points (in face heights), and how much of the head's way the ring goes; the last one stays as background.
 */
const RINGS = [
  { radius: 1.25, behind: 0.18, moves: 1 },
  { radius: 1.7, behind: 0.3, moves: 0.6 },
  { radius: 4.5, behind: 0, moves: 0 },
] as const;

const HOLES = [EYE_OPENINGS.left, EYE_OPENINGS.right, INNER_LIPS];

/**
 * Draws a shot anew with the points of its head moved, by its mesh with what was drawn so far as texture.
 *
 * @param shape Where the points are before they are moved, where that is not where the photograph shows them.
 */
export function renderMoved(shot: Shot, move: Move, shape = shot.mesh): void {
  shot.context.drawImage(render(shot.canvas, meshOf(shot, move, shape)), 0, 0);
}

interface MeshScene {
  /** x, y, z in pixels, x, y of the photo in pixels: five numbers a vertex. */
  readonly vertices: Float32Array;
  readonly triangles: Uint16Array;
}

function meshOf({ mesh, faceHeightPx }: Shot, move: Move, shape: Float32Array): MeshScene {
  const count = 468;
  const [centre, photoCentre] = [middleOf(shape, FACE_OVAL), middleOf(mesh, FACE_OVAL)];
  const vertices = new Float32Array(5 * (count + RINGS.length * FACE_OVAL.length + HOLES.length));
  const put = (vertex: number, place: Place, texel: Place, moves: number) => {
    const moved = move(place, centre);
    vertices.set(
      [
        texel.x + moves * (moved.x - texel.x),
        texel.y + moves * (moved.y - texel.y),
        moves === 0 ? 3 * faceHeightPx : moved.z - centre.z,
        texel.x,
        texel.y,
      ],
      5 * vertex,
    );
  };
  for (let index = 0; index < count; index += 1) put(index, placeOf(shape, index), placeOf(mesh, index), 1);
  const triangles: number[] = [];
  const edges = FaceLandmarker.FACE_LANDMARKS_TESSELATION;
  for (let edge = 0; edge + 2 < edges.length; edge += 3) {
    triangles.push(edges[edge]?.start ?? 0, edges[edge + 1]?.start ?? 0, edges[edge + 2]?.start ?? 0);
  }
  // The mesh has holes where eyes and mouth are open.
  HOLES.forEach((outline, hole) => {
    const vertex = count + RINGS.length * FACE_OVAL.length + hole;
    put(vertex, middleOf(shape, outline), middleOf(mesh, outline), 1);
    outline.forEach((index, place) =>
      triangles.push(vertex, index, outline[(place + 1) % outline.length] ?? index),
    );
  });
  RINGS.forEach(({ radius, behind, moves }, ring) => {
    FACE_OVAL.forEach((index, place) => {
      const out = ({ x, y, z }: Place, from: Place): Place => ({
        x: from.x + radius * (x - from.x),
        y: from.y + radius * (y - from.y),
        z: z + behind * faceHeightPx,
      });
      const vertex = count + ring * FACE_OVAL.length + place;
      put(vertex, out(placeOf(shape, index), centre), out(placeOf(mesh, index), photoCentre), moves);
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

function placeOf(mesh: Float32Array, index: number): Place {
  return { x: mesh[3 * index] ?? 0, y: mesh[3 * index + 1] ?? 0, z: mesh[3 * index + 2] ?? 0 };
}

function middleOf(mesh: Float32Array, outline: readonly number[]): Place {
  const mean = (axis: 0 | 1 | 2) =>
    outline.reduce((sum, index) => sum + (mesh[3 * index + axis] ?? 0), 0) / outline.length;
  return { x: mean(0), y: mean(1), z: mean(2) };
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
