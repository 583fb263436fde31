package isegoria.account.http;

import isegoria.account.write.account.AccountRejection;
import isegoria.account.write.account.AccountRejection.AlreadyClosed;
import isegoria.account.write.account.AccountRejection.IdTaken;
import isegoria.account.write.account.AccountRejection.NotOpen;
import isegoria.account.write.filter.FiltersRejection;
import isegoria.account.write.filter.FiltersRejection.AlreadyFiltered;
import isegoria.account.write.filter.FiltersRejection.KeywordBlank;
import isegoria.account.write.filter.FiltersRejection.KeywordTooLong;
import isegoria.account.write.filter.FiltersRejection.KeywordsTooLong;
import isegoria.account.write.filter.FiltersRejection.NoContext;
import isegoria.account.write.filter.FiltersRejection.NoSuchFilter;
import isegoria.account.write.filter.FiltersRejection.TooManyFilters;
import isegoria.account.write.filter.FiltersRejection.TooManyKeywords;
import isegoria.account.write.filter.FiltersRejection.TooManyPosts;
import isegoria.account.write.list.ListsRejection;
import isegoria.account.write.list.ListsRejection.AlreadyMember;
import isegoria.account.write.list.ListsRejection.NoSuchList;
import isegoria.account.write.list.ListsRejection.TooManyLists;
import isegoria.account.write.list.ListsRejection.TooManyMembers;
import isegoria.account.write.list.ListsRejection.TooManyMemberships;
import isegoria.account.write.note.NoteRejection;
import isegoria.account.write.note.NoteRejection.NoteTooLong;
import isegoria.account.write.relationship.RelationshipRejection;
import isegoria.account.write.relationship.RelationshipRejection.BlockedByTarget;
import isegoria.account.write.relationship.RelationshipRejection.NoRequest;
import isegoria.account.write.relationship.RelationshipRejection.TargetBlocked;
import isegoria.account.write.relationship.RelationshipRejection.TargetGone;
import isegoria.account.write.tag.FollowedTagsRejection;
import isegoria.account.write.tag.FollowedTagsRejection.TooManyTags;
import isegoria.api.error.Problem;
import isegoria.edge.ApiException;

/** Every rejection of this service's rules as the error that clients know. */
final class Problems {

  private Problems() {}

  static ApiException of(AccountRejection rejection) {
    return switch (rejection) {
      case NotOpen _ -> ApiException.notFound();
      case AlreadyClosed _ -> ApiException.notFound();
      case IdTaken _ -> ApiException.unavailable();
    };
  }

  static ApiException of(FollowedTagsRejection rejection) {
    return switch (rejection) {
      case TooManyTags tooMany ->
          ApiException.invalid("You cannot follow more than " + tooMany.max() + " tags");
    };
  }

  static ApiException of(ListsRejection rejection) {
    return switch (rejection) {
      case NoSuchList _ -> ApiException.notFound();
      case ListsRejection.TitleBlank _ -> ApiException.invalid("Title can't be blank");
      case ListsRejection.TitleTooLong(int max) -> tooLong("Title", max);
      case TooManyLists(int max) -> tooMany("lists", max);
      case TooManyMembers(int max) -> tooMany("accounts in one list", max);
      case TooManyMemberships(int max) -> tooMany("accounts in all lists", max);
      case AlreadyMember _ -> ApiException.invalid("Account has already been taken");
    };
  }

  static ApiException of(FiltersRejection rejection) {
    return switch (rejection) {
      case NoSuchFilter _ -> ApiException.notFound();
      case FiltersRejection.TitleBlank _ -> ApiException.invalid("Title can't be blank");
      case FiltersRejection.TitleTooLong(int max) -> tooLong("Title", max);
      case NoContext _ -> ApiException.invalid("Context None or invalid context supplied");
      case KeywordBlank _ -> ApiException.invalid("Keyword can't be blank");
      case KeywordTooLong(int max) -> tooLong("Keyword", max);
      case TooManyFilters(int max) -> tooMany("filters", max);
      case TooManyKeywords(int max) -> tooMany("keywords in all filters", max);
      case KeywordsTooLong(int max) -> tooMany("characters in all keywords", max);
      case TooManyPosts(int max) -> tooMany("posts in all filters", max);
      case AlreadyFiltered _ -> ApiException.invalid("Status has already been taken");
    };
  }

  static ApiException of(NoteRejection rejection) {
    return switch (rejection) {
      case NoteTooLong(int max) -> tooLong("Comment", max);
    };
  }

  private static ApiException tooLong(String field, int max) {
    return ApiException.invalid(field + " is too long (maximum is " + max + " characters)");
  }

  private static ApiException tooMany(String what, int max) {
    return ApiException.invalid("You cannot have more than " + max + " " + what);
  }

  static ApiException of(RelationshipRejection rejection) {
    return switch (rejection) {
      case TargetBlocked _ -> new ApiException(Problem.NOT_ALLOWED);
      case BlockedByTarget _ -> new ApiException(Problem.NOT_ALLOWED);
      case TargetGone _ -> new ApiException(Problem.NOT_ALLOWED);
      case NoRequest _ -> ApiException.notFound();
    };
  }
}
