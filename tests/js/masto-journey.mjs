// The main journey by an unmodified masto client: sign up two people, follow, post, read home.
// Run by MastoJourneyIT against a running system: node masto-journey.mjs <origin>
import assert from "node:assert/strict";
import { createOAuthAPIClient, createRestAPIClient } from "masto";

const url = process.argv[2];
const unique = Date.now().toString(36);

const anyone = createRestAPIClient({ url });
const app = await anyone.v1.apps.create({
  clientName: "masto journey",
  redirectUris: "urn:ietf:wg:oauth:2.0:oob",
  scopes: "read write follow",
});
assert.ok(app.clientId && app.clientSecret);

const oauth = createOAuthAPIClient({ url });
const appToken = await oauth.token.create({
  grantType: "client_credentials",
  clientId: app.clientId,
  clientSecret: app.clientSecret,
  scope: "read write follow",
});

async function signUp(name) {
  const token = await createRestAPIClient({ url, accessToken: appToken.accessToken }).v1.accounts.create({
    username: `${name}_${unique}`,
    email: `${name}_${unique}@example.org`,
    password: "correct-horse-battery",
    agreement: true,
    locale: "en",
  });
  const client = createRestAPIClient({ url, accessToken: token.accessToken });
  return { client, account: await client.v1.accounts.verifyCredentials() };
}

const dee = await signUp("dee");
const eve = await signUp("eve");
assert.equal(eve.account.acct, `eve_${unique}`);

const relationship = await dee.client.v1.accounts.$select(eve.account.id).follow();
assert.equal(relationship.following, true);

const post = await eve.client.v1.statuses.create({ status: "Hello", visibility: "public" });
assert.equal(post.content, "<p>Hello</p>");

const home = await dee.client.v1.timelines.home.list();
assert.equal(home[0].id, post.id);
assert.equal(home[0].account.id, eve.account.id);

const liked = await dee.client.v1.statuses.$select(post.id).favourite();
assert.equal(liked.favourited, true);
const boost = await dee.client.v1.statuses.$select(post.id).reblog();
assert.equal(boost.reblog.id, post.id);

const reply = await dee.client.v1.statuses.create({ status: `@${eve.account.acct} hi`, inReplyToId: post.id });
const context = await anyone.v1.statuses.$select(post.id).context.fetch();
assert.deepEqual(context.descendants.map((s) => s.id), [reply.id]);

const own = await anyone.v1.accounts.$select(eve.account.id).statuses.list();
assert.deepEqual(own.map((s) => s.id), [post.id]);

const pages = [];
for (let n = 0; n < 5; n++) {
  await eve.client.v1.statuses.create({ status: `number ${n}` });
}
for await (const page of dee.client.v1.timelines.home.list({ limit: 2 })) {
  assert.ok(page.length <= 2);
  pages.push(...page.map((s) => s.id));
}
assert.equal(new Set(pages).size, pages.length);
assert.deepEqual([...pages].sort((a, b) => (BigInt(b) > BigInt(a) ? 1 : -1)), pages);
assert.ok(pages.includes(post.id));

await assert.rejects(
  dee.client.v1.statuses.create({ status: "" }),
  (error) => error.statusCode === 422 && typeof error.message === "string",
);
await assert.rejects(anyone.v1.statuses.$select("1").fetch(), (error) => error.statusCode === 404);

await eve.client.v1.statuses.$select(post.id).remove();
await assert.rejects(anyone.v1.statuses.$select(post.id).fetch(), (error) => error.statusCode === 404);

const instance = await anyone.v2.instance.fetch();
assert.ok(instance.configuration.urls.streaming);
console.log(`masto journey: ${pages.length} entries, all as expected`);
