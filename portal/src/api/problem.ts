import { failures } from '@/words/failures';

export interface FieldProblem {
  pointer: string;
  detail: string;
}

interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  correlationId?: string;
  errors?: FieldProblem[];
}

/**
 * A refusal of the server, as RFC 9457 describes it: a stable slug, words for people, and a pointer to each field concerned. A status of 0 means that no
 * answer came at all.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string,
    detail: string,
    readonly correlationId: string | null,
    readonly fields: FieldProblem[] = [],
    /** When to ask again, where the server says so. */
    readonly waitsUntil: number | null = null,
  ) {
    super(detail || title);
    this.name = 'Problem';
  }

  /** The trip was this driver's until another driver took it over. */
  get passedOn(): boolean {
    return this.status === 404 && this.slug === 'trips/passed-on';
  }

  /** Whether a later attempt may get another answer: none came, or the server is only busy. Any other problem is the server's last word. */
  get passes(): boolean {
    const { status, slug } = this;
    return [0, 401, 408, 429].includes(status) || status >= 500 || slug === 'request/still-running';
  }

  /** The same problem in the portal's own words, where the portal knows more than the refusal says. */
  saying(title: string, detail: string): Problem {
    return new Problem(
      this.status,
      this.slug,
      title,
      detail,
      this.correlationId,
      this.fields,
      this.waitsUntil,
    );
  }

  static async from(response: Response): Promise<Problem> {
    const correlationId = response.headers.get('X-Correlation-Id');
    const type = response.headers.get('Content-Type') ?? '';
    if (!type.includes('json')) {
      return new Problem(
        response.status,
        'unknown',
        failures.errors.title,
        failures.errors.unexpected(response.status),
        correlationId,
      );
    }
    const body = (await response.json().catch(() => ({}))) as ProblemBody;
    return new Problem(
      response.status,
      (body.type ?? 'unknown').replace(/^.*\/problems\//, ''),
      body.title ?? failures.errors.title,
      body.detail ?? '',
      body.correlationId ?? correlationId,
      body.errors ?? [],
      waitsUntil(response),
    );
  }

  static offline(): Problem {
    return new Problem(0, 'offline', failures.errors.offlineTitle, failures.errors.offline, null);
  }

  static of(error: unknown): Problem {
    if (error instanceof Problem) return error;
    return new Problem(0, 'portal/fault', failures.errors.title, failures.errors.portal, null);
  }
}

function waitsUntil(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return response.status === 429 && Number.isFinite(seconds) ? Date.now() + seconds * 1000 : null;
}
