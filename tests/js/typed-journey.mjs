// Unmodified clients do what people do, and every answer is held against the types that they
// declare. Run by ForeignClientsIT against a running system: node typed-journey.mjs <origin>
import assert from "node:assert/strict";
import { EventSource } from "eventsource";
import { createOAuthAPIClient, createRestAPIClient, createStreamingAPIClient } from "masto";
import generator from "megalodon";
import { plant } from "./plants.mjs";
import { Recorder } from "./recorder.mjs";
import { Schemas } from "./schemas.mjs";

const SCOPES = "read write follow push";
const unique = Date.now().toString(36);
const schemas = new Schemas();
const recorder = new Recorder(process.argv[2], schemas);
const url = await recorder.listen();
const anyone = createRestAPIClient({ url });

async function until(read, isDone) {
  for (const end = Date.now() + 30_000; ; ) {
    const found = await read();
    if (isDone(found)) return found;
    assert.ok(Date.now() < end, `still ${JSON.stringify(found)}`);
    await new Promise((next) => setTimeout(next, 100));
  }
}

const app = await anyone.v1.apps.create({
  clientName: "typed journey",
  redirectUris: "urn:ietf:wg:oauth:2.0:oob",
  scopes: SCOPES,
});
const appToken = await createOAuthAPIClient({ url }).token.create({
  grantType: "client_credentials",
  clientId: app.clientId,
  clientSecret: app.clientSecret,
  scope: SCOPES,
});

async function signUp(name) {
  const token = await createRestAPIClient({ url, accessToken: appToken.accessToken }).v1.accounts.create({
    username: `${name}_${unique}`,
    email: `${name}_${unique}@example.org`,
    password: "correct-horse-battery",
    agreement: true,
    locale: "en",
  });
  const masto = createRestAPIClient({ url, accessToken: token.accessToken });
  return {
    masto,
    megalodon: generator("mastodon", url, token.accessToken),
    token: token.accessToken,
    account: await masto.v1.accounts.verifyCredentials(),
  };
}

const dee = await signUp("dee");
const eve = await signUp("eve");
const tag = `tag${unique}`;

/** Posts as they come to masto by WebSocket and to the browser's interface by events. */
async function streams() {
  const socket = createStreamingAPIClient({
    streamingApiUrl: url.replace("http", "ws"),
    accessToken: dee.token,
  });
  const heard = (async () => {
    for await (const event of socket.user.subscribe()) {
      if (event.event === "update") return event.payload;
    }
  })();
  const source = new EventSource(`${url}/api/v1/streaming/user?access_token=${dee.token}`);
  const came = new Promise((done) => source.addEventListener("update", (event) => done(event.data)));
  await new Promise((done) => source.addEventListener("open", done));
  const post = await until(
    async () => {
      const sent = await eve.masto.v1.statuses.create({ status: `Live #${tag}` });
      return Promise.race([heard, new Promise((later) => setTimeout(later, 2_000, { missed: sent.id }))]);
    },
    (found) => !found.missed,
  );
  assert.equal(post.account.id, eve.account.id);
  const event = JSON.parse(await came);
  assert.equal(event.account.id, eve.account.id);
  recorder.check("event update", "Status", event);
  source.close();
  socket.close();
}

async function accounts() {
  const { masto, megalodon } = dee;
  await masto.v1.accounts.$select(eve.account.id).follow();
  await megalodon.getAccount(eve.account.id);
  await megalodon.getRelationships([eve.account.id]);
  await megalodon.setAccountNote(eve.account.id, "Met at the fair");
  await megalodon.muteAccount(eve.account.id, true);
  await masto.v1.mutes.list();
  await megalodon.unmuteAccount(eve.account.id);
  await megalodon.blockAccount(eve.account.id);
  await masto.v1.blocks.list();
  await megalodon.unblockAccount(eve.account.id);
  await megalodon.followAccount(eve.account.id);
  await masto.v1.accounts.$select(eve.account.id).followers.list();
  await megalodon.getAccountFollowing(dee.account.id);
  await masto.v1.accounts.familiarFollowers.fetch({ id: [eve.account.id] });
  await masto.v1.accounts.lookup({ acct: eve.account.acct });
  await masto.v1.accounts.search.list({ q: eve.account.acct });
  await masto.v1.accounts.updateCredentials({ displayName: "Dee", source: { privacy: "public" } });
  await masto.v1.profile.fetch();
  await megalodon.getPreferences();
  await masto.v1.preferences.fetch();
  await megalodon.verifyAccountCredentials();
}

