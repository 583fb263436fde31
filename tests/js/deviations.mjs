// Where the declared types differ from the documentation of the API that they describe, or from
// what servers may leave out; by the name of the type and of its field. A field not named here is
// as declared.

/** The API says null where there is nothing. */
const nullable = (schema) => ({ anyOf: [schema, { type: "null" }] });

const of = (type) => () => ({ type });

const strings = () => ({ type: "array", items: { type: "string" } });

export const TYPES = {
  Masto: {
    "Account.lastStatusAt": nullable,
    "Client.clientSecretExpiresAt": of("number"), // 0: never
    "InstanceApiVersions.mastodon": of("number"),
    "InstanceContact.account": nullable,
    "InstanceUrls.status": nullable,
    "BaseNotificationGroup.mostRecentNotificationId": of("number"),
    "BaseNotificationGroup.sampleAccountIds": strings,
    "Preference.posting:default:language": nullable,
    "Relationship.languages": nullable,
    "Role.id": of("string"),
    "Role.permissions": of("string"),
  },
  Megalodon: {
    "Account.discoverable": nullable,
    "Account.mute_expires_at": nullable,
    "Instance.contact_account": nullable,
    "Relationship.languages": nullable,
  },
};

/** Fields that need not be there. */
export const OPTIONAL = {
  Masto: [
    "AccountSource.role",
    "Filter.keywords", // of a filter within a post
    "Filter.statuses",
    "InstanceThumbnail.blurhash",
    "InstanceThumbnail.description",
    "InstanceThumbnail.versions",
    "Profile.featuredTags",
    "Role.createdAt",
    "Role.position",
    "Role.updatedAt",
    "Status.application", // of a boost
    "Tag.id", // of a tag within a post
  ],
  Megalodon: ["__type.video_frame_limit"],
};
