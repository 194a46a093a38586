/** What of the Trusted Types API is used here; lib.dom does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

interface ScriptUrlPolicy {
  /** Typed as the address that it stands for. */
  createScriptURL(url: string): string;
}

/** Name for the directive `trusted-types` of a Content-Security-Policy. */
export const TRUSTED_TYPES_POLICY = 'okay-live-capture';

let policy: ScriptUrlPolicy | undefined;

/**
 * Marks the address of the worker as meant, where a page has `require-trusted-types-for 'script'`. The policy is made when
 * it is first needed and once only, since a page may forbid a second one of the same name.
 */
export function trustedScriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy(TRUSTED_TYPES_POLICY, { createScriptURL: (address) => address });
  return policy.createScriptURL(url);
}