async function posts() {
  const { masto, megalodon } = dee;
  const post = await eve.masto.v1.statuses.create({ status: `Words with #${tag} for @${dee.account.acct}` });
  const own = (await megalodon.postStatus("My words", { in_reply_to_id: post.id })).data;
  await megalodon.editStatus(own.id, { status: "My better words" });
  await until(
    () => masto.v1.statuses.$select(own.id).history.list(),
    (edits) => edits.length === 2,
  );
  await megalodon.getStatusSource(own.id);
  await megalodon.getStatusContext(post.id);
  for (const act of ["favourite", "reblog", "bookmark", "mute"]) {
    await megalodon[`${act}Status`](post.id);
  }
  await megalodon.pinStatus(own.id);
  await until(
    async () => (await megalodon.getStatusFavouritedBy(post.id)).data,
    (found) => found.length === 1,
  );
  await megalodon.getStatusRebloggedBy(post.id);
  await masto.v1.favourites.list();
  await masto.v1.bookmarks.list();
  await masto.v1.statuses.$select(post.id).fetch();
  await masto.v1.statuses.list({ id: [post.id, own.id] });
  await masto.v2.search.list({ q: eve.account.acct });
  await until(
    async () => (await megalodon.getHomeTimeline()).data,
    (found) => found.some((each) => each.id === post.id),
  );
  await megalodon.getLocalTimeline();
  await megalodon.getTagTimeline(tag);
  await masto.v1.accounts.$select(eve.account.id).statuses.list();
  for (const act of ["unfavourite", "unreblog", "unbookmark", "unmute"]) {
    await megalodon[`${act}Status`](post.id);
  }
  await megalodon.unpinStatus(own.id);
  return post;
}

async function settings(post) {
  const { masto, megalodon } = dee;
  const list = (await megalodon.createList("Friends")).data;
  await megalodon.addAccountsToList(list.id, [eve.account.id]);
  await megalodon.updateList(list.id, "Good friends");
  await megalodon.getList(list.id);
  await megalodon.getLists();
  await megalodon.getAccountsInList(list.id);
  await megalodon.getAccountLists(eve.account.id);
  await megalodon.getListTimeline(list.id);
  await megalodon.deleteAccountsFromList(list.id, [eve.account.id]);
  await megalodon.deleteList(list.id);

  const old = (await megalodon.createFilter("spoilers", ["home"])).data;
  await megalodon.getFilter(old.id);
  await megalodon.updateFilter(old.id, "endings", ["home"]);
  await megalodon.getFilters();
  await megalodon.deleteFilter(old.id);
  const filter = await masto.v2.filters.create({ title: "Words", context: ["home"], filterAction: "warn" });
  const mine = masto.v2.filters.$select(filter.id);
  await mine.keywords.create({ keyword: "words" });
  await mine.keywords.list();
  await mine.statuses.create({ statusId: post.id });
  await mine.statuses.list();
  await mine.update({ title: "More words" });
  await mine.fetch();
  await masto.v2.filters.list();
  await masto.v1.timelines.home.list();

  await masto.v1.tags.$select(tag).follow();
  await masto.v1.tags.$select(tag).fetch();
  await until(
    () => masto.v1.followedTags.list(),
    (found) => found.length === 1,
  );
  await megalodon.getFollowedTags();
  await megalodon.unfollowTag(tag);
}

async function notifications(post) {
  const { masto, megalodon } = eve;
  await dee.megalodon.favouriteStatus(post.id);
  const found = await until(
    async () => (await megalodon.getNotifications()).data,
    (all) => all.length > 1,
  );
  await masto.v1.notifications.list();
  await megalodon.getNotification(found[0].id);
  await masto.v2.notifications.list();
  await masto.v2.notifications.policy.fetch();
  await masto.v1.notifications.requests.list();
  await megalodon.saveMarkers({ home: { last_read_id: post.id } });
  await until(
    async () => (await megalodon.getMarkers(["home"])).data,
    (markers) => markers.home !== undefined,
  );
  await masto.v1.markers.fetch({ timeline: ["home"] });
  await megalodon.dismissNotification(found[0].id);
  await megalodon.dismissNotifications();
}

await anyone.v2.instance.fetch();
await anyone.v1.instance.fetch();
await dee.megalodon.getInstance();
await anyone.v1.instance.rules.list();
await accounts();
const post = await posts();
await settings(post);
await notifications(post);
await streams();

const planted = plant(recorder.answers, schemas);
console.log(`typed journey: ${JSON.stringify(schemas.fields)} fields with a type`);
console.log(`${recorder.count} answers of ${recorder.answers.size} endpoints looked at`);
console.log(`${planted.found} of ${planted.count} planted wrong types found`);
recorder.flaws.forEach((flaw) => console.log(`wrong: ${flaw}`));
planted.missed.forEach((missed) => console.log(`planted and not found: ${missed}`));
recorder.close();
const isRight = recorder.flaws.size + planted.missed.length === 0;
if (isRight) console.log("all as declared");
process.exit(isRight ? 0 : 1);
