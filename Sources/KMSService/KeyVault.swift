import AWSWire
import Digests
import Glibc
import StorageContract
import Synchronization

/// The material of keys: one file a key, readable by its owner alone, written whole and synced before anybody hears of the key.
final class KeyVault: Sendable {
    /// What a file begins with.
    private static let mark = Array("newel-key-1\n".utf8)
    /// Bytes of the checksum at the end.
    private static let sumBytes = 8

    private let folder: String
    private let isDurable: Bool
    private let materials: Mutex<[String: [UInt8]]>

    /// Opens the folder, or makes it (0700).
    init(folder: String, isDurable: Bool) throws(StoreError) {
        self.folder = folder
        self.isDurable = isDurable
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw StoreError(
                .unavailable, "The folder of keys \(folder) cannot be made: \(String(cString: strerror(errno)))")
        }
        materials = Mutex([:])
    }

    /// The material of a key; `nil` when its file is missing or damaged.
    func material(of id: String) -> [UInt8]? {
        if let known = materials.withLock({ $0[id] }) { return known }
        guard let material = read(id) else { return nil }
        materials.withLock { $0[id] = material }
        return material
    }

    /// Makes a key's material; durable when it returns.
    func create(_ id: String) throws(ServiceError) {
        let material = SecureRandom.bytes(AESGCM.keyBytes)
        let draft = "\(file(id)).new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure("make the file of a key") }
        do throws(ServiceError) {
            defer { close(descriptor) }
            guard fchmod(descriptor, 0o600) == 0 else { throw Self.failure("protect the file of a key") }
            let bytes = Self.mark + material + Self.sum(material)
            guard write(descriptor, bytes, bytes.count) == bytes.count else {
                throw Self.failure("write the file of a key")
            }
            if isDurable, fsync(descriptor) != 0 { throw Self.failure("sync the file of a key") }
            guard rename(draft, file(id)) == 0 else { throw Self.failure("put the file of a key in its place") }
        } catch {
            unlink(draft)
            throw error
        }
        try syncFolder()
        materials.withLock { $0[id] = material }
    }

    /// Destroys a key's material: what it has encrypted stays encrypted for ever.
    func destroy(_ id: String) throws(ServiceError) {
        guard unlink(file(id)) == 0 || errno == ENOENT else { throw Self.failure("remove the file of a key") }
        try syncFolder()
        materials.withLock { $0[id] = nil }
    }

    private func file(_ id: String) -> String { "\(folder)/\(id)" }

    private func read(_ id: String) -> [UInt8]? {
        let descriptor = open(file(id), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let count = Self.mark.count + AESGCM.keyBytes + Self.sumBytes
        var bytes = [UInt8](repeating: 0, count: count + 1)
        guard Glibc.read(descriptor, &bytes, bytes.count) == count, bytes.starts(with: Self.mark) else { return nil }
        let material = Array(bytes[Self.mark.count...].prefix(AESGCM.keyBytes))
        guard Array(bytes[(count - Self.sumBytes)..<count]) == Self.sum(material) else { return nil }
        return material
    }

    /// Tells a damaged file; says nothing useful about the material.
    private static func sum(_ material: [UInt8]) -> [UInt8] { Array(Digests.sha256(material).suffix(sumBytes)) }

    private func syncFolder() throws(ServiceError) {
        guard isDurable else { return }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open the folder of keys") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.failure("sync the folder of keys") }
    }

    private static func failure(_ what: String) -> ServiceError {
        .internalFailure("the server cannot \(what): \(String(cString: strerror(errno)))")
    }
}
