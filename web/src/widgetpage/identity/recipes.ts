// Code that signs for a customer with nothing but what each language brings along.

export const RECIPES: { name: string; code: string }[] = [
  {
    name: "Node",
    code: `import { createHmac } from "node:crypto";

export function batonToken(user) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const claims = { sub: String(user.id), name: user.name, email: user.email, exp };
  const signed = part({ alg: "HS256", typ: "JWT" }) + "." + part(claims);
  const secret = process.env.BATON_IDENTITY_SECRET;
  return signed + "." + createHmac("sha256", secret).update(signed).digest("base64url");
}`,
  },
  {
    name: "Python",
    code: `import base64, hashlib, hmac, json, os, time

def baton_token(user):
    def part(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=")
    claims = {"sub": str(user.id), "name": user.name, "email": user.email,
              "exp": int(time.time()) + 3600}
    signed = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(json.dumps(claims).encode())
    secret = os.environ["BATON_IDENTITY_SECRET"].encode()
    signature = hmac.new(secret, signed, hashlib.sha256).digest()
    return (signed + b"." + part(signature)).decode()`,
  },
  {
    name: "PHP",
    code: `function baton_token($user): string {
    $part = fn (string $data) => rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
    $claims = ['sub' => (string) $user->id, 'name' => $user->name,
               'email' => $user->email, 'exp' => time() + 3600];
    $said = json_encode($claims, JSON_THROW_ON_ERROR);
    $signed = $part('{"alg":"HS256","typ":"JWT"}') . '.' . $part($said);
    $secret = getenv('BATON_IDENTITY_SECRET') ?: throw new Exception('There is no secret.');
    return $signed . '.' . $part(hash_hmac('sha256', $signed, $secret, true));
}`,
  },
  {
    name: "Ruby",
    code: `require "json"
require "openssl"

def baton_token(user)
  part = ->(data) { [data].pack("m0").tr("+/", "-_").delete("=") }
  claims = { sub: user.id.to_s, name: user.name, email: user.email,
             exp: Time.now.to_i + 3600 }
  signed = part.('{"alg":"HS256","typ":"JWT"}') + "." + part.(claims.to_json)
  secret = ENV.fetch("BATON_IDENTITY_SECRET")
  signed + "." + part.(OpenSSL::HMAC.digest("SHA256", secret, signed))
end`,
  },
];

export const IN_THE_PAGE = `window.Baton = window.Baton || [];
Baton.push(["identify", token]);
// And when the customer signs out of your website:
Baton.push(["identify", null]);`;
