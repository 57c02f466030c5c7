import AWSWire

/// A page of a bucket's keys, with keys that share a beginning rolled up.
struct ObjectListing {
    /// An object, or what several keys have in common.
    enum Entry {
        case object(key: String, ObjectRow)
        case prefix(String)

        /// The key, or the common beginning.
        var text: String {
            switch self {
            case .object(let key, _): key
            case .prefix(let text): text
            }
        }
    }

    /// In the order of UTF-8.
    private(set) var entries: [Entry] = []
    /// Whether there is more.
    private(set) var isTruncated = false
    private let prefix: String
    private let delimiter: String
    private let limit: Int
    private var after: String?
    private var lastPrefix: String?

    /// Lists keys after a position.
    ///
    /// - Parameters:
    ///   - delimiter: Keys are rolled up to and with its first occurrence after the prefix; empty for none.
    ///   - after: A key, or a common beginning that was shown already.
    static func read(
        _ objects: ObjectStore, bucket: String, prefix: String, delimiter: String, after: String?, limit: Int
    ) async throws(ServiceError) -> ObjectListing {
        var listing = ObjectListing(prefix: prefix, delimiter: delimiter, limit: limit, after: after)
        if limit > 0 { while try await listing.readPage(objects, bucket) {} }
        return listing
    }

    private init(prefix: String, delimiter: String, limit: Int, after: String?) {
        (self.prefix, self.delimiter, self.limit, self.after) = (prefix, delimiter, limit, after)
        guard let after, let shown = Self.common(after, prefix, delimiter), shown == after else { return }
        lastPrefix = shown
        self.after = Self.end(of: shown)
    }

    /// Reads on.
    ///
    /// - Returns: Whether there is more to be read.
    private mutating func readPage(_ objects: ObjectStore, _ bucket: String) async throws(ServiceError) -> Bool {
        let most = min(Limits.listPage, limit - entries.count + 1)
        let page = try await objects.page(bucket, prefix: prefix, after: after, limit: most)
        for (key, row) in page {
            let common = Self.common(key, prefix, delimiter)
            if let common, common == lastPrefix {
                after = Self.end(of: common)
                return true
            }
            if entries.count == limit {
                isTruncated = true
                return false
            }
            guard let common else {
                entries.append(.object(key: key, row))
                after = key
                continue
            }
            entries.append(.prefix(common))
            lastPrefix = common
            // The rest of its keys is jumped over: there may be millions.
            after = Self.end(of: common)
            return true
        }
        return page.count == most
    }

    /// What a key is rolled up to; `nil` when it is not.
    private static func common(_ key: String, _ prefix: String, _ delimiter: String) -> String? {
        let (bytes, mark) = (Array(key.utf8), Array(delimiter.utf8))
        var place = prefix.utf8.count
        guard !mark.isEmpty, bytes.count >= place + mark.count else { return nil }
        while place + mark.count <= bytes.count {
            if bytes[place] == mark[0], bytes[place...].starts(with: mark) {
                return String(decoding: bytes[..<(place + mark.count)], as: UTF8.self)
            }
            place += 1
        }
        return nil
    }

    /// A text after every key that begins so, but for those that go on with the last character there is.
    private static func end(of prefix: String) -> String { prefix + "\u{10FFFF}" }
}
