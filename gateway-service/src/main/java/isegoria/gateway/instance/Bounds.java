package isegoria.gateway.instance;

/** The limits that clients read here. The services enforce them; they are stated, not shared. */
final class Bounds {
  static final int POST_CHARACTERS_MAX = 1_000;
  static final int URL_CHARACTERS = 23;
  static final int ATTACHMENTS_MAX = 4;
  static final int PINS_MAX = 5;
  static final int FEATURED_TAGS_MAX = 10;
  static final int DISPLAY_NAME_MAX = 30;
  static final int NOTE_MAX = 500;
  static final int FIELDS_MAX = 4;
  static final int FIELD_CHARACTERS_MAX = 255;
  static final int DESCRIPTION_MAX = 1_500;
  static final int POLL_OPTIONS_MAX = 4;
  static final int POLL_OPTION_CHARACTERS_MAX = 50;
  static final int POLL_SECONDS_MIN = 300;
  static final int POLL_SECONDS_MAX = 2_629_746;
  static final int IMAGE_BYTES_MAX = 16 * 1024 * 1024;
  static final int IMAGE_PIXELS_MAX = 33_177_600;
  static final int VIDEO_BYTES_MAX = 99 * 1024 * 1024;
  static final int VIDEO_FRAMES_PER_SECOND_MAX = 120;
  static final int VIDEO_PIXELS_MAX = 8_294_400;

  /**
   * The level of the client API that is there as a whole. 1 is the first; 2 would promise grouped
   * notifications, and clients take each number as all that came before it.
   */
  static final int API_VERSION = 1;

  private Bounds() {}
}
