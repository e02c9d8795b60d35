// A factory's program: factory.js WSDL USER SECRET digest|basic
const readline = require("node:readline");
const soap = require("soap");

const [wsdl, user, secret, credential] = process.argv.slice(2);

function security() {
  return credential === "basic"
    ? new soap.BasicAuthSecurity(user, secret)
    : new soap.WSSecurity(user, secret, { passwordType: "PasswordDigest", hasNonce: true, hasTokenCreated: true });
}

async function answer(factory, call) {
  try {
    const [result] = await factory[call.call + "Async"](call.with);
    return { ok: result };
  } catch (error) {
    const detail = error.root?.Envelope?.Body?.Fault?.detail;
    if (detail?.Refused) return { refused: detail.Refused };
    if (detail?.Problem) return { problem: detail.Problem };
    throw error;
  }
}

async function main() {
  const factory = await soap.createClientAsync(wsdl);
  factory.setSecurity(security());
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await answer(factory, JSON.parse(line))));
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
