// A small client of the public API, to set up what a story takes for granted and to look behind the screen.

export class ApiError extends Error {
  /** @param {string} request @param {number} status @param {any} problem */
  constructor(request, status, problem) {
    super(`${request} was answered with ${status}: ${problem?.detail ?? JSON.stringify(problem)}`);
    this.status = status;
    this.problem = problem;
  }
}

export class Api {
  /** @param {string} server @param {string | null} token */
  constructor(server, token = null) {
    this.server = server;
    this.token = token;
  }

  /** @param {string} token */
  as(token) {
    return new Api(this.server, token);
  }

  /** @param {string} path @returns {Promise<any>} */
  get(path) {
    return this.#call("GET", path);
  }

  /** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  post(path, body) {
    return this.#call("POST", path, body);
  }

  /** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  put(path, body) {
    return this.#call("PUT", path, body);
  }

  /** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  patch(path, body) {
    return this.#call("PATCH", path, body);
  }

  /** @param {string} path */
  delete(path) {
    return this.#call("DELETE", path);
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  async #call(method, path, body) {
    const response = await fetch(`${this.server}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = text === "" ? null : JSON.parse(text);
    if (!response.ok) throw new ApiError(`${method} ${path}`, response.status, answer);
    return answer;
  }
}
