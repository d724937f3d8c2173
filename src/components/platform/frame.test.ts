import { describe, expect, it } from 'vitest';
import { readOrigin } from './frame.ts';

describe('the origin an address names', () => {
  it.each([
    ['https://course.example', 'https://course.example'],
    ['https://course.example/', 'https://course.example'],
    ['http://localhost:4321', 'http://localhost:4321'],
    ['https://course.example:8443', 'https://course.example:8443'],
    ['https://课程.example', 'https://xn--9nzo18a.example'],
  ])('is read from %s', (raw, origin) => {
    expect(readOrigin(raw)).toBe(origin);
  });

  it.each([
    '*',
    'https://*',
    'https://*.example',
    '',
    'null',
    'course.example',
    '//course.example',
    'javascript:alert(1)',
    'javascript://course.example/%0aalert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://course.example',
    'https://user@course.example',
    'https://user:secret@course.example',
    'https://course.example/path',
    'https://course.example?x=1',
    'https://course.example#x',
    ' https://course.example',
    'https://course.example https://other.example',
    'https://course.example\n',
    'https://course.example\\@other.example',
    'HTTPS://',
    `https://${'a'.repeat(400)}.example`,
    '<img src=x onerror=alert(1)>',
  ])('is none: %j', (raw) => {
    expect(readOrigin(raw)).toBeNull();
  });
});
