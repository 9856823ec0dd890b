import type { connectAuth } from '@hoicho/db/connect.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type { Config } from '../platform/config.ts'
import { newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.ts'

/** A mail better-auth asks for. The account mails are written to the outbox like every other. */
export type AccountMail = {
  template: 'sign-in-link' | 'reset-password' | 'verify-email'
  email: string
  name: string
  locale: Locale
  token: string
}

export type Auth = ReturnType<typeof createAuth>

const ISSUER = 'Hoicho'
const HOUR = 3600

/**
 * Passwords (Argon2id), sessions, one-time links and TOTP by better-auth, on our own table names. It is never mounted
 * on its own: our routes call it, so that every answer, refusal and right is of one kind.
 */
export function createAuth(
  config: Config,
  secrets: Secrets,
  db: ReturnType<typeof connectAuth>['db'],
  sendMail: (mail: AccountMail) => Promise<void>,
) {
  const toMail = (user: object, token: string, template: AccountMail['template']) => {
    const { email, name, locale } = user as { email: string; name: string; locale?: Locale }
    return sendMail({ template, email, name, locale: locale ?? 'vi', token })
  }
  return betterAuth({
    appName: ISSUER,
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: secrets.sessionSecret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true }, // it would write addresses
    rateLimit: { enabled: false }, // identity/attempts.ts counts for all processes together
    advanced: {
      cookiePrefix: 'hoicho',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: HOUR,
      password: {
        // A Vietnamese letter is typed as one sign or as two, depending on the device.
        hash: password => hash(password.normalize('NFC')),
        verify: ({ hash: stored, password }) => verify(stored, password.normalize('NFC')),
      },
      sendResetPassword: ({ user, token }) => toMail(user, token, 'reset-password'),
    },
    emailVerification: {
      expiresIn: 48 * HOUR,
      sendVerificationEmail: ({ user, token }) => toMail(user, token, 'verify-email'),
    },
    session: {
      modelName: 'session',
      expiresIn: 14 * 24 * HOUR,
      updateAge: 24 * HOUR,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: { locale: { type: 'string', required: false, defaultValue: 'vi' } },
    },
    account: { modelName: 'credential', fields: CREDENTIAL_FIELDS },
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [
      magicLink({
        expiresIn: HOUR / 4,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, token }) =>
          sendMail({ template: 'sign-in-link', email, name: '', locale: 'vi', token }),
      }),
      twoFactor({
        issuer: ISSUER,
        accountLockout: { enabled: false }, // anybody who knew the password could lock its owner out: sign-in-limits.ts
        twoFactorTable: 'second_factor',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            fields: {
              backupCodes: 'backup_codes',
              userId: 'person_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  })
}

const CREDENTIAL_FIELDS = {
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'person_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const
