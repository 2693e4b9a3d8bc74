// Says the outcome of a search to people who do not see it: one short text in a status region, a second after the last
// change, so that a screen reader is not interrupted again and again. Knows nothing of searches.

const quietMilliseconds = 1000;

export class Announcer {
  private timer = 0;
  private last = "";

  constructor(private readonly say: (text: string) => void) {}

  announce(text: string) {
    this.cancel();
    this.timer = window.setTimeout(() => {
      // The same words again are no change to a screen reader: a space at their end makes them one.
      this.last = this.last === text ? `${text} ` : text;
      this.say(this.last);
    }, quietMilliseconds);
  }

  cancel() {
    window.clearTimeout(this.timer);
  }
}
