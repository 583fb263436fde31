package isegoria.edge;

import isegoria.api.error.Problem;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file as a client sent it. Its name and type are claims and nothing more. */
public final class Upload {

  private final Part part;

  Upload(Part part) {
    this.part = part;
  }

  public @Nullable String claimedName() {
    return part.getSubmittedFileName();
  }

  public @Nullable String claimedType() {
    return part.getContentType();
  }

  public long sizeBytes() {
    return part.getSize();
  }

  /** Opens the content; the caller closes it. */
  public InputStream open() {
    try {
      return part.getInputStream();
    } catch (IOException broken) {
      throw new ApiException(Problem.BODY_NOT_READABLE);
    }
  }

  /** The whole content; throws 413 when it is larger than allowed. */
  public byte[] bytes(int sizeBytesMax) {
    if (part.getSize() > sizeBytesMax) {
      throw new ApiException(Problem.TOO_LARGE);
    }
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new ApiException(Problem.BODY_NOT_READABLE);
    }
  }
}
