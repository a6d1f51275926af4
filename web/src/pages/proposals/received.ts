import type { post } from '../../api/client';

/** What a citizen gets for a proposal. */
export type Received = Awaited<ReturnType<typeof post<'/api/v1/regions/{code}/proposals'>>>;
