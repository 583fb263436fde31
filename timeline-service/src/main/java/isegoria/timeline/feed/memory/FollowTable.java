package isegoria.timeline.feed.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whom everybody follows, a few bytes an edge: leaves of packed accounts below branches of leaves.
 *
 * <p>A hash table per account is twenty bytes an edge and hundreds an account, and of the 89
 * million who follow one account most follow few others. Here an account of one follow takes six or
 * seven bytes, one of four hundred one or two an edge.
 */
final class FollowTable {

  /** Bytes of a leaf: what is read through for one account, and copied for one change. */
  static final int LEAF_BYTES_MAX = 1_024;

  /** Leaves of a branch: what is moved when one more comes between. */
  static final int BRANCH_LEAVES_MAX = 512;

  /** A leaf's place in its branch, the array's header and what aligns it. */
  private static final int LEAF_OVERHEAD_BYTES = 8 + 4 + 20;

  private final int leafBytesMax;
  private final int branchLeavesMax;
  private final List<Branch> branches = new ArrayList<>();
  private long bytes;

  /** Leaves in order of their first ids. */
  private static final class Branch {
    long[] firstIds;
    byte[][] leaves;
    int size;

    Branch(int leavesMax) {
      firstIds = new long[leavesMax];
      leaves = new byte[leavesMax][];
    }

    FollowLeaf leaf(int at) {
      return new FollowLeaf(firstIds[at], leaves[at]);
    }

    void set(int at, FollowLeaf leaf) {
      firstIds[at] = leaf.firstId();
      leaves[at] = leaf.bytes();
    }

    void insert(int at, FollowLeaf leaf) {
      System.arraycopy(firstIds, at, firstIds, at + 1, size - at);
      System.arraycopy(leaves, at, leaves, at + 1, size - at);
      size++;
      set(at, leaf);
    }

    void remove(int at) {
      size--;
      System.arraycopy(firstIds, at + 1, firstIds, at, size - at);
      System.arraycopy(leaves, at + 1, leaves, at, size - at);
      leaves[size] = FollowLeaf.EMPTY;
    }

    Branch upperHalf(int from) {
      var upper = new Branch(firstIds.length);
      upper.size = size - from;
      System.arraycopy(firstIds, from, upper.firstIds, 0, upper.size);
      System.arraycopy(leaves, from, upper.leaves, 0, upper.size);
      Arrays.fill(leaves, from, size, FollowLeaf.EMPTY);
      size = from;
      return upper;
    }
  }

  FollowTable() {
    this(LEAF_BYTES_MAX, BRANCH_LEAVES_MAX);
  }

  FollowTable(int leafBytesMax, int branchLeavesMax) {
    this.leafBytesMax = leafBytesMax;
    this.branchLeavesMax = branchLeavesMax;
  }

  FollowList of(long accountId) {
    if (branches.isEmpty()) {
      return FollowList.EMPTY;
    }
    Branch branch = branches.get(branchOf(accountId));
    FollowLeaf leaf = branch.leaf(leafOf(branch, accountId));
    int[] place = leaf.find(accountId);
    return place == null ? FollowList.EMPTY : FollowList.read(leaf.bytes(), place[0], place[1]);
  }

  void put(long accountId, FollowList follows) {
    byte[] list = follows.toBytes();
    if (branches.isEmpty()) {
      if (list.length > 0) {
        var first = new Branch(branchLeavesMax);
        branches.add(first);
        insert(0, 0, FollowLeaf.of(accountId, list));
      }
      return;
    }
    int branchAt = branchOf(accountId);
    Branch branch = branches.get(branchAt);
    int leafAt = leafOf(branch, accountId);
    FollowLeaf before = branch.leaf(leafAt);
    FollowLeaf after = before.with(accountId, list);
    bytes += after.bytes().length - before.bytes().length;
    if (after.isEmpty()) {
      remove(branchAt, leafAt);
    } else if (after.bytes().length <= leafBytesMax) {
      branch.set(leafAt, after);
    } else {
      split(branchAt, leafAt, after, isLast(branchAt, leafAt) ? leafBytesMax : leafBytesMax / 2);
    }
  }

  /** What the table takes, its arrays' headers and free places included. */
  long bytes() {
    long places = 0;
    for (Branch branch : branches) {
      places += (long) LEAF_OVERHEAD_BYTES * branch.size;
      places += 12L * (branchLeavesMax - branch.size);
    }
    return bytes + places;
  }

  /** Who comes last is mostly followed by newer ones: such a leaf stays full. */
  private boolean isLast(int branchAt, int leafAt) {
    return branchAt == branches.size() - 1 && leafAt == branches.get(branchAt).size - 1;
  }

  private void split(int branchAt, int leafAt, FollowLeaf leaf, int firstBytes) {
    FollowLeaf[] halves = leaf.split(firstBytes);
    branches.get(branchAt).set(leafAt, halves[0]);
    if (!halves[1].isEmpty()) {
      bytes += halves[0].bytes().length + halves[1].bytes().length - leaf.bytes().length;
      place(branchAt, leafAt + 1, halves[1]);
    }
  }

  private void insert(int branchAt, int leafAt, FollowLeaf leaf) {
    bytes += leaf.bytes().length;
    place(branchAt, leafAt, leaf);
  }

  private void place(int branchAt, int leafAt, FollowLeaf leaf) {
    Branch branch = branches.get(branchAt);
    if (branch.size < branchLeavesMax) {
      branch.insert(leafAt, leaf);
      return;
    }
    boolean isAtEnd = leafAt == branch.size && branchAt == branches.size() - 1;
    int kept = isAtEnd ? branch.size : branch.size / 2;
    Branch upper = branch.upperHalf(kept);
    branches.add(branchAt + 1, upper);
    if (leafAt >= kept) {
      upper.insert(leafAt - kept, leaf);
    } else {
      branch.insert(leafAt, leaf);
    }
  }

  private void remove(int branchAt, int leafAt) {
    Branch branch = branches.get(branchAt);
    branch.remove(leafAt);
    if (branch.size == 0) {
      branches.remove(branchAt);
    }
  }

  /** The last branch that begins at or below an id, or the first. */
  private int branchOf(long id) {
    int low = 0;
    int high = branches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (branches.get(middle).firstIds[0] <= id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }

  private static int leafOf(Branch branch, long id) {
    int at = Arrays.binarySearch(branch.firstIds, 0, branch.size, id);
    return at >= 0 ? at : Math.max(0, -at - 2);
  }
}
