import AWSWire
import Glibc
import Platform

/// The files that hold what is in objects and parts: one each, written once, named by an id and never by a key.
///
/// A file grows in `incoming/`, is synced, and appears whole in `buckets/BUCKET/`. Nothing refers to it before a row of the
/// store does; one that no row refers to is a leftover. All calls block. [any thread]
struct ContentFolder: Sendable {
    private let path: String
    /// Whether files must outlive the machine's power.
    private let isDurable: Bool

    /// Takes a folder, made when it is not there, and throws away what was still coming in.
    init(path: String, isDurable: Bool) throws(ServiceError) {
        self.path = path
        self.isDurable = isDurable
        for folder in [path, "\(path)/incoming", "\(path)/buckets"] { try Self.make(folder) }
        for name in Folder.names(in: "\(path)/incoming") { Folder.remove("\(path)/incoming/\(name)") }
    }

    /// Makes the folder of a bucket. The name keeps the rules of bucket names.
    func make(bucket: String) throws(ServiceError) {
        precondition(BucketName.isValid(bucket), "only a valid name is a safe folder")
        try Self.make(folder(bucket))
        try sync("\(path)/buckets")
    }

    /// Removes the folder of a bucket that is no more.
    func remove(bucket: String) { Folder.remove(folder(bucket)) }

    /// Names of the files of a bucket.
    func names(in bucket: String) -> [String] { Folder.names(in: folder(bucket)) }

    /// The buckets that have a folder.
    var buckets: [String] { Folder.names(in: "\(path)/buckets") }

    /// Stores bytes under an id.
    func write(_ bytes: [UInt8], as id: String, in bucket: String) throws(ServiceError) {
        try place(id, in: bucket) { descriptor throws(ServiceError) in try Self.write(bytes, to: descriptor) }
    }

    /// Stores the bytes of other files, one after the other, under an id.
    func join(_ parts: [String], as id: String, in bucket: String) throws(ServiceError) {
        if parts.count == 1 { return try share(parts[0], of: bucket, as: id, in: bucket) }
        try place(id, in: bucket) { descriptor throws(ServiceError) in
            for part in parts {
                guard let source = OpenContent(path: file(part, bucket)) else {
                    throw .internalError("The content of a part is gone")
                }
                try Self.copy(source, 0..<source.size, to: descriptor)
            }
        }
    }

    /// Stores a range of another file's bytes under an id.
    func extract(_ range: Range<Int>, from source: OpenContent, as id: String, in bucket: String)
        throws(ServiceError)
    {
        try place(id, in: bucket) { descriptor throws(ServiceError) in try Self.copy(source, range, to: descriptor) }
    }

    /// Gives content that is there a second id: nothing is copied, and each id can be removed by itself.
    func share(_ source: String, of bucket: String, as id: String, in target: String) throws(ServiceError) {
        guard link(file(source, bucket), file(id, target)) == 0 else {
            throw Self.failure("share the content of an object")
        }
        try sync(folder(target))
    }

    /// Opens content; `nil` when it is gone.
    func open(_ id: String, in bucket: String) -> OpenContent? { OpenContent(path: file(id, bucket)) }

    /// Removes content; no error when there is none.
    func remove(_ ids: [String], in bucket: String) { for id in ids { unlink(file(id, bucket)) } }

    private func folder(_ bucket: String) -> String { "\(path)/buckets/\(bucket)" }

    private func file(_ id: String, _ bucket: String) -> String { "\(folder(bucket))/\(id)" }

    /// Fills a file out of sight, then shows it whole.
    private func place(_ id: String, in bucket: String, _ fill: (Int32) throws(ServiceError) -> Void)
        throws(ServiceError)
    {
        let incoming = "\(path)/incoming/\(id)"
        let descriptor = Glibc.open(incoming, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("make a file for an object") }
        do throws(ServiceError) {
            defer { close(descriptor) }
            try fill(descriptor)
            if isDurable, fsync(descriptor) != 0 { throw Self.failure("sync an object") }
        } catch {
            unlink(incoming)
            throw error
        }
        guard rename(incoming, file(id, bucket)) == 0 else {
            defer { unlink(incoming) }
            throw Self.failure("put an object in its place")
        }
        try sync(folder(bucket))
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(ServiceError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write an object") }
            done += count
        }
    }

    private static func copy(_ source: OpenContent, _ range: Range<Int>, to descriptor: Int32) throws(ServiceError) {
        var place = range.lowerBound
        while place < range.upperBound {
            let piece = min(1 << 20, range.upperBound - place)
            try write(source.bytes(place..<place + piece), to: descriptor)
            place += piece
        }
    }

    private static func make(_ folder: String) throws(ServiceError) {
        guard mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
        throw failure("make the folder \(folder)")
    }

    private func sync(_ folder: String) throws(ServiceError) {
        guard isDurable else { return }
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open a folder of objects") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.failure("sync a folder of objects") }
    }

    private static func failure(_ what: String) -> ServiceError {
        .internalError("The server cannot \(what): \(String(cString: strerror(errno)))")
    }
}
