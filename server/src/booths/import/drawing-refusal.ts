/** Why a file cannot be read as a plan. */
export class DrawingRefusal extends Error {
  readonly reason: 'broken' | 'too-large'
  constructor(reason: 'broken' | 'too-large') {
    super(reason)
    this.reason = reason
  }
}
