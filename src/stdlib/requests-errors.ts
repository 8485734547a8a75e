/** The exceptions of `requests`, with the names, the texts and the ancestors of the Python library's (those of its several ancestors that come first). */
import { asyncio } from '../runtime/index.ts';
import type { Response } from './requests.ts';

const isInstance = Function.prototype[Symbol.hasInstance];

/** Names a class: a bundler may have taken its own name. */
function nameClass(made: object, name: string): void {
  Object.defineProperty(made, 'name', { value: name, configurable: true });
}

/** Whatever can go wrong with a request. */
export class RequestException extends asyncio.OSError {
  static {
    nameClass(this, 'RequestException');
  }

  readonly response: Response | undefined;
  constructor(message?: string, options: { readonly response?: Response } = {}) {
    super(message);
    this.response = options.response;
    Object.defineProperty(this, 'name', { value: new.target.name, writable: true, configurable: true });
  }
}

/** `raiseForStatus` of a status from 400 on. */
export class HTTPError extends RequestException {
  static {
    nameClass(this, 'HTTPError');
  }
}
/** There is no connection, or it broke. Not Python's own ConnectionError. */
export class ConnectionError extends RequestException {
  static {
    nameClass(this, 'ConnectionError');
  }
}
/** No connection in time. It is a Timeout too. */
export class ConnectTimeout extends ConnectionError {
  static {
    nameClass(this, 'ConnectTimeout');
  }
}
/** It took too long: ConnectTimeout or ReadTimeout. */
export class Timeout extends RequestException {
  static {
    nameClass(this, 'Timeout');
  }

  // Python's ConnectTimeout has two ancestors.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance.call(this, value) || (this === Timeout && value instanceof ConnectTimeout);
  }
}
/** No answer in time. */
export class ReadTimeout extends Timeout {
  static {
    nameClass(this, 'ReadTimeout');
  }
}
/** Redirected more than 30 times. */
export class TooManyRedirects extends RequestException {
  static {
    nameClass(this, 'TooManyRedirects');
  }
}
/** The answer is no JSON. */
export class JSONDecodeError extends RequestException {
  static {
    nameClass(this, 'JSONDecodeError');
  }
}
/** A URL without 'http://'. */
export class MissingSchema extends RequestException {
  static {
    nameClass(this, 'MissingSchema');
  }
}
/** A URL of another kind than 'http://' and 'https://'. */
export class InvalidSchema extends RequestException {
  static {
    nameClass(this, 'InvalidSchema');
  }
}
/** A URL without a host. */
export class InvalidURL extends RequestException {
  static {
    nameClass(this, 'InvalidURL');
  }
}
