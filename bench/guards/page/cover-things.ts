import { axesOf, css, skinOf, type Colour } from './paths.js';
import type { Shot } from './shot.js';

/** A hand of the person's own skin laid over a place of the face. Fingers point up, four of them, and a back of the hand. */
export function drawHand(shot: Shot, centre: { x: number; y: number }, spread = 1, own = skinOf(shot)): void {
  const { context, random } = shot;
  const { unit, to, angle } = axesOf(shot);
  const tone = 0.82 + 0.25 * random();
  const tilt = angle + (random() - 0.5) * 0.9;
  context.save();
  const { x, y } = to(centre.x, centre.y);
  context.translate(x, y);
  context.rotate(tilt + Math.PI / 2 + (random() < 0.5 ? Math.PI : 0));
  const width = 8.2 * unit * spread;
  for (let finger = 0; finger < 4; finger += 1) {
    const left = (finger - 2) * width;
    const length = (26 + 5 * Math.sin((Math.PI * (finger + 0.7)) / 4)) * unit * spread;
    const shade = context.createLinearGradient(left, 0, left + width, 0);
    shade.addColorStop(0, css(own, 0.68 * tone));
    shade.addColorStop(0.4, css(own, 1.06 * tone));
    shade.addColorStop(1, css(own, 0.74 * tone));
    context.fillStyle = shade;
    context.beginPath();
    context.roundRect(left + 0.3 * unit, -length / 2, width - 0.6 * unit, length + 30 * unit, width / 2);
    context.fill();
    context.strokeStyle = css(own, 0.55 * tone, 0.55);
    context.lineWidth = 0.45 * unit;
    for (const knuckle of [0.3, 0.55]) {
      context.beginPath();
      context.moveTo(left + 0.2 * width, -length / 2 + knuckle * length);
      context.quadraticCurveTo(
        left + 0.5 * width,
        -length / 2 + knuckle * length + unit,
        left + 0.8 * width,
        -length / 2 + knuckle * length,
      );
      context.stroke();
    }
    context.fillStyle = css(own, 1.2 * tone, 0.7);
    context.beginPath();
    context.ellipse(left + width / 2, -length / 2 + 0.45 * width, 0.28 * width, 0.4 * width, 0, 0, 7);
    context.fill();
  }
  context.restore();
}

/** The back of a phone, with its cameras; one of four where its colour is not given. */
export function drawPhone(shot: Shot, centre: { x: number; y: number }, colour?: Colour, size = 1): void {
  const { context, random } = shot;
  const { to, angle, ...axes } = axesOf(shot);
  const unit = size * axes.unit;
  const { x, y } = to(centre.x, centre.y);
  const bodies = ['#1b1c20', '#c9ccd2', '#3c4a5f', '#7b2f3a'];
  context.save();
  context.translate(x, y);
  context.rotate(angle + (random() - 0.5) * 0.8);
  const body = bodies[Math.floor(random() * bodies.length)] ?? '#1b1c20';
  context.fillStyle = colour ? css(colour) : body;
  context.beginPath();
  context.roundRect(-17 * unit, -15 * unit, 34 * unit, 66 * unit, 5 * unit);
  context.fill();
  context.strokeStyle = 'rgba(255, 255, 255, 0.35)';
  context.lineWidth = 0.6 * unit;
  context.stroke();
  for (const lens of [0, 1, 2]) {
    context.fillStyle = '#08090b';
    context.beginPath();
    context.arc(-11 * unit, (-9 + 6.5 * lens) * unit, 2.6 * unit, 0, 7);
    context.fill();
  }
  context.restore();
}

/** A stage microphone held before the mouth. */
export function drawMicrophone(shot: Shot, centre = { x: 1, y: 20 }): void {
  const { context } = shot;
  const { unit, to } = axesOf(shot);
  const { x, y } = to(centre.x, centre.y);
  const handle = to(centre.x + 7, centre.y + 55);
  context.save();
  context.strokeStyle = '#26272b';
  context.lineWidth = 9 * unit;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(handle.x, handle.y);
  context.stroke();
  const ball = context.createRadialGradient(x - 4 * unit, y - 4 * unit, unit, x, y, 14 * unit);
  ball.addColorStop(0, '#8b8e94');
  ball.addColorStop(1, '#2c2d31');
  context.fillStyle = ball;
  context.beginPath();
  context.arc(x, y, 13.5 * unit, 0, 7);
  context.fill();
  context.clip();
  context.strokeStyle = 'rgba(20, 20, 22, 0.6)';
  context.lineWidth = 0.35 * unit;
  for (let line = -14; line <= 14; line += 1.6) {
    context.beginPath();
    context.moveTo(x + (line - 14) * unit, y - 14 * unit);
    context.lineTo(x + (line + 14) * unit, y + 14 * unit);
    context.moveTo(x + (line + 14) * unit, y - 14 * unit);
    context.lineTo(x + (line - 14) * unit, y + 14 * unit);
    context.stroke();
  }
  context.restore();
}

/** A sheet of paper or a card with lines of writing. */
export function drawPaper(shot: Shot, centre: { x: number; y: number }, colour: Colour): void {
  const { context, random } = shot;
  const { unit, to, angle } = axesOf(shot);
  const { x, y } = to(centre.x, centre.y);
  const [width, height] = [(22 + 30 * random()) * unit, (16 + 30 * random()) * unit];
  context.save();
  context.translate(x, y);
  context.rotate(angle + 1.2 * (random() - 0.5));
  context.fillStyle = css(colour);
  context.fillRect(-width / 2, -height / 2, width, height);
  context.fillStyle = css(colour, 0.45);
  const step = (2.5 + 3 * random()) * unit;
  const written = random() < 0.6 ? height / 2 - step : -height;
  for (let line = -height / 2 + step; line < written; line += step) {
    context.fillRect(-0.4 * width, line, (0.3 + 0.5 * random()) * width, 0.22 * step);
  }
  context.restore();
}
