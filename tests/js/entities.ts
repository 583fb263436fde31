// The types that the packages declare for what the API answers, by the names of endpoints.tsv.
import type { mastodon } from "masto";
// As it comes over the wire: what the package hands out is made from this.
import type { Entity } from "./node_modules/megalodon/lib/esm/mastodon/entity.js";

export interface Masto {
  Account: mastodon.v1.Account;
  AdminAccount: mastodon.v1.admin.Account;
  Application: mastodon.v1.Application;
  Context: mastodon.v1.Context;
  Conversation: mastodon.v1.Conversation;
  CredentialAccount: mastodon.v1.CredentialAccount;
  CredentialApplication: mastodon.v1.Client;
  FamiliarFollowers: mastodon.v1.FamiliarFollowers;
  Filter: mastodon.v2.Filter;
  FilterKeyword: mastodon.v1.FilterKeyword;
  FilterStatus: mastodon.v1.FilterStatus;
  GroupedNotificationsResults: mastodon.v1.GroupedNotificationsResults;
  InstanceV1: mastodon.v1.Instance;
  InstanceV2: mastodon.v2.Instance;
  List: mastodon.v1.List;
  Markers: Partial<mastodon.v1.Marker>;
  MutedAccount: mastodon.v1.Account;
  Notification: mastodon.v1.Notification;
  NotificationPolicy: mastodon.v2.NotificationPolicy;
  NotificationRequest: mastodon.v1.NotificationRequest;
  Preferences: mastodon.v1.Preference;
  Profile: mastodon.v1.Profile;
  Relationship: mastodon.v1.Relationship;
  Report: mastodon.v1.Report;
  Rule: mastodon.v1.Rule;
  Search: mastodon.v2.Search;
  Status: mastodon.v1.Status;
  StatusEdit: mastodon.v1.StatusEdit;
  StatusSource: mastodon.v1.StatusSource;
  Tag: mastodon.v1.Tag;
  Token: mastodon.v1.Token;
  V1Filter: mastodon.v1.Filter;
}

export interface Megalodon {
  Account: Entity.Account;
  Application: Entity.Application;
  Context: Entity.Context;
  Conversation: Entity.Conversation;
  CredentialAccount: Entity.Account;
  InstanceV1: Entity.Instance;
  List: Entity.List;
  Markers: Partial<Entity.Marker>;
  MutedAccount: Entity.Account;
  Notification: Entity.Notification;
  Preferences: Entity.Preferences;
  Relationship: Entity.Relationship;
  Report: Entity.Report;
  Search: Entity.Results;
  Status: Entity.Status;
  StatusSource: Entity.StatusSource;
  Tag: Entity.Tag;
  Token: Entity.Token;
  V1Filter: Entity.Filter;
}
