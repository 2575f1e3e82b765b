import type { TSchema } from "@sinclair/typebox";
import type { Json, JsonObject } from "./json.ts";

/**
 * Keys that nobody reads, such as misspelt ones. No function has the property below, so that the compiler's sentence ends
 * with the names of the keys: `… is not assignable to type 'UnknownKey<"mesage">'`.
 */
interface UnknownKey<Key> {
  readonly "a key that the plugin interface does not know": Key;
}

/**
 * What has to hold, beside the type that is asked for, for no function to answer what that does not know. The compiler
 * itself looks for unknown keys where an object is written, but not in what a function answers.
 */
export type ExactKeys<Given, Asked> =
  IsKnown<Given, Asked> extends true
    ? Asked
    : Given extends Callable
      ? ExactAnswer<UnknownKeysOf<AnswerOf<Given>, AnswerOf<Asked>>, Asked>
      : Given extends readonly unknown[]
        ? { readonly [N in keyof Given]: ExactKeys<Given[N], ItemOf<Asked>> }
        : { readonly [K in keyof Given as Extract<K, KeyOf<Asked>>]: ExactKeys<Given[K], At<Asked, K>> };

type ExactAnswer<Keys, Asked> = [Keys] extends [never] ? Asked : UnknownKey<Keys>;

/** The names of the keys, at any depth, that what is asked for does not have. */
type UnknownKeysOf<Given, Asked> =
  IsKnown<Given, Asked> extends true
    ? never
    : Given extends Callable
      ? UnknownKeysOf<AnswerOf<Given>, AnswerOf<Asked>>
      : Given extends readonly (infer Item)[]
        ? UnknownKeysOf<Item, ItemOf<Asked>>
        : Given extends object
          ? { [K in keyof Given]-?: K extends KeyOf<Asked> ? UnknownKeysOf<Given[K], At<Asked, K>> : K }[keyof Given]
          : never;

type Callable = (...args: never[]) => unknown;
type Whole = string | number | boolean | bigint | symbol | null | undefined | Uint8Array | TSchema;

/** Where there is nothing to look for: `any`, values without keys, what is of the very type, and what is taken whatever it holds. */
type IsKnown<Given, Asked> = 0 extends 1 & Given
  ? true
  : [Given] extends [Whole]
    ? true
    : [Asked] extends [Given]
      ? true
      : IsOpen<Asked>;

type IsOpen<Asked> = unknown extends Asked
  ? true
  : [JsonObject, Asked] extends [Asked, Json | undefined]
    ? true
    : false;

/** What a function answers in the end, an item of it where it answers many. */
type AnswerOf<Function> =
  Extract<Function, Callable> extends (...args: never[]) => infer Answer
    ? Answer extends AsyncIterable<infer Item>
      ? Item
      : Awaited<Answer>
    : unknown;

type ObjectOf<Asked> = Exclude<Asked, Whole | readonly unknown[]>;
type ItemOf<Asked> = Extract<Asked, readonly unknown[]>[number];
type KeyOf<Asked> = EachKey<ObjectOf<Asked>>;
type EachKey<One> = One extends unknown ? keyof One : never;
type At<Asked, Key> = EachAt<ObjectOf<Asked>, Key>;
type EachAt<One, Key> = One extends unknown ? (Key extends keyof One ? One[Key] : never) : never;
