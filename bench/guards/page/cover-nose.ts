import { pick, type Random } from '../random.js';
import { drawFinger, drawFingers } from './cover-fingers.js';
import { drawNoseMask, drawPlaster, drawTissue } from './cover-nose-cloth.js';
import { drawBlob } from './cover-random.js';
import { drawHand, drawPaper, drawPhone } from './cover-things.js';
import { nearSkin, onNose, someColour } from './near-nose.js';
import { at, axesOf, css, smoothPath } from './paths.js';
import type { Shot } from './shot.js';
import { contextOf, newCanvas } from './stage.js';

/** What hides a nose and hardly more. */

type Paint = (shot: Shot, random: Random) => void;

const COVERS: readonly Paint[] = [
  (shot, random) => drawFinger(shot, onNose(random), random),
  drawFingers,
  drawFingers,
  drawPlaster,
  drawPlaster,
  drawNoseMask,
  drawNoseMask,
  drawTissue,
  drawTissue,
  drawBall,
  drawSkinFromElsewhere,
  (shot, random) => drawBlob(shot, random, onNose(random)),
  (shot, random) => drawHand(shot, onNose(random), 0.6 + 0.5 * random(), nearSkin(shot, random)),
  (shot, random) => drawPaper(shot, onNose(random), someColour(shot, random)),
  (shot, random) =>
    drawPhone(
      shot,
      { x: (random() < 0.5 ? -1 : 1) * (8 + 12 * random()), y: -16 + 16 * random() },
      random() < 0.5 ? undefined : someColour(shot, random),
      0.7 + 0.5 * random(),
    ),
];

export function coverNose(shot: Shot, random: Random): void {
  pick(COVERS, random)(shot, random);
}

/** A ball, a knob or the end of something round, in one colour. */
function drawBall(shot: Shot, random: Random): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const { x, y } = to(-2 + 4 * random(), -7 + 6 * random());
  const radius = (9.5 + 5 * random()) * unit;
  const colour = someColour(shot, random);
  const light = { x: x + radius * (random() - 0.5), y: y - 0.6 * radius * random() };
  const ball = context.createRadialGradient(light.x, light.y, 0.1 * radius, x, y, radius);
  ball.addColorStop(0, css(colour, 1.05 + 0.4 * random()));
  ball.addColorStop(1, css(colour, 0.5 + 0.4 * random()));
  context.save();
  context.fillStyle = ball;
  context.beginPath();
  context.ellipse(x, y, radius * (0.85 + 0.4 * random()), radius, 0, 0, 7);
  context.fill();
  context.restore();
}

/** A hand's skin: the person's own from forehead or cheek, in another light, with a rim of shade. */
function drawSkinFromElsewhere(shot: Shot, random: Random): void {
  const { context, canvas } = shot;
  const { unit, to } = axesOf(shot);
  const before = newCanvas(canvas);
  contextOf(before).drawImage(canvas, 0, 0);
  const source = at(shot, pick([151, 50, 280, 205, 425], random));
  const middle = onNose(random);
  const [wide, tall] = [11 + 8 * random(), 10 + 7 * random()];
  const tilt = 3 * random();
  const corners = Array.from({ length: 9 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / 9;
    const reach = 0.85 + 0.3 * random();
    const [across, down] = [wide * reach * Math.cos(angle), tall * reach * Math.sin(angle)];
    return to(
      middle.x + across * Math.cos(tilt) - down * Math.sin(tilt),
      middle.y + across * Math.sin(tilt) + down * Math.cos(tilt),
    );
  });
  const outline = smoothPath(corners);
  const goal = to(middle.x, middle.y);
  const scale = 1.6 + random();
  context.save();
  context.clip(outline);
  context.translate(goal.x, goal.y);
  context.rotate(6 * random());
  context.scale(scale, scale);
  context.filter = `brightness(${(0.75 + 0.35 * random()).toFixed(2)})`;
  context.drawImage(before, -source.x, -source.y);
  context.restore();
  context.save();
  context.clip(outline);
  context.filter = `blur(${(0.8 * unit).toFixed(1)}px)`;
  context.strokeStyle = `rgba(40, 20, 16, ${(0.5 * random()).toFixed(2)})`;
  context.lineWidth = (1 + 2.5 * random()) * unit;
  context.stroke(outline);
  context.restore();
}
