/** The exceptions of `httpx`, with the names, the texts and the ancestors of the Python library's. */
import type { Request, Response } from './httpx-response.ts';

/** Names a class: a bundler may have taken its own name. */
function nameClass(made: object, name: string): void {
  Object.defineProperty(made, 'name', { value: name, configurable: true });
}

/** Whatever can go wrong with a request. */
export class HTTPError extends Error {
  static {
    nameClass(this, 'HTTPError');
  }

  readonly request: Request | undefined;
  constructor(message = '', options: { readonly request?: Request } = {}) {
    super(message);
    this.request = options.request;
    Object.defineProperty(this, 'name', { value: new.target.name, writable: true, configurable: true });
  }
}

/** `raiseForStatus` of what is no success. */
export class HTTPStatusError extends HTTPError {
  static {
    nameClass(this, 'HTTPStatusError');
  }

  readonly response: Response;
  constructor(message: string, options: { readonly request: Request; readonly response: Response }) {
    super(message, options);
    this.response = options.response;
  }
}

/** There is no answer. */
export class RequestError extends HTTPError {
  static {
    nameClass(this, 'RequestError');
  }
}
/** The sending, not the answer, went wrong. */
export class TransportError extends RequestError {
  static {
    nameClass(this, 'TransportError');
  }
}
/** Something took too long. */
export class TimeoutException extends TransportError {
  static {
    nameClass(this, 'TimeoutException');
  }
}
/** No connection in time. */
export class ConnectTimeout extends TimeoutException {
  static {
    nameClass(this, 'ConnectTimeout');
  }
}
/** No answer in time. */
export class ReadTimeout extends TimeoutException {
  static {
    nameClass(this, 'ReadTimeout');
  }
}
/** Sending took too long. */
export class WriteTimeout extends TimeoutException {
  static {
    nameClass(this, 'WriteTimeout');
  }
}
/** None of the client's connections was free in time. */
export class PoolTimeout extends TimeoutException {
  static {
    nameClass(this, 'PoolTimeout');
  }
}
/** The connection broke. */
export class NetworkError extends TransportError {
  static {
    nameClass(this, 'NetworkError');
  }
}
/** There is no connection. */
export class ConnectError extends NetworkError {
  static {
    nameClass(this, 'ConnectError');
  }
}
/** The connection broke before the answer. */
export class ReadError extends NetworkError {
  static {
    nameClass(this, 'ReadError');
  }
}
/** The other side did not keep to HTTP. */
export class ProtocolError extends TransportError {
  static {
    nameClass(this, 'ProtocolError');
  }
}
/** The server did not: it closed the connection in place of an answer, say. */
export class RemoteProtocolError extends ProtocolError {
  static {
    nameClass(this, 'RemoteProtocolError');
  }
}
/** A URL of another kind than 'http://' and 'https://', or without one. */
export class UnsupportedProtocol extends TransportError {
  static {
    nameClass(this, 'UnsupportedProtocol');
  }
}
/** Redirected more than 20 times. */
export class TooManyRedirects extends RequestError {
  static {
    nameClass(this, 'TooManyRedirects');
  }
}
