// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The newest size and root of one log, kept so that no second history can be written.
/// @notice It moves from one (size, root) to the next only with a proof that the new tree extends
/// the old one (RFC 9162 section 2.1.4, SHA-256) and with the signatures of `threshold` members
/// (EIP-712). There is no owner, no upgrade and no ether: nobody can move it in another way.
/// The rules are written down in docs/reference/anchor.md.
contract LeptaAnchor {
    /// @notice An ECDSA signature over an EIP-712 digest, with the lower of the two values of s.
    struct Signature {
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice More members would make a rotation cost more than a block holds on small chains.
    uint256 public constant MOST_MEMBERS = 32;

    bytes32 private constant EMPTY_ROOT =
        0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855;
    bytes32 private constant DOMAIN_TYPE = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant ANCHOR_TYPE =
        keccak256("Anchor(bytes32 origin,uint64 size,bytes32 root)");
    bytes32 private constant ROTATION_TYPE =
        keccak256("Rotation(bytes32 origin,uint32 epoch,address[] members,uint8 threshold)");
    bytes32 private constant NAME = keccak256("Lepta anchor");
    bytes32 private constant VERSION = keccak256("1");

    /// @dev The order of secp256k1, halved: of two valid values of s only the lower one is taken.
    uint256 private constant HIGHEST_S =
        0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    /// @notice SHA-256 of the log's origin; for ever.
    bytes32 public immutable origin;

    bytes32 private root;
    uint64 private size;
    uint64 private time;
    uint64 private blockNumber;
    uint32 private epoch;
    uint8 private threshold;
    address[] private memberList;

    /// @dev The last epoch in which somebody is a member, so that a rotation need not clear it.
    mapping(address => uint32) private lastEpoch;

    event Anchored(uint64 indexed size, bytes32 root);
    event MembersChanged(uint32 indexed epoch, address[] members, uint8 threshold);

    error OldSizeIsOther(uint64 size);
    error SizeNotGrowing(uint64 oldSize, uint64 newSize);
    error ProofTooLong();
    error ProofTooShort();
    error OldRootDiffers(bytes32 computed);
    error NewRootDiffers(bytes32 computed);
    error TooFewSignatures(uint256 given, uint256 needed);
    error SignatureNotCanonical(uint256 index);
    error SignerUnknown(uint256 index, address signer);
    error SignersNotAscending(uint256 index);
    error ThresholdOutOfRange(uint8 threshold, uint256 members);
    error MembersNotAscending(uint256 index);

    /// @param origin_ SHA-256 of the log's origin
    /// @param members_ addresses of the members' keys, strictly ascending, none zero
    /// @param threshold_ how many of them must sign, at least two
    constructor(bytes32 origin_, address[] memory members_, uint8 threshold_) {
        origin = origin_;
        root = EMPTY_ROOT;
        setMembers(members_, threshold_);
    }

    /// @notice Moves from the size that stands here to a larger one. Anybody may send it.
    /// @param oldSize what must stand here, so that whoever was overtaken learns that
    /// @param newSize size of the newer tree
    /// @param newRoot root of the newer tree
    /// @param proof of consistency, deepest hash first; empty from the empty tree
    /// @param signatures of members over (origin, newSize, newRoot), ascending by signer
    function anchor(
        uint64 oldSize,
        uint64 newSize,
        bytes32 newRoot,
        bytes32[] calldata proof,
        Signature[] calldata signatures
    ) external {
        if (oldSize != size) revert OldSizeIsOther(size);
        if (newSize <= oldSize) revert SizeNotGrowing(oldSize, newSize);
        requireMembers(anchorDigest(newSize, newRoot), signatures);
        checkConsistency(oldSize, root, newSize, newRoot, proof);
        root = newRoot;
        size = newSize;
        time = uint64(block.timestamp);
        blockNumber = uint64(block.number);
        emit Anchored(newSize, newRoot);
    }

    /// @notice Replaces the members; signed by as many of the present ones as an anchor is.
    function rotate(
        address[] calldata newMembers,
        uint8 newThreshold,
        Signature[] calldata signatures
    ) external {
        requireMembers(rotationDigest(newMembers, newThreshold), signatures);
        setMembers(newMembers, newThreshold);
    }

    /// @notice What stands here, and when it was written.
    function head()
        external
        view
        returns (uint64 size_, bytes32 root_, uint64 time_, uint64 blockNumber_)
    {
        return (size, root, time, blockNumber);
    }

    /// @notice Who may sign, how many must, and how often that was set.
    function members()
        external
        view
        returns (address[] memory members_, uint8 threshold_, uint32 epoch_)
    {
        return (memberList, threshold, epoch);
    }

    /// @notice What a member signs to anchor a root.
    function anchorDigest(uint64 newSize, bytes32 newRoot) public view returns (bytes32) {
        return digest(keccak256(abi.encode(ANCHOR_TYPE, origin, newSize, newRoot)));
    }

    /// @notice What a present member signs to replace the members; the epoch lets it count once.
    function rotationDigest(
        address[] calldata newMembers,
        uint8 newThreshold
    ) public view returns (bytes32) {
        bytes32 list = keccak256(abi.encodePacked(newMembers));
        return digest(keccak256(abi.encode(ROTATION_TYPE, origin, epoch, list, newThreshold)));
    }

    /// @notice Returns true if the new tree extends the old one; else it fails with the reason.
    /// @dev Equal sizes are consistent here if their roots are equal; {anchor} asks for more.
    function checkConsistency(
        uint64 oldSize,
        bytes32 oldRoot,
        uint64 newSize,
        bytes32 newRoot,
        bytes32[] calldata proof
    ) public pure returns (bool) {
        if (newSize < oldSize) revert SizeNotGrowing(oldSize, newSize);
        if (oldSize == 0 && oldRoot != EMPTY_ROOT) revert OldRootDiffers(EMPTY_ROOT);
        if (newSize == 0 && newRoot != EMPTY_ROOT) revert NewRootDiffers(EMPTY_ROOT);
        if (oldSize == 0 || oldSize == newSize) {
            if (proof.length != 0) revert ProofTooLong();
            if (oldSize == newSize && oldRoot != newRoot) revert NewRootDiffers(oldRoot);
            return true;
        }
        checkProof(oldSize, oldRoot, newSize, newRoot, proof);
        return true;
    }

    /// @dev Walks to both roots at once; old and new part ways where a sibling is new.
    function checkProof(
        uint64 oldSize,
        bytes32 oldRoot,
        uint64 newSize,
        bytes32 newRoot,
        bytes32[] calldata proof
    ) private pure {
        if (proof.length == 0) revert ProofTooShort();
        uint64 node = oldSize - 1;
        uint64 last = newSize - 1;
        while (node & 1 == 1) (node, last) = (node >> 1, last >> 1);
        // A whole old tree is a subtree of the new one: its root is not repeated in the proof.
        uint256 next = node == 0 ? 0 : 1;
        bytes32 oldHash = node == 0 ? oldRoot : proof[0];
        bytes32 newHash = oldHash;
        for (; next < proof.length; next++) {
            if (last == 0) revert ProofTooLong();
            bytes32 sibling = proof[next];
            if (node & 1 == 1 || node == last) {
                oldHash = inner(sibling, oldHash);
                newHash = inner(sibling, newHash);
                while (node & 1 == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            } else {
                newHash = inner(newHash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        if (last != 0) revert ProofTooShort();
        if (oldHash != oldRoot) revert OldRootDiffers(oldHash);
        if (newHash != newRoot) revert NewRootDiffers(newHash);
    }

    function inner(bytes32 left, bytes32 right) private pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x01), left, right));
    }

    /// @dev Ascending addresses are different ones, and none of them is zero.
    function requireMembers(bytes32 signed, Signature[] calldata signatures) private view {
        if (signatures.length < threshold) revert TooFewSignatures(signatures.length, threshold);
        address before = address(0);
        for (uint256 i = 0; i < signatures.length; i++) {
            Signature calldata signature = signatures[i];
            if (uint256(signature.s) > HIGHEST_S) revert SignatureNotCanonical(i);
            address signer = ecrecover(signed, signature.v, signature.r, signature.s);
            if (signer == address(0)) revert SignatureNotCanonical(i);
            if (lastEpoch[signer] != epoch) revert SignerUnknown(i, signer);
            if (signer <= before) revert SignersNotAscending(i);
            before = signer;
        }
    }

    function setMembers(address[] memory newMembers, uint8 newThreshold) private {
        bool inRange = newThreshold >= 2 &&
            newThreshold <= newMembers.length &&
            newMembers.length <= MOST_MEMBERS;
        if (!inRange) revert ThresholdOutOfRange(newThreshold, newMembers.length);
        uint32 now_ = epoch + 1;
        address before = address(0);
        for (uint256 i = 0; i < newMembers.length; i++) {
            if (newMembers[i] <= before) revert MembersNotAscending(i);
            before = newMembers[i];
            lastEpoch[before] = now_;
        }
        epoch = now_;
        threshold = newThreshold;
        memberList = newMembers;
        emit MembersChanged(now_, newMembers, newThreshold);
    }

    function digest(bytes32 structHash) private view returns (bytes32) {
        bytes32 domain =
            keccak256(abi.encode(DOMAIN_TYPE, NAME, VERSION, block.chainid, address(this)));
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
