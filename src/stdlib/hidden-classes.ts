/** The classes of the modules around asyncio that none of them exports, but that a program can come to by an object that it holds. The sandbox hardens them with the modules. */
import { Headers } from './http/headers.ts';
import { Service } from './http/service.ts';
import { Pool } from './httpx-pool.ts';
import { Request, Response } from './httpx-response.ts';
import { Twister } from './twister.ts';

/** By their names. */
export const hiddenClasses: Readonly<Record<string, object>> = { Headers, Service, Pool, Request, Response, Twister };
